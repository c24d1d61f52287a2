// How much a choice of several options is worth, in whole hundredths: the twin of `several` in
// builder/course/options_score.py.

import { type ChoiceData, chosen, type Hundredths, optionsKind, rounded, type Values } from "coursewright";

export interface SeveralData extends ChoiceData {
  /** What a wrong option takes of the score: so much of so much. Absent for exactly the right options or nothing. */
  slip?: [cost: number, of: number];
}

/** 0 to 10000 for these values. */
export const severalScore = (data: SeveralData, values: Values): Hundredths | null =>
  data.slip ? eachScore(chosen(values), data.right, data.slip[1], data.slip[0]) : optionsKind.score(data, values);

/** 0 to 10000: the share of the right options that were chosen, less `cost` / `of` for each wrong one, at least nothing. */
export function eachScore(chosen: number[], right: number[], of: number, cost = 1): number {
  const hits = chosen.filter((n) => right.includes(n)).length;
  const slips = chosen.length - hits;
  const all = right.length * of;
  const got = Math.max(0, hits * of - slips * cost * right.length);
  return rounded(10000 * got, all);
}
