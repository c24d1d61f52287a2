// What the course knows of each outcome, from what shows it: the activities that name it among their objectives (the
// builder puts an outcome before the misconceptions and marking points that it is shown by). Pure.

import type { ActivityData, CourseData, Hundredths } from "./data";
import type { Result, Rules, ValuesOf } from "./result";
import { rounded } from "./rounded";

export interface Objective {
  id: string;
  text: string;
  /** The mean over what has a score; null where nothing has, and where it must not be sent yet. */
  score: Hundredths | null;
  /** How much of what shows it is done. */
  progress: Hundredths;
  completion: Result["completion"];
  success: Result["success"];
}

interface Shows extends ActivityData {
  objectives?: string[];
}

const ALL = 10000;

/**
 * The outcomes as they stand. `done` says whether an activity counts as done; `scores` whether scores may be sent; the
 * statuses stay open until the result is `final`, and without a pass mark nothing is passed or failed.
 */
export function objectives(
  course: CourseData,
  rules: Rules,
  values: ValuesOf,
  done: (n: number) => boolean,
  final: boolean,
  scores: boolean,
  pass: Hundredths | null,
): Objective[] {
  return course.outcomes.map(({ id, text, by }) => {
    const showing = (course.activities as Shows[]).filter(({ n }) => by.includes(n));
    const got = showing.flatMap((data) => {
      const rule = rules(data.kind);
      const work = values(data.n);
      // A quiz shows it by all of its questions, or by those that name it.
      return (data.objectives?.includes(id) ? rule?.score?.(data, work) : rule?.objectives?.(data, work)[id]) ?? [];
    });
    const progress = mean(showing.map(({ n }) => (done(n) ? ALL : 0))) ?? 0;
    const score = scores ? mean(got) : null;
    return {
      id,
      text,
      score,
      progress,
      completion: final && progress === ALL ? "completed" : "incomplete",
      success: !final || pass === null || score === null ? "unknown" : score >= pass ? "passed" : "failed",
    };
  });
}

/** The mean by weights, rounded half up; null of nothing. */
export function mean(scores: Hundredths[], weights = scores.map(() => 1)): Hundredths | null {
  const sum = scores.reduce((before, score, i) => before + weights[i]! * score, 0);
  const all = weights.reduce((before, weight) => before + weight, 0);
  return all ? rounded(sum, all) : null;
}
