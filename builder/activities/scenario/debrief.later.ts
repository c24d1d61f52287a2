// After a play: the techniques it showed, a question to think about, each turn, what is still to be found, how it differs
// from the best play, and room for the learner's own words. The script that makes it is fetched when a play has ended.

import { features, make, verdict } from "coursewright";
import { attempts } from "./attempts";
import "./evidence";
import { map } from "./map";
import { notes } from "./notes";
import { type Debrief, DEBRIEF, markup, type Scene, type Told } from "./scene";
import { chips, timeline } from "./turns";

const debrief: Debrief = (scene, told) => [
  ...tally(scene, told),
  ...established(scene, told),
  ...question(scene, told),
  ...timeline(scene, told),
  ...attempts(scene, told),
  ...map(scene, told),
  ...notes(scene),
];

/** The techniques that the play showed, against how many are asked for. */
function tally({ data, host }: Scene, { end: { shown } }: Told): HTMLElement[] {
  if (!data.techniques.length) return [];
  const { demanded } = data;
  const count = shown.length;
  const words = demanded
    ? host.t("Techniques that you showed: {count}. Asked for: {demanded} or more.", { count, demanded })
    : host.t("Techniques that you showed: {count}.", { count });
  const line = demanded ? verdict(count < demanded ? "fair" : "good", words) : make("p", words);
  return [make("div.tally", line, chips(shown.map((technique) => data.techniques[technique]!)))];
}

/** What the ending leaves behind as facts. */
function established({ data, host }: Scene, { end }: Told): HTMLElement[] {
  const facts = data.facts[end.node]!.map(([, fact]) => fact).join(", ");
  return facts ? [make("p", host.t("Facts established: {facts}.", { facts }))] : [];
}

/** What the author asks at this ending. */
function question({ data, host, rules }: Scene, { end }: Told): HTMLElement[] {
  const asked = data.debriefs[rules.nodeOf(data.table, end).n];
  return asked ? [make("h3", host.t("Think back")), markup("div.think-back", asked)] : [];
}

features[DEBRIEF] = debrief;
