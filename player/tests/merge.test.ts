import assert from "node:assert/strict";
import { test } from "node:test";
import { type Values, fit, type State } from "../src/course/state";
import { merge } from "../src/course/merge";
import { COURSE_RECORD, QUESTION, QUIZ, SCENARIO } from "./courses";

const shapes = { 0: COURSE_RECORD, 3: QUESTION, 4: QUIZ, 5: SCENARIO };

const holding = (n: 0 | 3 | 4 | 5, counter: number, mark: number, values: Values): State =>
  new Map([[n, { counter, mark, values: fit(shapes[n], values) }]]);

const merged = (n: 0 | 3 | 4 | 5, a: [number, number, Values], b: [number, number, Values]): Values => {
  const [first, second] = [holding(n, ...a), holding(n, ...b)];
  assert.deepEqual(merge(shapes, first, second), merge(shapes, second, first));
  return merge(shapes, first, second).get(n)!.values;
};

test("the later answer is taken, whichever device gave it", () => {
  assert.equal(merged(3, [4, 1, { chosen: 2 }], [3, 9, { chosen: 1 }]).chosen, 2);
  assert.equal(merged(3, [3, 1, { chosen: 2 }], [3, 9, { chosen: 1 }]).chosen, 1);
});

test("the best play stays, though another device wrote later", () => {
  const values = merged(5, [2, 1, { best: 9001, bestplay: [1, 2] }], [8, 2, { best: 101, bestplay: [3], play: [3] }]);
  assert.deepEqual([values.best, values.bestplay, values.play], [9001, [1, 2], [3]]);
});

test("pages seen and ways taken on either device count", () => {
  assert.deepEqual(merged(0, [2, 1, { visited: [1, 2] }], [9, 2, { visited: [2, 7] }]).visited, [1, 2, 7]);
  assert.equal(merged(5, [2, 1, { plays: 4 }], [3, 1, { plays: 2 }]).plays, 4);
});

test("a result that was sent keeps its own success", () => {
  const values = merged(0, [9, 1, { sent: 5001, success: 2 }], [2, 2, { sent: 8001, success: 1 }]);
  assert.deepEqual([values.sent, values.success], [8001, 1]);
});

test("attempts of both devices are kept once each, and of too many the best", () => {
  const mine: Values = { attempts: [[1, 4000], [2, 6000]] };
  const theirs: Values = { attempts: [[1, 4000], [2, 7000], [3, 100]] };
  assert.deepEqual(merged(4, [2, 1, mine], [3, 2, theirs]).attempts, [[1, 4000], [2, 6000], [2, 7000]]);
});

test("a record that the course does not know is taken from the later copy", () => {
  const rec = (counter: number, rest: string) => ({ counter, mark: 1, values: {}, rest });
  const [old, late]: State[] = [new Map([[77, rec(1, "AB")]]), new Map([[77, rec(2, "CD")]])];
  assert.equal(merge(shapes, old!, late!).get(77)?.rest, "CD");
  assert.equal(merge(shapes, late!, old!).get(77)?.rest, "CD");
});

test("a copy that is not there changes nothing", () => {
  const state = holding(3, 4, 1, { chosen: 2 });
  assert.deepEqual(merge(shapes, state, new Map()), state);
  assert.deepEqual(merge(shapes, new Map(), state), state);
});
