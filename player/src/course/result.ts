// The one place that decides completion, success, score and progress, and when they are final. Pure: from the course, the
// saved values and what the LMS brought. LMSs close the door behind a final status (many open it for review only), so
// nothing final is said before the learner can gain no more by going on, or asks for it.

import type { ActivityData, CourseData, Hundredths } from "./data";
import { mean, type Objective, objectives } from "./objectives";
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
  /** Scores by the ids of misconceptions, topics and marking points that it holds, of the attempt that counts. */
  objectives?(data: D, values: Values | null): Record<string, Hundredths>;
}

/** The rules of the activities by kind: `activityKinds` of the registry. A kind without rules is a question. */
export type Rules = (kind: string) => Rule | undefined;

/** The saved values of a record; null where there is none. */
export type ValuesOf = (n: number) => Values | null;

/** Record 0's `sent` where the result that was sent had no score; else it is the score plus 1, and 0 while nothing was. */
export const SENT_WITHOUT_SCORE = 10002;

/** Record 0's `success`: the place of the word in this list. */
export const SUCCESS = ["unknown", "passed", "failed"] as const;

const ALL = 10000;
/** Progress while the result is not final: a whole per cent below all, so that no rounding calls it complete. */
const MOST_UNFINISHED = 9900;

/** What the course comes to as it stands. Every function reads the saved values anew. */
export interface Judge {
  /** The pass mark that holds: the LMS's own in place of the course's; none where nothing is scored. */
  readonly passMark: Hundredths | null;
  /** Whether a page was shown, its practice questions were answered, and what else it waits for is done. */
  pageDone(n: number): boolean;
  /** Whether an activity counts as done, by its kind's own rule. */
  activityDone(n: number): boolean;
  /** The numbers of the pages and activities that completion still waits for, and how many it asks for in all. */
  unfinished(): { left: number[]; all: number };
  /** The weighted score as it stands, also while it must not be sent; null while no part has one. */
  score(): Hundredths | null;
  /** Whether the pass mark is reached, if there is one, and with it each part's own. */
  passes(): boolean;
  result(): Result;
}

type Questions = Required<Pick<Rule, "done" | "score" | "passed" | "spent">>;
type Ask = (data: ActivityData, values: Values | null, course: CourseData) => unknown;

/** The rules for one learner's work on the course. `brought` is the LMS's own pass mark, null where it has none. */
export function judge(course: CourseData, rules: Rules, values: ValuesOf, brought: Hundredths | null): Judge {
  const { parts } = course.scoring;
  const { pages, required } = course.completion;
  const passMark = parts.length ? brought ?? course.scoring.pass : null;
  // Where the LMS compares with a mastery score, an unfinished score would turn into a final `failed`.
  const early = brought === null && !course.lmsDecides;

  /** What the activity's kind says of it by one of its rules, if it has that rule. */
  const ask = <Name extends keyof Questions>(n: number, name: Name): ReturnType<Questions[Name]> | undefined => {
    const data = course.activities.find((each) => each.n === n);
    const rule = data && (rules(data.kind) as Partial<Record<Name, Ask>> | undefined);
    return rule?.[name]?.(data!, values(n), course) as ReturnType<Questions[Name]> | undefined;
  };

  const activityDone = (n: number): boolean => ask(n, "done") ?? !!values(n)?.checked;

  const pageDone = (n: number): boolean => {
    const page = course.pages.find((each) => each.n === n);
    return visited(values).includes(n) && !!page?.practice.every(activityDone);
  };

  const unfinished = () => ({
    left: [...pages.filter((n) => !pageDone(n)), ...required.filter((n) => !activityDone(n))],
    all: pages.length + required.length,
  });

  /** Parts without a score count as 0. */
  const score = (): Hundredths | null => {
    const scores = parts.map(({ n }) => ask(n, "score") ?? null);
    const scored = scores.some((each) => each !== null);
    return scored ? mean(scores.map(Number), parts.map(({ weight }) => weight)) : null;
  };

  const passes = (): boolean =>
    (score() ?? 0) >= (passMark ?? 0) && parts.every(({ n }) => ask(n, "passed") !== false);

  /** Whether no part can bring a better score. A kind without the rule, a scenario, can always be played again. */
  const spent = (): boolean => parts.every(({ n }) => ask(n, "spent"));

  /** The result without its objectives, while none was sent. */
  const judged = (): Whole => {
    const { left, all } = unfinished();
    const reached = passes();
    if (!left.length && (passMark === null || reached || spent() || !!values(0)?.finished)) {
      return passMark === null ? settled("unknown", score()) : settled(reached ? "passed" : "failed", score() ?? 0);
    }
    const progress = all ? Math.min(Math.floor((ALL * (all - left.length)) / all), MOST_UNFINISHED) : 0;
    return { completion: "incomplete", success: "unknown", score: early ? score() : null, progress, final: false };
  };

  const result = (): Result => {
    const whole = sentResult(values) ?? judged();
    const { final } = whole;
    return { ...whole, objectives: objectives(course, rules, values, activityDone, final, final || early, passMark) };
  };

  return { passMark, pageDone, activityDone, unfinished, score, passes, result };
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
  const { sent, success } = (values(0) ?? {}) as Record<string, number>;
  return sent ? settled(SUCCESS[success!] ?? "unknown", sent === SENT_WITHOUT_SCORE ? null : sent - 1) : null;
}

/** The pages that were shown. */
export const visited = (values: ValuesOf): number[] => (values(0)?.visited ?? []) as number[];
