// A statement that is true or false. Its two options are numbers 1 (true) and 2 (false) in every course.

import { type ChoiceData, optionsView, question } from "coursewright";

question<ChoiceData>("truefalse", {
  bind: optionsView,
  score: (data, values) => (data.right.includes(values.chosen as number) ? 10000 : 0),
  response: (_data, values) => ({ type: "truth", value: values.chosen === 1 }),
  correct: (data) => [{ type: "truth", value: data.right.includes(1) }],
});
