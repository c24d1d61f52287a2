// The best play and this one side by side, from where they part.

import { make } from "coursewright";
import type { Turn } from "../../../player/src/course/engine";
import { bestTurns } from "./explored";
import { changes } from "./meters";
import { outcomeOf, type Scene, type Told, wordsOf } from "./scene";

/** Nothing where this play is the best one. Narrow windows put each pair one below the other, so each says whose it is. */
export function attempts(scene: Scene, { turns }: Told): HTMLElement[] {
  const { t } = scene.host;
  const best = bestTurns(scene);
  const from = best.findIndex(({ choice }, index) => choice !== turns[index]?.choice);
  if (from < 0 || !turns.length) return [];
  const count = Math.max(best.length, turns.length);
  const rows = Array.from({ length: count - from }, (_, at) => row(scene, best, turns, from + at));
  return [
    make("h3", t("Your best play and this one")),
    make("p", from ? t("They are the same up to turn {number}.", { number: from }) : t("They part at the first turn.")),
    make("ol.attempts", ...rows),
    make("div.attempts", make("h4", t("How they ended")), versus(scene, ended(scene, best), ended(scene, turns))),
  ];
}

function row(scene: Scene, best: Turn[], turns: Turn[], index: number): HTMLElement {
  const { t } = scene.host;
  const [one, other] = [best[index], turns[index]];
  const same = one?.choice === other?.choice;
  return make(
    "li",
    make("h4", t("Turn {number}", { number: index + 1 })),
    same ? make("div.both", make("p.label", t("In both")), ...said(scene, other)) : versus(scene, said(scene, one), said(scene, other)),
  );
}

const versus = ({ host: { t } }: Scene, best: HTMLElement[], now: HTMLElement[]): HTMLElement =>
  make("div.versus", make("div", make("p.label", t("Your best play")), ...best), make("div", make("p.label", t("This play")), ...now));

function said(scene: Scene, turn: Turn | undefined): HTMLElement[] {
  if (!turn) return [make("p.effects", scene.host.t("It was over."))];
  const effects = changes(scene, turn.before, turn.state).join(" ");
  return [make("p", ...wordsOf(scene, turn.choice.n)), ...(effects ? [make("p.effects", effects)] : [])];
}

function ended(scene: Scene, turns: Turn[]): HTMLElement[] {
  const { data, host, rules } = scene;
  const { state } = turns[turns.length - 1]!;
  const { n } = rules.nodeOf(data.table, state);
  const scores = host.t("It scores {score}.", { score: host.percent(rules.score(data.table, state)) });
  return [outcomeOf(scene, n), make("p.effects", scores)];
}
