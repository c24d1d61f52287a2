// After a play: the techniques that were shown, and each turn with what was said, what it did, why, and what was stronger.

import { features, make } from "coursewright";
import type { Choice, State, Turn } from "../../../player/src/course/engine";
import { judged } from "./judged";
import { changes } from "./meters";
import { reason } from "./reason";
import { type Debrief, DEBRIEF, markup, type Scene, spoken, wordsOf } from "./scene";

const debrief: Debrief = (scene, { turns, end }) => {
  const { data, host, rules } = scene;
  const question = data.debriefs[rules.nodeOf(data.table, end).n];
  return [
    tally(scene, end),
    chips(scene, end.shown),
    question ? make("h3", host.t("Think back")) : "",
    question ? markup("div.think-back", question) : "",
    turns.length ? make("h3", host.t("Turn by turn")) : "",
    turns.length ? make("ol.timeline", ...turns.map((turn) => told(scene, turn))) : "",
  ];
};

function tally({ data, host }: Scene, { shown }: State): HTMLElement | "" {
  const demanded = data.demanded ? host.t("Asked for: {count} or more.", { count: data.demanded }) : "";
  const words = host.t("Techniques that you showed: {count}.", { count: shown.length });
  return data.techniques.length ? make("p", `${words} ${demanded}`) : "";
}

/** Techniques by name. */
const chips = ({ data }: Scene, shown: number[]): HTMLElement | "" =>
  shown.length ? make("ul.chips", ...shown.map((index) => make("li", data.techniques[index]!))) : "";

function told(scene: Scene, turn: Turn): HTMLElement {
  const { data, host, rules } = scene;
  const { before, choice, state } = turn;
  const [best] = rules.strongest(data.table, before) as [Choice];
  const found = rules.open(data.table, before);
  const closed = rules.nodeOf(data.table, before).choices.filter((one) => !found.includes(one));
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

features[DEBRIEF] = debrief;
