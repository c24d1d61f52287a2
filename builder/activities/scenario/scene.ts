// What a scenario's controller gets: its data, and the texts that the page already holds.

import { type ActivityData, type Host, make } from "coursewright";
import type { Table, Turn } from "../../../player/src/course/engine";

export interface Meter {
  /** Empty for a yes or no that is never named to the learner. */
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
  immediate: boolean;
  shuffle: boolean;
  objectives: string[];
  /** HTML by the choice's number. */
  feedback: Record<number, string>;
  /** HTML by the node's number. */
  debriefs: Record<number, string>;
}

/** A scenario in its page. */
export interface Scene {
  data: SceneData;
  host: Host;
  /** The server's text of the whole scenario. */
  story: HTMLElement;
}

/** A `div` with HTML of the course's own. */
export function markup(kind: string, html: string): HTMLElement {
  const element = make(kind);
  element.innerHTML = html;
  return element;
}

const copies = (lines: Iterable<Element>): HTMLElement[] => [...lines].map((line) => line.cloneNode(true) as HTMLElement);

/** Copies of the lines that a turn, or the beginning, brings. */
export const heard = ({ data, story }: Scene, lines: [node: number, line: number][]): HTMLElement[] =>
  copies(
    lines.map(([node, line]) => story.querySelectorAll(`[data-node="${data.table.nodes[node]!.n}"] > [data-line]`)[line]!),
  );

const choiceOf = ({ story }: Scene, n: number): Element => story.querySelector(`[data-choice="${n}"]`)!;

/** The words of a choice: as nodes, with what the author made bold or leaning. */
export const wordsOf = (scene: Scene, n: number): Node[] =>
  [...choiceOf(scene, n).querySelector("[data-words]")!.childNodes].map((node) => node.cloneNode(true));

export const textOf = (scene: Scene, n: number): string =>
  choiceOf(scene, n).querySelector("[data-words]")!.textContent!.trim();

/** What the learner's choice looks like in the transcript: its words and deeds in full, else the choice itself. */
export function spoken(scene: Scene, { choice }: Turn): HTMLElement[] {
  const lines = copies(choiceOf(scene, choice.n).querySelectorAll("[data-line]"));
  if (lines.some((line) => line.matches(".own"))) return lines;
  const who = make("strong.speaker", scene.story.dataset.you!);
  return [
    make("p.line.own.deed", who, make("span.colon", ": "), make("span.words", ...wordsOf(scene, choice.n))),
    ...lines,
  ];
}

/** How a node turned out; null where it is no ending. */
export const outcomeOf = ({ story }: Scene, n: number): HTMLElement | undefined =>
  copies(story.querySelectorAll(`[data-node="${n}"] [data-outcome]`))[0];
