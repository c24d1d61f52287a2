// One right option of several: radio buttons.

import { type ChoiceData, named, optionsView, question } from "coursewright";

question<ChoiceData>("single", {
  bind: optionsView,
  score: (data, values) => (data.right.includes(values.chosen as number) ? 10000 : 0),
  response: (data, values) => ({ type: "choices", chosen: named(data, [values.chosen as number]) }),
  correct: (data) => [{ type: "choices", chosen: named(data, data.right) }],
});
