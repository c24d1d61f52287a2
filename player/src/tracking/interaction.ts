// What an answer is as an interaction, as far as the two SCORM standards agree.

import type { Option } from "../course/data";
import type { Answered, Response } from "./tracker";

/** The interaction's type, by the kind of response. */
export const TYPES = {
  choices: "choice",
  truth: "true-false",
  pairs: "matching",
  sequence: "sequencing",
  texts: "fill-in",
  number: "numeric",
  range: "numeric",
  scale: "likert",
} as const;

/** The options of a response in its order; those of a pair one after the other. */
export const optionsOf = (response: Response): Option[] =>
  "chosen" in response ? [response.chosen].flat() : "pairs" in response ? response.pairs.flat() : "order" in response ? response.order : [];

/**
 * The right responses, each once, as many as every LMS takes (SCORM 2004 4th edition, 4.2.9.1: choices may be ten, and of a
 * truth or a number there is only ever one; 1.2 sets no bound). None of them has another type than the response: where a
 * number was asked for and words were written, a range would mean nothing.
 */
export const patterns = ({ response, correct }: Answered, write: (right: Response) => string): string[] => {
  const fitting = correct.filter((right) => TYPES[right.type] === TYPES[response.type]);
  return [...new Set(fitting.map(write))].filter(Boolean).slice(0, MOST_PATTERNS);
};

/**
 * The result: a word where the answer is right and kept all its score or is wrong and got none, else the share that it
 * got, from 0 to 1, so that the share times the weighting is the points.
 */
export const resultOf = ({ outcome, score }: Answered, wrong: string): string =>
  score !== null && score !== (outcome === "correct" ? ALL : 0) ? String(score / ALL) : outcome === "incorrect" ? wrong : outcome;

/** A number in digits: neither standard knows exponents. */
export const decimal = (value: number): string => value.toFixed(7).replace(/\.?0+$/, "");

export const ALL = 10000;
const MOST_PATTERNS = 5;
/** CMIIdentifier (SCORM 1.2, 3.4.4); a long identifier of 2004 may be longer. */
export const MOST_ID = 255;
