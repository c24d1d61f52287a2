// What the filled gaps are worth: the twin of score.py.

import { type Hundredths, type QuestionData, rounded, type Values } from "coursewright";
import { type Comparison, fold, isNear } from "./compare";

/** A gap by its number in ids.lock. */
export interface Gap {
  n: number;
  /** What is right, the plainest first; of a list the right one, then the others. */
  answers: string[];
  list?: true;
}

/** What builder/activities/fill/model.py gives. */
export interface FillData extends QuestionData, Comparison {
  gaps: Gap[];
  score: "each" | "all";
  /** How many slips are forgiven in an answer. */
  typos?: number;
  /** What is said (HTML) to these wrong answers. */
  wrong?: { answers: string[]; html: string }[];
}

/** What stands in the gap. */
export const given = (values: Values | null, gap: Gap): string => String(values?.[`gap${gap.n}`] ?? "");

/** Whether the text is one of the answers, as the question compares them. */
export const isOne = (data: FillData, answers: string[], text: string): boolean =>
  answers.some((answer) => fold(answer, data) === fold(text, data));

/** Whether what stands in the gap is right. A word that the author wrote for something else is never a typo. */
export function isRight(data: FillData, gap: Gap, text: string): boolean {
  if (gap.list) return text === gap.answers[0];
  const plain = fold(text, data);
  if (isOne(data, gap.answers, text)) return !!plain;
  const known = [...data.gaps, ...(data.wrong ?? [])].flatMap(({ answers }) => answers);
  return !isOne(data, known, text) && gap.answers.some((answer) => isNear(plain, fold(answer, data), data.typos ?? 0));
}

/** `each`: the share of right gaps. `all`: all of them or nothing. */
export function score(data: FillData, values: Values): Hundredths {
  const all = data.gaps.length;
  const right = data.gaps.filter((gap) => isRight(data, gap, given(values, gap))).length;
  return data.score === "all" && right < all ? 0 : rounded(10000 * right, all);
}
