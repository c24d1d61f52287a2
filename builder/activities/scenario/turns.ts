// Turn by turn: what was said, what it did, why, which techniques it showed, what was stronger, and what was not open.

import { button, make, verdict } from "coursewright";
import type { Choice, Turn } from "../../../player/src/course/engine";
import { judged } from "./judged";
import { changes } from "./meters";
import { reason } from "./reason";
import { markup, type Scene, spoken, type Told, wordsOf } from "./scene";

/** The whole play as an ordered list, under its heading; nothing of a play of which no turn is known any more. */
export function timeline(scene: Scene, told: Told): HTMLElement[] {
  const turns = told.turns.map((turn, index) => entry(scene, told, turn, index));
  return turns.length ? [make("h3", scene.host.t("Turn by turn")), make("ol.timeline", ...turns)] : [];
}

function entry(scene: Scene, { replay }: Told, turn: Turn, index: number): HTMLElement {
  const { data, host, rules } = scene;
  const { t } = host;
  const { before, choice, state } = turn;
  const number = index + 1;
  const effects = changes(scene, before, state).join(" ");
  return make(
    "li",
    make("h4", t("Turn {number}", { number })),
    ...spoken(scene, turn),
    effects && make("p.effects", effects),
    data.debrief.final.includes(choice.n) ? make("p.final", t("From here there was no way back.")) : "",
    markup("div.why", data.feedback[choice.n]!),
    chips(choice.shows.map((technique) => data.techniques[technique]!)),
    ...coached(scene, choice),
    judged(scene, turn),
    ...stronger(scene, rules.strongest(data.table, before)[0]!, choice),
    ...closed(scene, turn),
    make("div.actions", button(t("Replay from turn {number}", { number }), () => replay(index))),
  );
}

/** Techniques by name. */
export const chips = (names: string[]): HTMLElement | "" =>
  names.length ? make("ul.chips", ...names.map((name) => make("li", name))) : "";

/** Techniques that were tried and did not come off, and how they would sound when they do. */
function coached({ data, host }: Scene, { n }: Choice): HTMLElement[] {
  const coach = data.debrief.coach[n];
  if (!coach) return [];
  const names = coach.weak.join(", ");
  return [
    make(
      "div.coach",
      verdict("fair", host.t("Tried, but not carried off: {names}", { names })),
      make("p.label", host.t("How it sounds when it works:")),
      markup("div", coach.html),
    ),
  ];
}

function stronger(scene: Scene, best: Choice, taken: Choice): HTMLElement[] {
  if (best.score <= taken.score) return [];
  const { data } = scene;
  return [make("div.stronger", make("p", make("strong", ...wordsOf(scene, best.n))), markup("div", data.feedback[best.n]!))];
}

function closed(scene: Scene, { before }: Turn): HTMLElement[] {
  const { data, host, rules } = scene;
  const found = rules.open(data.table, before);
  const rest = rules.nodeOf(data.table, before).choices.filter((choice) => !found.includes(choice));
  if (!rest.length) return [];
  const items = rest.map((choice) => make("li", ...wordsOf(scene, choice.n), ` (${reason(scene, before, choice)})`));
  return [make("p.closed", host.t("Not open to you here:")), make("ul.closed", ...items)];
}
