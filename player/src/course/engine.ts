// Plays a scenario's table: the browser's side of the rules in docs/scenarios.md ("How a table is played"), the twin of
// builder/course/table_rules.py. Pure: every function goes from values to values. Shared vectors hold the two together.

import type { Hundredths } from "./data";

/** A whole number, or an operator with what it works on: `["var", 0]`, `["and", a, b]`. A yes is 1 and a no is 0. */
export type Tree = number | Operation;

export interface Operation extends Array<string | Tree> {
  0: string;
}

/** Show the node's line of that index; or go to another node, where the guard holds. */
export type Step = number | [target: number, guard?: Tree];

export interface Choice {
  n: number;
  id: string;
  to: number;
  if?: Tree;
  /** How often it may be taken in one play; 0 where there is no limit. */
  again: number;
  /** Seconds until it happens by itself in timed play; 0 where it never does. */
  after: number;
  adds: [variable: number, step: number][];
  sets: [variable: number, value: number][];
  shows: number[];
  score: number;
}

export type Rating = "good" | "fair" | "poor";

export interface Node {
  n: number;
  id: string;
  steps: Step[];
  choices: Choice[];
  rating?: Rating;
}

/** Made by builder/course/table.py. Nodes, variables and techniques are named by index, choices by number. */
export interface Table {
  start: number;
  variables: [start: number, low: number, high: number][];
  /** Variables that begin with what another scenario's play brings; absent where none does. */
  carried?: number[];
  techniques: string[];
  nodes: Node[];
  caps: Record<Rating, Hundredths>;
  /** The most points that a play can get, as the prover found. */
  most: number;
}

/** Where a play stands. */
export interface State {
  node: number;
  values: number[];
  /** Techniques shown so far, ascending. */
  shown: number[];
  /** Nodes entered so far, ascending. */
  visited: number[];
  /** How often each choice with a limit was taken, by its number. */
  taken: Record<number, number>;
  points: number;
}

/** What happens on entering a node: the lines shown, as (node, line), and where the play then stands. */
export interface Arrival {
  state: State;
  lines: [node: number, line: number][];
}

/** One choice taken: from where, and what followed. */
export interface Turn extends Arrival {
  before: State;
  choice: Choice;
}

export const nodeOf = (table: Table, state: State): Node => table.nodes[state.node]!;

/** A play begins; `brought` are values for the variables of `table.carried`, in that order, in place of their own. */
export function start(table: Table, brought: number[] = []): Arrival {
  const values = table.variables.map(([first]) => first);
  brought.forEach((value, index) => (values[table.carried![index]!] = value));
  return enter(table, { node: table.start, values, shown: [], visited: [], taken: {}, points: 0 });
}

/**
 * The choices that may be taken. In timed play only the soonest of those with `after` is among them (the first, where
 * two are equal): it happens by itself. At an ending there is none.
 */
export function open(table: Table, state: State, timed = false): Choice[] {
  const found = nodeOf(table, state).choices.filter(
    (choice) => !isSpent(state, choice) && value(choice.if ?? 1, state),
  );
  const [due] = found.filter((choice) => choice.after).sort((a, b) => a.after - b.after);
  return found.filter((choice) => !timed || choice === due || !choice.after);
}

/** What follows when an open choice is taken. */
export function choose(table: Table, state: State, choice: Choice): Arrival {
  const values = [...state.values];
  const put = (variable: number, to: number): void => {
    const [, low, high] = table.variables[variable]!;
    values[variable] = Math.max(low, Math.min(high, to));
  };
  choice.adds.forEach(([variable, step]) => put(variable, values[variable]! + step));
  choice.sets.forEach(([variable, to]) => put(variable, to));
  return enter(table, {
    node: choice.to,
    values,
    shown: union(state.shown, choice.shows),
    visited: state.visited,
    taken: choice.again ? { ...state.taken, [choice.n]: (state.taken[choice.n] ?? 0) + 1 } : state.taken,
    points: state.points + choice.score,
  });
}

/** The turns of a play given by its choices' numbers; null where the table does not allow such a play. */
export function replay(table: Table, numbers: number[], brought?: number[]): Turn[] | null {
  const turns: Turn[] = [];
  let before = start(table, brought).state;
  for (const n of numbers) {
    const choice = open(table, before).find((one) => one.n === n);
    if (!choice) return null;
    const arrival = choose(table, before, choice);
    turns.push({ before, choice, ...arrival });
    before = arrival.state;
  }
  return turns;
}

/** The score of a play that has come to an ending: points over the most, rounded half up, within the ending's cap. */
export function score(table: Table, state: State): Hundredths {
  const { most } = table;
  const cap = table.caps[nodeOf(table, state).rating!];
  return most > 0 ? Math.min(cap, Math.floor((state.points * 20000 + most) / (2 * most))) : cap;
}

/** The open choices that earn the most points, whether play is timed or not. */
export function strongest(table: Table, state: State): Choice[] {
  const found = open(table, state);
  const most = Math.max(...found.map((choice) => choice.score));
  return found.filter((choice) => choice.score === most);
}

/** Whether a choice was taken as often as its limit allows. */
export const isSpent = (state: State, choice: Choice): boolean =>
  (state.taken[choice.n] ?? 0) >= (choice.again || Infinity);

/** The value of a condition's tree. */
export function value(tree: Tree, state: State): number {
  if (typeof tree === "number") return tree;
  const [op, ...parts] = tree as [string, ...Tree[]];
  const index = parts[0] as number;
  const of = (part: number): number => value(parts[part]!, state);
  switch (op) {
    case "var":
      return state.values[index]!;
    case "visited":
      return +state.visited.includes(index);
    case "shown":
      return +state.shown.includes(index);
    case "not":
      return +!of(0);
    case "and":
      return +parts.every((part) => value(part, state));
    case "or":
      return +parts.some((part) => value(part, state));
    default:
      return +compare(op, of(0), of(1));
  }
}

/** `op` has in it the sign of how the two stand, or denies that they are equal. */
function compare(op: string, a: number, b: number): boolean {
  return (op === "!=") !== op.includes(a < b ? "<" : a > b ? ">" : "=");
}

function enter(table: Table, came: State, lines: Arrival["lines"] = []): Arrival {
  const { node } = came;
  const state = { ...came, visited: union(came.visited, [node]) };
  for (const step of nodeOf(table, state).steps) {
    if (typeof step === "number") lines.push([node, step]);
    else if (value(step[1] ?? 1, state)) return enter(table, { ...state, node: step[0] }, lines);
  }
  return { state, lines };
}

/** What either holds, ascending, each once. */
export const union = (a: number[], b: number[]): number[] => [...new Set([...a, ...b])].sort((x, y) => x - y);
