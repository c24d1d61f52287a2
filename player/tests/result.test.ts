import assert from "node:assert/strict";
import { test } from "node:test";
import type { CourseData } from "../src/course/data";
import { judge as judgeOf, type Rules, sentValues } from "../src/course/result";
import type { Values } from "../src/course/state";
import { CALL, CHECK, course, PRACTICE, READ, rules, START, withScenario } from "./courses";

type Work = Record<number, Values>;

const ALL_SEEN: Work = { 0: { visited: [START, READ] }, [PRACTICE]: { checked: 1 } };
const quiz = (...scores: number[]): Values => ({ attempts: scores.map((score, i) => [i + 1, score]) });
const judge = (work: Work, brought: number | null = null, of: CourseData = course()) =>
  judgeOf(of, rules, (n) => work[n] ?? null, brought).result();

test("a course that was only opened is incomplete with no score", () => {
  assert.deepEqual(judge({}), { completion: "incomplete", success: "unknown", score: null, progress: 0, final: false, objectives: [] });
});

test("a page counts once it was shown and its practice questions were answered", () => {
  assert.equal(judge({ 0: { visited: [START, READ] } }).progress, 3333);
  assert.equal(judge(ALL_SEEN).progress, 6666);
});

test("a pass with everything done is final", () => {
  const result = judge({ ...ALL_SEEN, [CHECK]: quiz(8000) });
  assert.deepEqual(result, { completion: "completed", success: "passed", score: 8000, progress: 10000, final: true, objectives: [] });
});

test("a pass is not final before everything that completion requires is done", () => {
  const result = judge({ 0: { visited: [START] }, [CHECK]: quiz(10000) });
  assert.deepEqual([result.final, result.completion, result.success], [false, "incomplete", "unknown"]);
  assert.equal(result.score, 10000);
});

test("a score below the pass mark is never failed while attempts are left", () => {
  const result = judge({ ...ALL_SEEN, [CHECK]: quiz(2000, 7999) });
  assert.deepEqual(result, { completion: "incomplete", success: "unknown", score: 7999, progress: 9900, final: false, objectives: [] });
});

test("a score below the pass mark is failed when the attempts are spent", () => {
  const result = judge({ ...ALL_SEEN, [CHECK]: quiz(2000, 7000, 100) });
  assert.deepEqual([result.final, result.success, result.score], [true, "failed", 7000]);
});

test("a score below the pass mark is failed when the learner finishes", () => {
  const work = { ...ALL_SEEN, 0: { ...ALL_SEEN[0], finished: 1 }, [CHECK]: quiz(7000) };
  assert.deepEqual([judge(work).final, judge(work).success], [true, "failed"]);
});

test("pressing Finish does nothing before everything that completion requires is done", () => {
  assert.equal(judge({ 0: { visited: [START], finished: 1 }, [CHECK]: quiz(7000) }).final, false);
});

test("a part with a pass mark of its own must be passed too, and until it can no more nothing is final", () => {
  const own: Rules = (kind) => {
    const rule = rules(kind);
    return rule && kind === "quiz" ? { ...rule, passed: (_, values) => (rule.score!(_, values) ?? 0) >= 9000 } : rule;
  };
  const judged = (work: Work) => judgeOf(course(), own, (n) => work[n] ?? null, null).result();
  assert.equal(judged({ ...ALL_SEEN, [CHECK]: quiz(8900) }).final, false);
  assert.equal(judged({ ...ALL_SEEN, [CHECK]: quiz(9000) }).success, "passed");
  assert.deepEqual([judged({ ...ALL_SEEN, [CHECK]: quiz(8900, 0, 0) }).success], ["failed"]);
});

test("a page waits for what the builder says that it waits for, which is done by its kind's own rule", () => {
  const [of, recall] = [course(), 99];
  of.activities.push({ kind: "recall", n: recall, id: "r", page: START });
  of.pages.find(({ n }) => n === START)!.practice.push(recall);
  const waiting: Rules = (kind) => (kind === "recall" ? { done: (_, values) => !!values } : rules(kind));
  const done = (work: Work) => judgeOf(of, waiting, (n) => work[n] ?? null, null).pageDone(START);
  assert.equal(done(ALL_SEEN), false);
  assert.equal(done({ ...ALL_SEEN, [recall]: { chosen: 1 } }), true);
});

test("with a scenario among the parts, spent attempts never fail a learner", () => {
  const work: Work = { ...ALL_SEEN, [CHECK]: quiz(0, 0, 0), [CALL]: { best: 5001 } };
  assert.equal(judge(work, null, withScenario()).final, false);
  assert.equal(judge({ ...work, 0: { ...work[0], finished: 1 } }, null, withScenario()).success, "failed");
});

test("the score is weighted and rounded half up, and a part without one counts as nothing", () => {
  const of = withScenario();
  const score = (work: Work) => judgeOf(of, rules, (n) => work[n] ?? null, null).score();
  assert.equal(score({}), null);
  assert.equal(score({ [CHECK]: quiz(9999) }), 5000);
  assert.equal(score({ [CHECK]: quiz(9998) }), 4999);
  assert.equal(score({ [CHECK]: quiz(6667), [CALL]: { best: 10001 } }), 8334);
});

test("the LMS's pass mark replaces the course's", () => {
  assert.equal(judge({ ...ALL_SEEN, [CHECK]: quiz(8000) }, 9000).final, false);
  assert.equal(judge({ ...ALL_SEEN, [CHECK]: quiz(6000) }, 6000).success, "passed");
});

test("no score is given before the end where the LMS compares it with a mastery score", () => {
  const work = { 0: { visited: [START] }, [CHECK]: quiz(7000) };
  assert.equal(judge(work).score, 7000);
  assert.equal(judge(work, 8000).score, null);
  assert.equal(judge(work, null, course({ lmsDecides: true })).score, null);
  assert.equal(judge({ ...ALL_SEEN, [CHECK]: quiz(9000) }, 8000).score, 9000);
});

test("without a pass mark completion is the end", () => {
  const of = course({ scoring: { pass: null, parts: [{ n: CHECK, weight: 100 }] } });
  const result = judge({ ...ALL_SEEN, [CHECK]: quiz(3000) }, null, of);
  assert.deepEqual(result, { completion: "completed", success: "unknown", score: 3000, progress: 10000, final: true, objectives: [] });
});

test("a course without scored parts is completed and neither passed nor failed, whatever mark the LMS brings", () => {
  const of = course({ scoring: { pass: null, parts: [] }, completion: { pages: [START], required: [] } });
  const result = judge({ 0: { visited: [START] } }, 8000, of);
  assert.deepEqual(result, { completion: "completed", success: "unknown", score: null, progress: 10000, final: true, objectives: [] });
});

test("a result that was sent stays, whatever is played afterwards and however the course is corrected", () => {
  const failed = judge({ ...ALL_SEEN, [CHECK]: quiz(0, 0, 6000) });
  const after = { 0: sentValues(failed), [CHECK]: quiz(10000) };
  assert.deepEqual(judge(after, 5000, withScenario()), failed);
});

test("a final result without a score stays one", () => {
  const of = course({ scoring: { pass: null, parts: [{ n: CHECK, weight: 100 }] }, completion: { pages: [START], required: [] } });
  const sent = judge({ 0: { visited: [START] } }, null, of);
  assert.equal(sent.score, null);
  assert.deepEqual(judge({ 0: sentValues(sent), [CHECK]: quiz(4000) }, null, of), sent);
});
