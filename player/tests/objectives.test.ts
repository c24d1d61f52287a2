import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActivityData, CourseData } from "../src/course/data";
import type { Objective } from "../src/course/objectives";
import { judge as judgeOf, sentValues } from "../src/course/result";
import type { Values } from "../src/course/state";
import { CALL, CHECK, course, PRACTICE, READ, rules as kinds, START } from "./courses";

type Work = Record<number, Values>;

const shows = (data: Omit<ActivityData, "page">, objectives: string[], quiz?: number): ActivityData =>
  ({ page: READ, ...data, objectives, ...(quiz === undefined ? {} : { quiz }) }) as ActivityData;

const [ASKED, FORM] = [7, 8];

/** One outcome that a practice question, a question of the quiz, a call and a form show, and one that the quiz itself does. */
const of = (changes: Partial<CourseData> = {}): CourseData =>
  course({
    activities: [
      shows({ kind: "single", n: PRACTICE, id: "q-respond" }, ["LO1", "MC1"], 0),
      shows({ kind: "quiz", n: CHECK, id: "final-check" }, ["LO2"]),
      shows({ kind: "single", n: ASKED, id: "q-final" }, ["LO1", "MC1", "LO2"], CHECK),
      shows({ kind: "scenario", n: CALL, id: "call" }, ["LO1", "MP1"]),
      shows({ kind: "reflection", n: FORM, id: "account" }, ["LO1", "MP1"]),
    ],
    outcomes: [
      { id: "LO1", text: "Respond", by: [PRACTICE, CHECK, CALL, FORM] },
      { id: "LO2", text: "Check", by: [CHECK] },
    ],
    ...changes,
  });

/** The quiz scores what it holds by the values' word for it. */
const rules: typeof kinds = (kind) => {
  const rule = kinds(kind);
  if (kind === "reflection") return { done: (_data, values) => !!values?.submitted };
  return rule && kind === "quiz"
    ? { ...rule, objectives: (_data, values) => (values?.attempts ? { LO1: 5000, MC2: 0 } : ({} as Record<string, number>)) }
    : rule;
};

const judge = (work: Work, brought: number | null = null, changes: Partial<CourseData> = {}): [Objective, Objective] =>
  judgeOf(of(changes), rules, (n) => work[n] ?? null, brought).result().objectives as [Objective, Objective];

const SEEN: Work = { 0: { visited: [START, READ] }, [PRACTICE]: { checked: 1 } };
const attempts = (score: number): Values => ({ attempts: [[1, score]] });

test("at the beginning an outcome is incomplete, without a score, and nothing is known of its success", () => {
  assert.deepEqual(judge({})[0], { id: "LO1", text: "Respond", score: null, progress: 0, completion: "incomplete", success: "unknown" });
});

test("its score is the mean over what has one: what a quiz asked of a misconception, a call, a whole quiz", () => {
  assert.equal(judge({ [CALL]: { best: 8001 } })[0].score, 8000);
  const [first, second] = judge({ [CALL]: { best: 8002 }, [CHECK]: attempts(9000) });
  assert.equal(first.score, 6501); // 5000 and 8001, rounded half up
  assert.equal(second.score, 9000);
});

test("its progress is the share that is done of what shows it: a question of a quiz is done with the quiz", () => {
  assert.equal(judge({ [PRACTICE]: { checked: 1 } })[0].progress, 2500);
  const all = { ...SEEN, [CHECK]: attempts(7000), [CALL]: { best: 1 }, [FORM]: { submitted: 1 } };
  assert.deepEqual(judge(all).map(({ progress }) => progress), [10000, 10000]);
});

test("nothing of it is final before the result is", () => {
  const all = { ...SEEN, [CHECK]: attempts(7000), [CALL]: { best: 10001 }, [FORM]: { submitted: 1 } };
  for (const { completion, success } of judge(all)) assert.deepEqual([completion, success], ["incomplete", "unknown"]);
  const finished = judge({ ...all, 0: { ...SEEN[0], finished: 1 } });
  assert.deepEqual(finished.map(({ success }) => success), ["failed", "failed"]); // 7500 and 7000 of 8000
  assert.deepEqual(finished.map(({ completion }) => completion), ["completed", "completed"]);
});

test("at the end, what was not required and not done leaves it incomplete; its success goes by the pass mark that holds", () => {
  const work = { ...SEEN, [CHECK]: attempts(9000) };
  assert.deepEqual(judge(work).map(({ completion, success }) => [completion, success]), [["incomplete", "failed"], ["completed", "passed"]]);
  assert.deepEqual(judge(work, 5000).map(({ success }) => success), ["passed", "passed"]);
});

test("it stays as it is once the result was sent", () => {
  const work = { ...SEEN, [CHECK]: attempts(9000) };
  const sent = judgeOf(of(), rules, (n) => work[n as keyof typeof work] ?? null, null).result();
  const after = { ...work, 0: { ...SEEN[0], ...sentValues(sent) } };
  assert.deepEqual(judge(after), sent.objectives);
});

test("without a pass mark nothing is passed or failed", () => {
  const changes = { scoring: { pass: null, parts: [{ n: CHECK, weight: 100 }] } };
  assert.deepEqual(judge({ ...SEEN, [CHECK]: attempts(0) }, null, changes).map(({ success }) => success), ["unknown", "unknown"]);
});

test("no score goes out before the end where the LMS compares scores with a mark of its own", () => {
  assert.equal(judge({ [CALL]: { best: 8001 } }, 8000)[0].score, null);
  assert.equal(judge({ [CALL]: { best: 8001 } }, null, { lmsDecides: true })[0].score, null);
});
