import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeOf, open, replay, score, start, strongest, type Table } from "../src/course/engine";

const plain = { again: 0, after: 0, adds: [], sets: [], shows: [], score: 0 };
const table: Table = {
  start: 0,
  variables: [[3, 0, 5]],
  techniques: ["empathy"],
  most: 3,
  caps: { good: 10000, fair: 7500, poor: 4000 },
  nodes: [
    {
      n: 7,
      id: "opening",
      steps: [0],
      choices: [
        { ...plain, n: 4, id: "listen", to: 1, adds: [[0, 9]], shows: [0], score: 2 },
        { ...plain, n: 9, id: "wait", to: 0, again: 1, after: 30 },
        { ...plain, n: 5, id: "argue", to: 2, if: [">", ["var", 0], 4], score: 2 },
      ],
    },
    { n: 2, id: "heard", steps: [[2, ["<", ["var", 0], 5]], 0], choices: [{ ...plain, n: 1, id: "agree", to: 3, score: 1 }] },
    { n: 3, id: "lost", steps: [], choices: [], rating: "poor" },
    { n: 8, id: "agreed", steps: [], choices: [], rating: "good" },
  ],
};

test("a play is told again from its choices' numbers", () => {
  const turns = replay(table, [9, 4, 1])!;
  assert.deepEqual(turns.map((turn) => turn.choice.id), ["wait", "listen", "agree"]);
  assert.deepEqual(turns.map((turn) => turn.lines), [[[0, 0]], [[1, 0]], []]);
  const end = turns[2]!.state;
  assert.deepEqual([nodeOf(table, end).id, end.values, end.shown, score(table, end)], ["agreed", [5], [0], 10000]);
});

test("a play that the table does not allow is not told", () => {
  assert.equal(replay(table, [5]), null);
  assert.equal(replay(table, [9, 9]), null);
  assert.equal(replay(table, [1]), null);
  assert.deepEqual(replay(table, []), []);
});

test("the strongest choices are those that are open", () => {
  const state = start(table).state;
  assert.deepEqual(strongest(table, state).map((choice) => choice.id), ["listen"]);
  assert.deepEqual(open(table, { ...state, values: [5] }).map((choice) => choice.id), ["listen", "wait", "argue"]);
  assert.equal(strongest(table, { ...state, values: [5] }).length, 2);
});
