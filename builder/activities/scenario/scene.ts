// What a scenario's controller gets: its data, and the texts that the page already holds. And what it hands to the debrief,
// which is a script of its own (debrief.later.ts).

import { type ActivityData, type Host, make, type Values } from "coursewright";
import type * as engine from "../../../player/src/course/engine";
import type { State, Table, Turn } from "../../../player/src/course/engine";
import type { DebriefData } from "./debrief_data";

export interface Meter {
  /** Empty for a yes or no that is never named to the learner; then it is hidden. */
  label: string;
  show: "words" | "meter" | "hidden";
  /** Bands from low to high; none for the player's own words. */
  words: string[];
}

export interface SceneData extends ActivityData {
  table: Table;
  /** By variable. */
  meters: Meter[];
  /** Labels, by technique. */
  techniques: string[];
  /** How many different techniques a play should show. */
  demanded: number;
  /** Whether it can be played against the clock. */
  timed: boolean;
  immediate: boolean;
  shuffle: boolean;
  objectives: string[];
  /** What other scenarios' best plays bring, in the order of `table.carried`; the other scenario by its number. */
  carried?: [variable: number, scenario: number, variableThere: number][];
  /** What each node establishes as an ending, by its index in the table, and the marking point that each fact is for. */
  facts: [point: string, fact: string][][];
  /** HTML by the choice's number. */
  feedback: Record<number, string>;
  /** HTML by the node's number. */
  debriefs: Record<number, string>;
  /** What only the debrief reads: made by debrief_data.py. */
  debrief: DebriefData;
}

/** The engine's functions that the debrief takes from the controller, so that they are not fetched twice. */
export type Rules = Pick<
  typeof engine,
  "choose" | "isSpent" | "nodeOf" | "open" | "replay" | "score" | "start" | "strongest" | "value"
>;

/** A scenario in its page. */
export interface Scene {
  data: SceneData;
  host: Host;
  /** The server's text of the whole scenario. */
  story: HTMLElement;
  rules: Rules;
}

/** A play that has ended, for its debrief. */
export interface Told {
  turns: Turn[];
  end: State;
  /** What the play began with in place of the variables of `table.carried`: their values, in that order. */
  brought: number[];
  /** It counts for nothing and is not kept. */
  practice: boolean;
  /** What was kept before the play came to its end; nothing where it had ended before the page was opened. */
  earlier?: Values;
  /** Plays again as practice, from before the turn of that index. */
  replay(turns: number): void;
}

/**
 * Under this name the second script puts its `Debrief` into `features`. How the play ended, its score and the way to
 * another play are shown by the controller, with or without it: what it makes stands between the two.
 */
export const DEBRIEF = "scenario.debrief";
export type Debrief = (scene: Scene, told: Told) => (HTMLElement | "")[];

/** Under this name the controller puts `bestEnd` (carry.ts), for what the second script says of the best play elsewhere. */
export const BEST_END = "scenario.best";

/** A `div` with HTML of the course's own. */
export function markup(kind: string, html: string): HTMLElement {
  const element = make(kind);
  element.innerHTML = html;
  return element;
}

const copies = <Of extends Node>(nodes: Iterable<Of>): Of[] => [...nodes].map((node) => node.cloneNode(true) as Of);

const belowNode = <Of extends HTMLElement>({ story }: Scene, n: number, name: string): Of[] =>
  copies(story.querySelectorAll<Of>(`[data-node="${n}"] > [data-${name}]`));

/** How one talks in a node, where that is not the same all through the scenario; its data are words, by where they go. */
export const channelOf = (scene: Scene, node: number): HTMLElement | undefined =>
  belowNode(scene, scene.data.table.nodes[node]!.n, "channel")[0];

/** Copies of the lines that a turn after the node `from`, or the beginning, brings; where the channel changes, that it does. */
export const heard = (scene: Scene, lines: [node: number, line: number][], from = lines[0]?.[0]): HTMLElement[] =>
  lines.flatMap(([node, line]) => {
    const [was, now] = [from!, node].map((each) => channelOf(scene, each)?.textContent);
    from = node;
    const said = belowNode(scene, scene.data.table.nodes[node]!.n, "line")[line]!;
    return now === was ? [said] : [Object.assign(make("p", now!), { className: "line narration" }), said];
  });

const wordsIn = ({ story }: Scene, n: number): Element => story.querySelector(`[data-choice="${n}"] [data-words]`)!;

/** The words of a choice: as nodes, with what the author made bold or leaning. */
export const wordsOf = (scene: Scene, n: number): Node[] => copies(wordsIn(scene, n).childNodes);

export const textOf = (scene: Scene, n: number): string => wordsIn(scene, n).textContent!.trim();

/** What the learner's choice looks like in the transcript: its words and deeds. */
export function spoken({ story }: Scene, { choice }: Turn): HTMLElement[] {
  const lines = copies(story.querySelectorAll<HTMLElement>(`[data-choice="${choice.n}"] [data-line]`));
  for (const line of lines) line.hidden = false;
  return lines;
}

/** What somebody with experience thinks before they choose, where the author says it. */
export const thoughtsOf = (scene: Scene, n: number): HTMLElement[] => belowNode(scene, n, "thought");

/** How an ending turned out. */
export const outcomeOf = (scene: Scene, n: number): HTMLElement => belowNode(scene, n, "outcome")[0]!;
