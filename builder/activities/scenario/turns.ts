// Turn by turn: what was said before, then and in answer, what it did, why, which techniques it showed, what was stronger,
// and what was not open.

import { button, make, verdict } from "coursewright";
import type { Choice, Turn } from "../../../player/src/course/engine";
import { judged } from "./judged";
import { changes } from "./meters";
import { reason } from "./reason";
import { linesAt, recalled } from "./recalled";
import { markup, type Scene, spoken, type Told, wordsOf } from "./scene";

/** The whole play as an ordered list, under its heading; nothing of a play of which no turn is known any more. */
export function timeline(scene: Scene, told: Told): HTMLElement[] {
  const turns = told.turns.map((turn, index) => entry(scene, told, turn, index));
  return turns.length ? [make("h3", scene.host.t("Turn by turn")), make("ol.timeline", ...turns)] : [];
}

function entry(scene: Scene, { turns, replay }: Told, turn: Turn, index: number): HTMLElement {
  const { data, host } = scene;
  const { t } = host;
  const { before, choice, lines, state } = turn;
  const number = index + 1;
  const [asked] = (turns[index - 1]?.lines ?? linesAt(scene, before.node)).slice(-1);
  const effects = changes(scene, before, state).join(" ");
  return make(
    "li",
    make("h4", t("Turn {number}", { number })),
    told(scene, asked),
    ...spoken(scene, turn),
    told(scene, lines[0]),
    effects && make("p.effects", effects),
    data.debrief.final.includes(choice.n) ? make("p.final", t("From here there was no way back.")) : "",
    markup("div.why", data.feedback[choice.n]!),
    chips(choice.shows.map((technique) => data.techniques[technique]!)),
    ...coached(scene, choice),
    judged(scene, turn),
    ...stronger(scene, turn),
    ...closed(scene, turn),
    make("div.actions", button(t("Replay from turn {number}", { number }), () => replay(index))),
  );
}

function told(scene: Scene, line: Turn["lines"][0] | undefined): HTMLElement | "" {
  const words = recalled(scene, line);
  return words && make("p.recalled", words);
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

/** The feedback of a choice that a condition alone made the strongest would say what is wrong with it: that stays unsaid. */
function stronger(scene: Scene, turn: Turn): HTMLElement[] {
  const { data, host, rules } = scene;
  const { before, choice } = turn;
  const best = rules.strongest(data.table, before)[0]!;
  if (best.score <= choice.score) return [];
  const isBest = rules.nodeOf(data.table, before).choices.every(({ score }) => score <= best.score);
  // Of a choice whose words stand above in full, only the words on the button compare with those of another.
  const compared = spoken(scene, turn).some((line) => line.matches(".deed"))
    ? []
    : [make("p.label", host.t("What you chose")), make("p", ...wordsOf(scene, choice.n)), make("p.label", host.t("What was stronger"))];
  const words = make("p", make("strong", ...wordsOf(scene, best.n)));
  return [make("div.stronger", ...compared, words, isBest ? markup("div", data.feedback[best.n]!) : "")];
}

function closed(scene: Scene, { before }: Turn): HTMLElement[] {
  const { data, host, rules } = scene;
  const found = rules.open(data.table, before);
  const rest = rules.nodeOf(data.table, before).choices.filter((choice) => !found.includes(choice));
  if (!rest.length) return [];
  const items = rest.map((choice) => make("li", ...wordsOf(scene, choice.n), ` (${reason(scene, before, choice)})`));
  return [make("p.closed", host.t("Not open to you here:")), make("ul.closed", ...items)];
}
