// Where a play stands, as the state keeps it: by numbers that outlive a change of the scenario. Pure: from values to values.

import type { Values } from "coursewright";
import { type Arrival, choose, nodeOf, replay, start, type State, type Table, type Turn } from "../../../player/src/course/engine";
import { broughtThen, keptBrought } from "./carry";

/** A play as it stands: what it was brought, the numbers of its choices, and its turns, where the table still allows them. */
export interface Play {
  brought: number[];
  numbers: number[];
  turns: Turn[];
  state: State;
}

/** What the state keeps of a play. */
export const place = (table: Table, { brought, numbers, state }: Play): Values => ({
  play: numbers,
  node: nodeOf(table, state).n,
  meters: state.values.map((at, index) => at - table.variables[index]![1]),
  brought: keptBrought(table, brought),
});

/**
 * A play that the state has kept. The scenario may have changed since: where the choices do not lead to that node any more,
 * the play is in the node all the same, as it was, but without turns (`moved`); where the node is gone, there is no play.
 */
export function placed(table: Table, kept: Values): (Play & { moved: boolean }) | null {
  const node = table.nodes.findIndex(({ n }) => n === kept.node);
  if (node < 0) return null;
  const numbers = kept.play as number[];
  const brought = broughtThen(table, kept.brought);
  const turns = replay(table, numbers, brought);
  const state = turns?.length ? turns[turns.length - 1]!.state : start(table, brought).state;
  if (turns && state.node === node) return { brought, numbers, turns, state, moved: false };
  return { brought, numbers, turns: [], state: carried(table, node, numbers, kept.meters as number[]), moved: true };
}

/** A state in a scenario that has changed: the node and the meters as they were kept, and what the known choices earned. */
function carried(table: Table, node: number, played: number[], meters: number[]): State {
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
