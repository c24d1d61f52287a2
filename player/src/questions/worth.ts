// What an answer is worth where hints cost something: the one rule for practice, quizzes and reports.

import type { QuestionKind } from "../activity";
import type { Hundredths, QuestionData } from "../course/data";
import type { Values } from "../course/state";

/** What the hints that were shown take from the question's score, in per cent, at most all of it. */
export const hintsCost = (data: QuestionData, values: Values): number =>
  (data.hints ?? []).slice(0, Number(values.hints ?? 0)).reduce((sum, { cost }) => Math.min(sum + cost, 100), 0);

/** 0 to 10000 for these values less what the hints cost, rounded half up; null where the kind is never graded. */
export function worth(data: QuestionData, rules: Pick<QuestionKind, "score">, values: Values): Hundredths | null {
  const score = rules.score(data, values);
  return score && Math.floor((score * (100 - hintsCost(data, values)) + 50) / 100);
}
