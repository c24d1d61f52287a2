// Variables in words: how they stand, and what a turn did to them.

import { en } from "coursewright";
import type { State } from "../../../player/src/course/engine";
import type { Scene } from "./scene";

/** How a variable stands: `tense`, `yes`, or its number where the author shows it as a meter. */
export function standing({ data, host }: Scene, index: number, at: number): string {
  const meter = data.meters[index]!;
  if (meter.show === "meter") return String(at);
  const [, low, high] = data.table.variables[index]!;
  const own = high - low > 1 ? [en("low"), en("middle"), en("high")] : [en("no"), en("yes")];
  const words = meter.words.length ? meter.words : own.map((word) => host.t(word));
  return words[Math.floor(((at - low) * words.length) / (high - low + 1))]!;
}

/** Shows in the list how each variable stands that the learner may see. */
export function showMeters(scene: Scene, list: HTMLElement, { values }: State): void {
  for (const place of list.querySelectorAll<HTMLElement | HTMLMeterElement>("[data-standing]")) {
    const index = Number(place.dataset.standing);
    if ("value" in place) place.value = values[index]!;
    else place.textContent = standing(scene, index, values[index]!);
  }
}

/** What changed from one state to another, a sentence each. */
export function changes(scene: Scene, before: State, after: State): string[] {
  const { t } = scene.host;
  return after.values.flatMap((now, index) => {
    const was = before.values[index]!;
    const { label, show } = scene.data.meters[index]!;
    if (was === now || show === "hidden") return [];
    const [from, to] = [standing(scene, index, was), standing(scene, index, now)];
    const [up, down] =
      from === to
        ? [en("{label} went up a little."), en("{label} went down a little.")]
        : [en("{label} went up, from {from} to {to}."), en("{label} went down, from {from} to {to}.")];
    return [t(now > was ? up : down, { label, from, to })];
  });
}
