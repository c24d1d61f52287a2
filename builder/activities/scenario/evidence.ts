// What the best play is evidence for, on a page that gathers it: how it ended, which techniques it showed, which facts its
// ending establishes.

import { features, type Host, make } from "coursewright";
import { type Evidence, evidenceOf } from "coursewright/work";
import type { bestEnd as BestEnd } from "./carry";
import { BEST_END, type SceneData } from "./scene";
import { chips } from "./turns";

const evidence = (data: SceneData, host: Host, point: string): HTMLElement[] => {
  const { t } = host;
  const kept = host.values(data.n);
  const bestEnd = features[BEST_END] as typeof BestEnd;
  const end = bestEnd(data, kept);
  if (!end) return kept?.best ? [make("p", t("The scenario has changed since it was played. Play it again to have evidence from it."))] : [];
  const { n } = data.table.nodes[end.node]!;
  const outcome = document.querySelector(`[data-activity="${data.n}"] [data-node="${n}"] > [data-outcome]`)!;
  const facts = data.facts[end.node]!.filter(([of]) => of === point).map(([, fact]) => fact);
  const score = host.percent(Number(kept!.best) - 1);
  return [
    outcome.cloneNode(true) as HTMLElement,
    make("p", t("Best play: {score}. Plays that came to an end: {count}.", { score, count: Number(kept!.plays) })),
    ...(end.shown.length ? [make("div", make("p", t("Techniques shown in the best play:")), chips(end.shown.map((at) => data.techniques[at]!)))] : []),
    ...(facts.length ? [make("p", t("Facts established: {facts}.", { facts: facts.join(", ") }))] : []),
  ];
};

features[evidenceOf("scenario")] = evidence as Evidence;
