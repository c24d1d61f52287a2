// The end of a play: how it turned out and what it scores, and under that the debrief, once the second script is there.

import { button, en, type Host, make, verdict } from "coursewright";
import { later } from "coursewright/later";
import { nodeOf, type Rating } from "../../../player/src/course/engine";
import { type Debrief, DEBRIEF, outcomeOf, type Scene, type Told } from "./scene";

export const ENDINGS: Record<Rating, string> = { good: en("A good ending"), fair: en("A fair ending"), poor: en("A poor ending") };

/** The debrief, fetched where it is not there yet. */
export const fetchDebrief = (host: Host): Promise<Debrief> => later<Debrief>(host, DEBRIEF);

/** Shows how the play ended; `scores` is the sentence about its score. Gives what shows the debrief under it. */
export function showEnding(scene: Scene, place: HTMLElement, told: Told, scores: string, again: () => void): () => unknown {
  const { host } = scene;
  const { n, rating } = nodeOf(scene.data.table, told.end);
  const rest = make("div");
  place.replaceChildren(
    make("h2", host.t("How it ended")),
    make(`div.ending.ending-${rating}`, verdict(rating!, host.t(ENDINGS[rating!])), outcomeOf(scene, n) ?? ""),
    make("p", scores),
    rest,
    make("div.actions", button(host.t("Play again"), again, ".primary")),
  );
  const show = (debrief: Debrief): void => rest.replaceChildren(...debrief(scene, told));
  const miss = (): void => {
    const sentence = host.t("The debrief could not be loaded.");
    const retry = (): unknown => fetchDebrief(host).then((debrief) => (show(debrief), host.focus(rest)), miss);
    rest.replaceChildren(make("p", sentence), button(host.t("Try again"), retry));
    host.announce(sentence);
  };
  return () => fetchDebrief(host).then(show, miss);
}
