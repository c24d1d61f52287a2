// Several right options: checkboxes.

import { type ChoiceData, chosen, named, optionsView, question } from "coursewright";
import { type Rule, score } from "./score";

interface MultipleData extends ChoiceData {
  score: Rule;
}

question<MultipleData>("multiple", {
  bind: optionsView,
  score: (data, values) =>
    score(data.score, chosen(values), data.right, data.options.map((option) => option.n)),
  response: (data, values) => ({ type: "choices", chosen: named(data, chosen(values)) }),
  correct: (data) => [{ type: "choices", chosen: named(data, data.right) }],
});
