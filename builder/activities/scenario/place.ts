// Where a play stands, as the state keeps it: by numbers that outlive a change of the scenario.

import type { Values } from "coursewright";
import { type Arrival, nodeOf, type State, type Table, union } from "../../../player/src/course/engine";

/** What the state keeps of where a play stands. */
export const place = (table: Table, state: State): Values => ({
  node: nodeOf(table, state).n,
  meters: state.values.map((at, index) => at - table.variables[index]![1]),
});

/** A state in a scenario that has changed: the node and the meters as they were kept, and what the known choices earned. */
export function carried(table: Table, node: number, played: number[], meters: number[]): State {
  const values = table.variables.map(([first, low, high], index) => Math.min(high, low + (meters[index] ?? first - low)));
  const all = new Map(table.nodes.flatMap((one) => one.choices).map((choice) => [choice.n, choice]));
  const known = played.flatMap((n) => all.get(n) ?? []);
  const points = known.reduce((sum, choice) => sum + choice.score, 0);
  const taken: Record<number, number> = {};
  for (const { n } of known) taken[n] = (taken[n] ?? 0) + 1;
  const shown = known.flatMap((choice) => choice.shows);
  return { node, values, shown: union(shown, []), visited: [node], taken, points: Math.min(points, table.most) };
}

/** All the lines of a node, whatever leads on from it. */
export const linesOf = (table: Table, node: number): Arrival["lines"] =>
  table.nodes[node]!.steps.flatMap((step) => (typeof step === "number" ? [[node, step] as [number, number]] : []));
