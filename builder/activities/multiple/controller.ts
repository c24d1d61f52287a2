// Several right options: checkboxes.

import { type ChoiceData, chosen, optionsKind, question } from "coursewright";
import { eachScore } from "./score";

interface MultipleData extends ChoiceData {
  /** `all`: exactly the right options or nothing. `each`: score.ts. */
  score: "all" | "each";
}

question<MultipleData>("multiple", {
  ...optionsKind,
  score: (data, values) =>
    data.score === "all"
      ? optionsKind.score(data, values)
      : eachScore(chosen(values), data.right, data.options.length - data.right.length),
});
