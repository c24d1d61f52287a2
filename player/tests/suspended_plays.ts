// Breaks every play of a course's scenarios off after every choice: each edge of the state space is taken, what is kept of the
// play is packed, unpacked and resumed, and compared with the play that was never broken off.
// `node suspended_plays.js FILE`, by tests/player/test_suspended_plays.py; FILE is a course's data.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Play, place, placed } from "../../builder/activities/scenario/place";
import type { SceneData } from "../../builder/activities/scenario/scene";
import { decode, encode } from "../src/course/codec";
import type { CourseData } from "../src/course/data";
import { choose, open, start, type State, type Table } from "../src/course/engine";
import { written } from "../src/course/state";

/** With the most characters that the builder says a scenario's record can take, by its number. */
const course = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as CourseData & { longest: Record<number, number> };
const nothing = encode(course.state, new Map(), Infinity).length;

/** All that the table's variables can be brought. */
const everyBrought = ({ carried = [], variables }: Table): number[][] =>
  carried.reduce<number[][]>((found, variable) => {
    const [, low, high] = variables[variable]!;
    return found.flatMap((brought) => Array.from({ length: high - low + 1 }, (_, step) => [...brought, low + step]));
  }, [[]]);

/** What tells one state from another: of the nodes visited, those that some condition asks about. */
function keyOf(table: Table): (brought: number[], state: State) => string {
  const asked = new Set([...JSON.stringify(table).matchAll(/\["visited",(\d+)\]/g)].map(([, node]) => Number(node)));
  return (brought, { points: _, visited, ...rest }) =>
    JSON.stringify([brought, rest, visited.filter((node) => asked.has(node))]);
}

function broken(data: SceneData, play: Play): void {
  const { table, n } = data;
  const values = place(table, play);
  const best = { best: 10001, bestplay: play.numbers, plays: 1023, edges: play.numbers, bestscore: 10001, bestbrought: play.brought };
  const most = encode(course.state, written(course.state, new Map(), n, { ...values, ...best }, 1), Infinity);
  assert.ok(most.length - nothing <= course.longest[n]!, `${data.id}: ${play.numbers} takes ${most.length - nothing}`);
  const kept = decode(course.state, encode(course.state, written(course.state, new Map(), n, values, 1), Infinity));
  assert.equal(kept.damage, "none");
  const found = placed(table, kept.state.get(n)!.values);
  assert.deepEqual(found, { ...play, moved: false }, `${data.id}: ${play.numbers}`);
}

let edges = 0;
for (const data of course.activities.filter(({ kind }) => kind === "scenario") as SceneData[]) {
  const { table } = data;
  const key = keyOf(table);
  const seen = new Set<string>();
  const waiting: Play[] = everyBrought(table).map((brought) => ({ brought, numbers: [], turns: [], state: start(table, brought).state }));
  for (const play of waiting) broken(data, play);
  for (let play = waiting.pop(); play; play = waiting.pop()) {
    const { brought, numbers, turns, state: before } = play;
    for (const choice of open(table, before)) {
      edges += 1;
      const turn = { before, choice, ...choose(table, before, choice) };
      const next = { brought, numbers: [...numbers, choice.n], turns: [...turns, turn], state: turn.state };
      broken(data, next);
      const at = key(brought, turn.state);
      if (seen.has(at)) continue;
      seen.add(at);
      waiting.push(next);
    }
  }
}
console.log(edges);
