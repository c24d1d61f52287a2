import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtNow, broughtThen, keptBrought } from "../../builder/activities/scenario/carry";
import type { SceneData } from "../../builder/activities/scenario/scene";
import type { Table } from "../src/course/engine";
import type { Host } from "../src/activity";
import type { Values } from "../src/course/state";

const plain = { again: 0, after: 0, adds: [], sets: [], shows: [], score: 0 };
const caps = { good: 10000, fair: 7500, poor: 4000 };
/** A note is written well or badly, and the play is over. */
const call: Table = {
  start: 0,
  variables: [[1, 0, 1], [-2, -2, 3]],
  techniques: [],
  most: 0,
  caps,
  nodes: [
    { n: 1, id: "note", steps: [], choices: [{ ...plain, n: 1, id: "well", to: 1, adds: [[1, 4]] }, { ...plain, n: 2, id: "badly", to: 1, adds: [[1, 1]] }] },
    { n: 2, id: "over", steps: [], choices: [], rating: "good" },
  ],
};
const record: Table = { ...call, variables: [[0, -2, 3]], carried: [0] };
const brings = { table: record, carried: [[0, 7, 1]] } as unknown as SceneData;

const hostWith = (kept: Values | null): Host =>
  ({ values: (n: number) => (n === 7 ? kept : null), data: () => ({ table: call }) }) as unknown as Host;

test("a play is brought what the other scenario's best play ended with", () => {
  assert.deepEqual(broughtNow(brings, hostWith({ best: 1, bestplay: [1], bestbrought: [] })), [2]);
  assert.deepEqual(broughtNow(brings, hostWith({ best: 1, bestplay: [2], bestbrought: [] })), [-1]);
});

test("where no play of the other scenario has ended, the variable has its own start", () => {
  assert.deepEqual(broughtNow(brings, hostWith(null)), [0]);
  assert.deepEqual(broughtNow(brings, hostWith({ best: 0, bestplay: [], bestbrought: [] })), [0]);
});

test("a best play that the other scenario does not allow any more brings nothing", () => {
  assert.deepEqual(broughtNow(brings, hostWith({ best: 1, bestplay: [9], bestbrought: [] })), [0]);
});

test("what was brought is kept from the least, and comes back as it was", () => {
  for (const brought of [[-2], [0], [3]]) assert.deepEqual(broughtThen(record, keptBrought(record, brought)), brought);
  assert.deepEqual(keptBrought(record, [-2]), [0]);
});

test("a play that was begun before anything was carried was brought nothing", () => {
  assert.deepEqual(broughtThen(record, []), []);
  assert.deepEqual(broughtThen(record, undefined), []);
});

test("what was brought stays within bounds that have become narrower", () => {
  assert.deepEqual(broughtThen({ ...record, variables: [[0, -2, 1]] }, [5]), [1]);
});
