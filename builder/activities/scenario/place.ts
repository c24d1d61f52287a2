// Where a play stands, as the state keeps it: by numbers that outlive a change of the scenario.

import type { Values } from "coursewright";
import { type Arrival, choose, nodeOf, start, type State, type Table } from "../../../player/src/course/engine";

/** What the state keeps of where a play stands. */
export const place = (table: Table, state: State): Values => ({
  node: nodeOf(table, state).n,
  meters: state.values.map((at, index) => at - table.variables[index]![1]),
});

/** A state in a scenario that has changed: the node and the meters as they were kept, and what the known choices earned. */
export function carried(table: Table, node: number, played: number[], meters: number[]): State {
  const all = new Map(table.nodes.flatMap((one) => one.choices).map((choice) => [choice.n, choice]));
  const earned = played
    .flatMap((n) => all.get(n) ?? [])
    .reduce((state, choice) => choose(table, state, choice).state, start(table).state);
  const values = table.variables.map(([first, low, high], index) => Math.min(high, low + (meters[index] ?? first - low)));
  return { ...earned, node, values, visited: [node], points: Math.min(earned.points, table.most) };
}

/** All the lines of a node, whatever leads on from it. */
export const linesOf = (table: Table, node: number): Arrival["lines"] =>
  table.nodes[node]!.steps.flatMap((step) => (typeof step === "number" ? [[node, step] as [number, number]] : []));
