// What an answer is as an interaction, as far as the two SCORM standards agree.

import type { Option } from "../course/data";
import type { Answered, Response } from "./tracker";
import { identifier } from "./words";

/**
 * By the kind of response: the interaction's type, and how many right responses every LMS takes of it (SCORM 2004 4th
 * edition, 4.2.9.1; 1.2 sets no number).
 */
export const TYPES = {
  choices: ["choice", 10],
  truth: ["true-false", 1],
  pairs: ["matching", 5],
  sequence: ["sequencing", 5],
  texts: ["fill-in", 5],
  number: ["numeric", 1],
  range: ["numeric", 1],
  scale: ["likert", 1],
} as const;

/** The options of a response in its order; those of a pair one after the other. */
export const optionsOf = (response: Response): Option[] =>
  "chosen" in response ? [response.chosen].flat() : "pairs" in response ? response.pairs.flat() : "order" in response ? response.order : [];

/** What it shows, outcomes first: as many as every LMS takes (SCORM 2004, 4.2.9). */
export const objectivesOf = ({ objectives }: Answered): string[] =>
  [...new Set(objectives.map((id) => identifier(id, MOST_ID)))].slice(0, MOST_OBJECTIVES);

/** The right responses, each once, as many as every LMS takes. */
export const patterns = (event: Answered, write: (right: Response) => string): string[] =>
  [...new Set(event.correct.map(write))].filter(Boolean).slice(0, TYPES[event.response.type][1]);

/**
 * The result: a word where the answer is right and kept all its score or is wrong and got none, else the share that it
 * got, from 0 to 1, so that the share times the weighting is the points.
 */
export const resultOf = ({ outcome, score }: Answered, wrong: string): string =>
  score !== null && score !== (outcome === "correct" ? ALL : 0) ? String(score / ALL) : outcome === "incorrect" ? wrong : outcome;

/** A number in digits: neither standard knows exponents. */
export const decimal = (value: number): string => value.toFixed(7).replace(/\.?0+$/, "");

export const ALL = 10000;
const MOST_OBJECTIVES = 10;
/** CMIIdentifier (SCORM 1.2, 3.4.4); a long identifier of 2004 may be longer. */
export const MOST_ID = 255;
