// The end of a play: how it turned out, and each turn with what was said, what it did, why, and what was stronger.

import { en, make, verdict } from "coursewright";
import { type Choice, nodeOf, open, type Rating, type State, strongest, type Turn } from "../../../player/src/course/engine";
import { changes, reason } from "./meters";
import { markup, outcomeOf, type Scene, spoken, wordsOf } from "./scene";

const ENDINGS: Record<Rating, string> = { good: en("A good ending"), fair: en("A fair ending"), poor: en("A poor ending") };

/** The debrief of a play that ended in `end`; `scores` is the sentence about its score. */
export function debrief(scene: Scene, turns: Turn[], end: State, scores: string): (HTMLElement | "")[] {
  const { data, host } = scene;
  const { n, rating } = nodeOf(data.table, end);
  const question = data.debriefs[n];
  return [
    make("h2", host.t("How it ended")),
    make(`div.ending.ending-${rating}`, verdict(rating!, host.t(ENDINGS[rating!])), outcomeOf(scene, n) ?? ""),
    make("p", scores),
    tally(scene, end),
    chips(scene, end.shown),
    question ? make("h3", host.t("Think back")) : "",
    question ? markup("div.think-back", question) : "",
    turns.length ? make("h3", host.t("Turn by turn")) : "",
    turns.length ? make("ol.timeline", ...turns.map((turn) => told(scene, turn))) : "",
  ];
}

function tally({ data, host }: Scene, { shown }: State): HTMLElement | "" {
  const demanded = data.demanded ? host.t("Asked for: {count} or more.", { count: data.demanded }) : "";
  const words = host.t("Techniques that you showed: {count}.", { count: shown.length });
  return data.techniques.length ? make("p", `${words} ${demanded}`) : "";
}

/** Techniques by name. */
const chips = ({ data }: Scene, shown: number[]): HTMLElement | "" =>
  shown.length ? make("ul.chips", ...shown.map((index) => make("li", data.techniques[index]!))) : "";

/** Whether the learner's choice was as strong as any, and if not, that one was stronger. */
export function judged({ data, host }: Scene, { before, choice }: Turn): HTMLElement | "" {
  const best = strongest(data.table, before);
  if (!best.includes(choice)) return verdict("fair", host.t("There was a stronger choice."));
  return best.length < open(data.table, before).length ? verdict("good", host.t("No open choice was stronger.")) : "";
}

function told(scene: Scene, turn: Turn): HTMLElement {
  const { data, host } = scene;
  const { before, choice, state } = turn;
  const [best] = strongest(data.table, before) as [Choice];
  const found = open(data.table, before);
  const closed = nodeOf(data.table, before).choices.filter((one) => !found.includes(one));
  const effects = changes(scene, before, state).join(" ");
  return make(
    "li",
    ...spoken(scene, turn),
    markup("div.why", data.feedback[choice.n]!),
    effects && make("p.effects", effects),
    chips(scene, choice.shows),
    judged(scene, turn),
    best.score > choice.score
      ? make("div.stronger", make("p", make("strong", ...wordsOf(scene, best.n))), markup("div", data.feedback[best.n]!))
      : "",
    closed.length ? make("p.closed", host.t("Not open to you here:")) : "",
    closed.length
      ? make("ul.closed", ...closed.map((one) => make("li", ...wordsOf(scene, one.n), ` (${reason(scene, before, one)})`)))
      : "",
  );
}
