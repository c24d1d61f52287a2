// The one place that decides completion, success, score and progress, and when they are final. Pure: from the course, the
// saved values and what the LMS brought. LMSs close the door behind a final status (many open it for review only), so
// nothing final is said before the learner can gain no more by going on, or asks for it.

import type { ActivityData, CourseData, Hundredths } from "./data";
import { type Objective, objectives } from "./objectives";
import type { Values } from "./state";

/** What the course knows of its result. A tracker only translates it. */
export interface Result {
  completion: "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  /** Null while nothing scored has been done, and where it must not be sent yet. */
  score: Hundredths | null;
  progress: Hundredths;
  final: boolean;
  /** Each outcome of the course. */
  objectives: Objective[];
}

/** What a kind of activity says of its records, by their saved values alone. */
export interface Rule<D extends ActivityData = ActivityData> {
  /** Whether the activity counts as done, for completion. */
  done(data: D, values: Values | null, course: CourseData): boolean;
  /** Its score, where it is a part: null while there is none. */
  score?(data: D, values: Values | null): Hundredths | null;
  /** Whether no better score can come (all attempts spent). */
  spent?(data: D, values: Values | null): boolean;
  /** Of an activity that may have a pass mark of its own: whether it was reached, as always where there is none. */
  passed?(data: D, values: Values | null): boolean;
  /** Whether its page is done only when it is, as with practice questions. */
  paged?: boolean;
  /** Scores by the ids of misconceptions, topics and marking points that it holds, of the attempt that counts. */
  objectives?(data: D, values: Values | null): Record<string, Hundredths>;
}

/** The rules of the activities by kind: `activityKind` of the registry. A kind without rules is a question. */
export type Rules = (kind: string) => Rule | undefined;

/** The saved values of a record; null where there is none. */
export type ValuesOf = (n: number) => Values | null;

/** Record 0's `sent` while nothing was sent, and where the result that was sent had no score; else the score plus 1. */
export const NOT_SENT = 0;
export const SENT_WITHOUT_SCORE = 10002;

/** Record 0's `success`: the place of the word in this list. */
export const SUCCESS = ["unknown", "passed", "failed"] as const;

const ALL = 10000;
/** Progress while the result is not final: a whole per cent below all, so that no rounding calls it complete. */
const MOST_UNFINISHED = 9900;

/** Whether a page counts as done: it was shown, its practice questions were answered, and what else it waits for is done. */
export function pageDone(course: CourseData, rules: Rules, values: ValuesOf, n: number): boolean {
  const page = course.pages.find((each) => each.n === n);
  const done = (each: number) => activityDone(course, rules, values, each);
  const paged = course.activities.filter((each) => each.page === n && rules(each.kind)?.paged);
  return visited(values).includes(n) && [...(page?.practice ?? []), ...paged.map((each) => each.n)].every(done);
}

/** Whether an activity counts as done, by its kind's own rule. */
export function activityDone(course: CourseData, rules: Rules, values: ValuesOf, n: number): boolean {
  const data = activityData(course, n);
  const rule = data && rules(data.kind);
  return rule ? rule.done(data, values(n), course) : !!values(n)?.checked;
}

/** The numbers of the pages and activities that completion still waits for, and how many it asks for in all. */
export function unfinished(course: CourseData, rules: Rules, values: ValuesOf): { left: number[]; all: number } {
  const { pages, required } = course.completion;
  const left = [
    ...pages.filter((n) => !pageDone(course, rules, values, n)),
    ...required.filter((n) => !activityDone(course, rules, values, n)),
  ];
  return { left, all: pages.length + required.length };
}

