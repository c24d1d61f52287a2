// How a scenario's best play ended; and the thread from one scenario to another: what a play begins with, because of how
// another scenario's best play ended.

import type { Host, Values } from "coursewright";
import { replay, type State, type Table } from "../../../player/src/course/engine";
import type { SceneData } from "./scene";

/** What a play that begins now is brought; a variable's own start where no play of the other scenario has ended. */
export const broughtNow = ({ table, carried = [] }: SceneData, host: Host): number[] =>
  carried.map(([variable, scenario, there]) => {
    const end = bestEnd(host.data(scenario), host.values(scenario));
    return end?.values[there] ?? table.variables[variable]![0];
  });

/** Where the best play ended; nothing where none has, or where the scenario no longer allows it. */
export const bestEnd = ({ table }: SceneData, kept: Values | null): State | undefined =>
  (kept?.best ? replay(table, kept.bestplay as number[], broughtThen(table, kept.bestbrought)) : null)?.slice(-1)[0]?.state;

/** What a play was brought, as the state keeps it: each value's distance from its offsets. */
export const keptBrought = ({ variables, carried = [] }: Table, brought: number[]): number[] =>
  brought.map((value, index) => value - variables[carried[index]!]![1]);

/** What a play was brought that the state has kept; nothing where it was begun before anything was carried. */
export const broughtThen = ({ variables, carried = [] }: Table, kept: Values[string] | undefined): number[] => {
  const offsets = kept as number[] | undefined;
  if (offsets?.length !== carried.length) return [];
  return carried.map((variable, index) => {
    const [, low, high] = variables[variable]!;
    return Math.min(high, low + offsets[index]!);
  });
};
