// Plays the prover's vectors (builder/proofs/vectors.py) with the player's engine, and stops at the first edge that
// differs. `node engine_vectors.js FILE`, by tests/proofs/test_vectors.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Arrival, choose, open, score, start, type State, type Table } from "../src/course/engine";

interface Kept {
  node: number;
  values: number[];
  shown: number[];
  visited: number[];
  taken: Record<string, number>;
}

interface Case {
  table: Table;
  start: { state: Kept; lines: [number, number][] };
  starts: { brought: number[]; arrival: { state: Kept; lines: [number, number][] } }[];
  asked: number[];
  states: { state: Kept; open: number[]; timed: number[]; after: { state: Kept; lines: [number, number][] }[]; scores: number[] }[];
}

const cases = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Case[];
let edges = 0;
for (const { table, start: beginning, starts, asked, states } of cases) {
  // The prover keeps only those visits that some condition asks about.
  const kept = (arrival: Arrival) => {
    const { points: _, ...state } = arrival.state;
    return { state: { ...state, visited: state.visited.filter((node) => asked.includes(node)) }, lines: arrival.lines };
  };
  const same = (arrival: Arrival, expected: unknown, what: unknown) =>
    assert.deepEqual(JSON.parse(JSON.stringify(kept(arrival))), expected, JSON.stringify({ table, what }));
  same(start(table), beginning, "start");
  for (const { brought, arrival } of starts) same(start(table, brought), arrival, { brought });
  for (const { state, open: untimed, timed, after, scores } of states) {
    const before: State = { ...state, points: 0 };
    const found = open(table, before);
    assert.deepEqual(found.map((choice) => choice.n), untimed, JSON.stringify({ table, state }));
    assert.deepEqual(open(table, before, true).map((choice) => choice.n), timed, JSON.stringify({ table, state }));
    found.forEach((choice, i) => {
      const arrival = choose(table, before, choice);
      same(arrival, after[i], { state, choice: choice.n });
      assert.equal(arrival.state.points, choice.score);
      edges++;
    });
    scores.forEach((expected, points) => assert.equal(score(table, { ...before, points }), expected));
    assert.equal(table.nodes[state.node]!.rating !== undefined, scores.length > 0);
  }
}
console.log(`${edges} edges of ${cases.length} scenarios`);
