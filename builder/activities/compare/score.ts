// How much a comparison with an expert is worth, in whole hundredths: the twin of score.py.

import { type Hundredths, type QuestionData, rounded, type Values } from "coursewright";

/** What builder/activities/compare/model.py gives. */
export interface CompareData extends QuestionData {
  graded: boolean;
  /** The expert's answer, in the form of what is kept. */
  key: number[];
  /** On a line: how many points off are near enough. Absent where the statements are put in order. */
  near?: number;
  /** HTML by the statement's number, of those that have some. */
  feedback: Record<number, string>;
}

/** What is kept: the numbers in their order, or place by place the point, 1 to 11, of the statement of that number. */
export const placed = (values: Values | null): number[] => (values?.placed ?? []) as number[];

/** Whether a statement was placed as the expert did: near enough on its line, or in the same place of the order. */
export const isNear = ({ key, near }: CompareData, given: number[], n: number): boolean =>
  near === undefined ? given.indexOf(n) === key.indexOf(n) : !!given[n - 1] && Math.abs(given[n - 1]! - key[n - 1]!) <= near;

/** The share of the statements that are near the expert's place, or of the pairs that stand as the expert's do. */
export function compareScore(data: CompareData, values: Values): Hundredths | null {
  const given = placed(values);
  const hits =
    data.near === undefined
      ? data.key.flatMap((n, at) => data.key.slice(at + 1).map((m) => given.includes(n) && given.indexOf(n) < given.indexOf(m)))
      : data.options.map(({ n }) => isNear(data, given, n));
  return data.graded ? rounded(10000 * hits.filter(Boolean).length, hits.length) : null;
}
