// The end of a play: how it turned out, and each turn with what was said, what it did, why, and what was stronger.

import { en, make, verdict } from "coursewright";
import { nodeOf, open, type Rating, type State, strongest, type Turn } from "../../../player/src/course/engine";
import { changes, reason } from "./meters";
import { markup, outcomeOf, type Scene, spoken, wordsOf } from "./scene";

const ENDINGS: Record<Rating, string> = { good: en("A good ending"), fair: en("A fair ending"), poor: en("A poor ending") };

/** The debrief of a play that ended in `end`; `scores` is the sentence about its score. */
export function debrief(scene: Scene, turns: Turn[], end: State, scores: string): HTMLElement[] {
  const { data, host } = scene;
  const node = nodeOf(data.table, end);
  const question = data.debriefs[node.n];
  return [
    make("h2", host.t("How it ended")),
    make(`div.ending.ending-${node.rating}`, verdict(node.rating!, host.t(ENDINGS[node.rating!])), outcomeOf(scene, node.n) ?? ""),
    make("p", scores),
    ...tally(scene, end),
    ...(question ? [make("h3", host.t("Think back")), markup("div.think-back", question)] : []),
    ...(turns.length ? [make("h3", host.t("Turn by turn")), make("ol.timeline", ...turns.map((turn) => told(scene, turn)))] : []),
  ];
}

function tally({ data, host }: Scene, end: State): HTMLElement[] {
  if (!data.techniques.length) return [];
  const shown = host.t("Techniques that you showed: {count}.", { count: end.shown.length });
  const demanded = data.demanded ? host.t("Asked for: {count} or more.", { count: data.demanded }) : "";
  return [make("p", `${shown} ${demanded}`), ...chips(end.shown.map((index) => data.techniques[index]!))];
}

const chips = (labels: string[]): HTMLElement[] =>
  labels.length ? [make("ul.chips", ...labels.map((label) => make("li", label)))] : [];

/** Whether the learner's choice was as strong as any, and if not, which was stronger. */
export function judged(scene: Scene, turn: Turn): HTMLElement[] {
  const { t } = scene.host;
  const best = strongest(scene.data.table, turn.before);
  if (!best.includes(turn.choice)) return [verdict("fair", t("There was a stronger choice."))];
  const alone = open(scene.data.table, turn.before).length === best.length;
  return alone ? [] : [verdict("good", t("No open choice was stronger."))];
}

function told(scene: Scene, turn: Turn): HTMLElement {
  const { data, host } = scene;
  const { before, choice, state } = turn;
  const best = strongest(data.table, before)[0]!;
  const closed = nodeOf(data.table, before).choices.filter((one) => !open(data.table, before).includes(one));
  const shown = choice.shows.map((index) => data.techniques[index]!);
  const item = make("li", ...spoken(scene, turn), markup("div.why", data.feedback[choice.n]!));
  const effects = changes(scene, before, state).join(" ");
  if (effects) item.append(make("p.effects", effects));
  item.append(...chips(shown), ...judged(scene, turn));
  if (best.score > choice.score) {
    item.append(make("div.stronger", make("p", make("strong", ...wordsOf(scene, best.n))), markup("div", data.feedback[best.n]!)));
  }
  if (closed.length) {
    const listed = closed.map((one) => make("li", ...wordsOf(scene, one.n), ` (${reason(scene, before, one)})`));
    item.append(make("p.closed", host.t("Not open to you here:")), make("ul.closed", ...listed));
  }
  return item;
}
