// The best of the other plays and this one side by side, from where they part.

import { en, make } from "coursewright";
import type { Turn } from "../../../player/src/course/engine";
import { bestTurns } from "./explored";
import { changes } from "./meters";
import { outcomeOf, type Scene, type Told, wordsOf } from "./scene";

/** Puts what the other play has beside what this one has. */
type Versus = (other: HTMLElement[], now: HTMLElement[]) => HTMLElement;

/**
 * Nothing where there is no other, or this play is like it. Of plays before the page was opened, only the best is known.
 * Narrow windows put each pair one below the other, so each says whose it is.
 */
export function attempts(scene: Scene, { turns, earlier }: Told): HTMLElement[] {
  const { data, host } = scene;
  const { t } = host;
  const best = bestTurns(scene, earlier);
  const isBest = !!earlier && earlier.best !== host.values(data.n)?.best;
  const versus: Versus = (one, other) =>
    make(
      "div.versus",
      make("div", make("p.label", t(isBest ? en("Your best play before") : en("Your best play"))), ...one),
      make("div", make("p.label", t("This play")), ...other),
    );
  const from = best.findIndex(({ choice }, index) => choice !== turns[index]?.choice);
  if (from < 0 || !turns.length) return [];
  const count = Math.max(best.length, turns.length);
  const rows = Array.from({ length: count - from }, (_, at) => row(scene, versus, best, turns, from + at));
  return [
    make("h3", t(isBest ? en("Your best play before and this one, which is better") : en("Your best play and this one"))),
    make("p", from ? t("They are the same up to turn {number}.", { number: from }) : t("They part at the first turn.")),
    make("ol.attempts", ...rows),
    make("div.attempts", make("h4", t("How they ended")), versus(ended(scene, best), ended(scene, turns))),
  ];
}

function row(scene: Scene, versus: Versus, best: Turn[], turns: Turn[], index: number): HTMLElement {
  const { t } = scene.host;
  const [one, other] = [best[index], turns[index]];
  const same = one?.choice === other?.choice;
  return make(
    "li",
    make("h4", t("Turn {number}", { number: index + 1 })),
    same ? make("div.both", make("p.label", t("In both")), ...said(scene, other)) : versus(said(scene, one), said(scene, other)),
  );
}

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