/** The weighted score of the parts, rounded half up; null while no part has a score. Parts without one count as 0. */
export function courseScore(course: CourseData, rules: Rules, values: ValuesOf): Hundredths | null {
  let scored = false;
  let [sum, all] = [0, 0];
  for (const { n, weight } of course.scoring.parts) {
    const data = activityData(course, n);
    const score = (data && rules(data.kind)?.score?.(data, values(n))) ?? null;
    scored ||= score !== null;
    sum += weight * (score ?? 0);
    all += weight;
  }
  return scored ? Math.floor((2 * sum + all) / (2 * all)) : null;
}

/** The pass mark that holds: the LMS's in place of the course's; none where nothing is scored. */
export const passMark = (course: CourseData, brought: Hundredths | null): Hundredths | null =>
  course.scoring.parts.length ? brought ?? course.scoring.pass : null;

/** Whether the pass mark is reached, if there is one, and with it each part's own. */
export const passes = (course: CourseData, rules: Rules, values: ValuesOf, pass: Hundredths | null): boolean =>
  (courseScore(course, rules, values) ?? 0) >= (pass ?? 0) &&
  course.scoring.parts.every(({ n }) => {
    const data = activityData(course, n);
    return !data || rules(data.kind)?.passed?.(data, values(n)) !== false;
  });

/** The result as it stands. `brought` is the LMS's own pass mark, null where it has none. */
export function decide(course: CourseData, rules: Rules, values: ValuesOf, brought: Hundredths | null): Result {
  const pass = passMark(course, brought);
  // Where the LMS compares with a mastery score, an unfinished score would turn into a final `failed`.
  const early = brought === null && !course.lmsDecides;
  const whole = sentResult(values) ?? judged(course, rules, values, pass, early);
  const { final } = whole;
  const done = (n: number) => activityDone(course, rules, values, n);
  return { ...whole, objectives: objectives(course, rules, values, done, final, final || early, pass) };
}

/** The result without its objectives, while none was sent. */
function judged(course: CourseData, rules: Rules, values: ValuesOf, pass: Hundredths | null, early: boolean): Whole {
  const { left, all } = unfinished(course, rules, values);
  const score = courseScore(course, rules, values);
  const reached = passes(course, rules, values, pass);
  if (!left.length && (pass === null || reached || spent(course, rules, values) || !!values(0)?.finished)) {
    const success = pass === null ? "unknown" : reached ? "passed" : "failed";
    return settled(success, pass === null ? score : score ?? 0);
  }
  const progress = all ? Math.min(Math.floor((ALL * (all - left.length)) / all), MOST_UNFINISHED) : 0;
  return { completion: "incomplete", success: "unknown", score: early ? score : null, progress, final: false };
}

/** What record 0 must keep when this final result goes out, so that it never goes back. */
export const sentValues = (result: Whole): Values => ({
  sent: result.score === null ? SENT_WITHOUT_SCORE : result.score + 1,
  success: SUCCESS.indexOf(result.success),
});

type Whole = Omit<Result, "objectives">;

const settled = (success: Result["success"], score: Hundredths | null): Whole => ({
  completion: "completed",
  success,
  score,
  progress: ALL,
  final: true,
});

/** The result that was sent stays, whatever is played afterwards and however the course is corrected. */
function sentResult(values: ValuesOf): Whole | null {
  const record = values(0);
  const sent = Number(record?.sent ?? NOT_SENT);
  if (sent === NOT_SENT) return null;
  const success = SUCCESS[Number(record?.success)] ?? "unknown";
  return settled(success, sent === SENT_WITHOUT_SCORE ? null : sent - 1);
}

/** The pages that were shown. */
export const visited = (values: ValuesOf): number[] => (values(0)?.visited ?? []) as number[];

/** Whether no part can bring a better score. A kind without the rule, a scenario, can always be played again. */
const spent = (course: CourseData, rules: Rules, values: ValuesOf): boolean =>
  course.scoring.parts.every((part) => {
    const data = activityData(course, part.n);
    return data && rules(data.kind)?.spent?.(data, values(part.n));
  });

const activityData = (course: CourseData, n: number): ActivityData | undefined =>
  course.activities.find((each) => each.n === n);
