// What a learner has seen of a scenario, in this play and in all plays. What was not seen has no name yet.

import type { Values } from "coursewright";
import type { Arrival, Turn } from "../../../player/src/course/engine";
import { broughtThen } from "./carry";
import type { Scene, Told } from "./scene";

export interface Explored {
  /** By index. */
  nodes: Set<number>;
  /** By number. */
  choices: Set<number>;
  /** Ways that a play went on by itself, as `from to`. */
  diverts: Set<string>;
}

/** The turns of the best play that is kept; none where there is none, or where the scenario has changed since. */
export function bestTurns({ data, host, rules }: Scene, kept: Values | null = host.values(data.n)): Turn[] {
  const numbers = (kept?.bestplay ?? []) as number[];
  return rules.replay(data.table, numbers, broughtThen(data.table, kept?.bestbrought)) ?? [];
}

/** What this play has seen. */
export function seenNow({ data: { table }, rules }: Scene, { turns, end, brought }: Told): Explored {
  const first = went(table.start, rules.start(table, brought));
  return {
    nodes: new Set(end.visited),
    choices: new Set(turns.map(({ choice }) => choice.n)),
    diverts: new Set([...first, ...turns.flatMap((turn) => went(turn.choice.to, turn))]),
  };
}

/** What all plays have seen. Where they went on by themselves is known of the best and of this one. */
export function seenEver(scene: Scene, now: Explored): Explored {
  const { data, host } = scene;
  const kept = host.values(data.n);
  const before = new Set(kept?.nodes as number[] | undefined);
  const indexes = data.table.nodes.flatMap(({ n }, index) => (before.has(n) ? index : []));
  return {
    nodes: new Set([...now.nodes, ...indexes]),
    choices: new Set([...now.choices, ...((kept?.edges ?? []) as number[])]),
    diverts: new Set([...now.diverts, ...bestTurns(scene).flatMap((turn) => went(turn.choice.to, turn))]),
  };
}

/** From node to node until the play stood, as far as lines were heard. */
function went(first: number, { lines, state }: Arrival): string[] {
  const way = [first, ...lines.map(([node]) => node), state.node];
  return way.slice(1).map((node, at) => `${way[at]} ${node}`);
}
