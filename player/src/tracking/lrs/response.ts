// What was answered as a statement has it (xAPI, part two, 2.4.5 and Appendix C): by the ids of the options, in the form of the
// activity's interaction type.

import { chosenIn, decimal } from "../interaction";
import type { Response } from "../tracker";

/** `result.response`. */
export function written(response: Response): string {
  if ("value" in response) return String(response.value);
  // A learner gives one number.
  if ("least" in response) return decimal(response.least!);
  const parts = "texts" in response ? response.texts.map(plain) : chosenIn(response).map((each) => each.map(({ id }) => id).join("[.]"));
  return parts.join("[,]");
}

/** Without what would be read as a delimiter, or as a parameter before the text. */
const plain = (text: string): string => text.replace(/\[+(?=[,.:]\])|^\{(?=\w+=)/g, "");
