// What an answer is worth where hints cost something: the one rule for practice, quizzes and reports.

import type { QuestionKind } from "../activity";
import { rounded } from "../course/rounded";
import type { Hundredths, QuestionData } from "../course/data";
import type { Values } from "../course/state";

/** 0 to 10000 for these values less what the hints cost, rounded half up; null where the kind is never graded. */
export function worth(data: QuestionData, rules: Pick<QuestionKind, "score">, values: Values): Hundredths | null {
  const score = rules.score(data, values);
  const costs = (data.hints ?? []).slice(0, Number(values.hints ?? 0));
  const left = costs.reduce((sum, cost) => Math.max(sum - cost, 0), 100);
  return score && rounded(score * left, 100);
}
