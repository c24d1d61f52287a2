// A statement that is true or false. Its two options are numbers 1 (true) and 2 (false) in every course.

import { type ChoiceData, chosen, optionsKind, question } from "coursewright";

question<ChoiceData>("truefalse", {
  ...optionsKind,
  response: (_data, values) => ({ type: "true-false", value: chosen(values)[0] === 1 }),
});
