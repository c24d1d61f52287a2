// What an answer is as an interaction, as far as the two SCORM standards agree.

import type { Option } from "../course/data";
import type { Answered, Response } from "./tracker";

/** The options of a response, in its order; in a list those of a pair. */
export const chosenIn = (response: Response): Option[][] => ("chosen" in response ? response.chosen.map((each) => [each].flat()) : []);

/**
 * The right responses, each once, as many as every LMS takes (SCORM 2004 4th edition, 4.2.9.1: choices may be ten, and of a
 * truth or a number there is only ever one; 1.2 sets no bound). None of them has another type than the response: where a
 * number was asked for and words were written, a range would mean nothing.
 */
export const patterns = ({ response, correct }: Answered, write: (right: Response) => string): string[] => {
  const fitting = correct.filter(({ type }) => type === response.type);
  return [...new Set(fitting.map(write))].filter(Boolean).slice(0, MOST_PATTERNS);
};

/** A number in digits: neither standard knows exponents. */
export const decimal = (value: number): string =>
  Math.abs(value) < 1e21 ? value.toFixed(7).replace(/\.?0+$/, "") : String(BigInt(value));

const MOST_PATTERNS = 5;
