// How much a choice of several options is worth, in whole hundredths: the twin of `several` in
// builder/course/options_score.py.

import { type ChoiceData, chosen, type Hundredths, optionsKind, type Values } from "coursewright";

export interface SeveralData extends ChoiceData {
  /** `all`: exactly the right options or nothing. `each`: eachScore. */
  score: "all" | "each";
}

/** 0 to 10000 for these values, by the question's `score`. */
export const severalScore = (data: SeveralData, values: Values): Hundredths | null =>
  data.score === "all"
    ? optionsKind.score(data, values)
    : eachScore(chosen(values), data.right, data.options.length - data.right.length);

/**
 * 0 to 10000: the share of the right options that were chosen less the share of the wrong ones that were, so that
 * choosing everything is worth as little as choosing nothing. `wrong` is how many of the options are.
 */
export function eachScore(chosen: number[], right: number[], wrong: number): number {
  const hits = chosen.filter((n) => right.includes(n)).length;
  const slips = chosen.length - hits;
  const all = right.length * (wrong || 1);
  const got = Math.max(0, hits * (wrong || 1) - slips * right.length);
  return Math.floor((20000 * got + all) / (2 * all));
}
