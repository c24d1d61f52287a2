// Variables in words: how they stand, what a turn did to them, and why a choice was not open.

import { en } from "coursewright";
import { isSpent, type Choice, type State, type Tree, value } from "../../../player/src/course/engine";
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

/** Why a choice was not open, in words. */
export function reason(scene: Scene, state: State, choice: Choice): string {
  const { t } = scene.host;
  if (isSpent(state, choice)) return t("you had used it up");
  const found = why(scene, state, choice.if ?? 1, true);
  return [...new Set(found)].join("; ") || t("it depends on what happened before");
}

/** What would have to be otherwise for the condition to have the value `want`. */
function why(scene: Scene, state: State, tree: Tree, want: boolean): string[] {
  if (typeof tree === "number" || !!value(tree, state) === want) return [];
  const { t } = scene.host;
  const [op, ...parts] = tree as [string, ...Tree[]];
  const index = parts[0] as number;
  switch (op) {
    case "not":
      return why(scene, state, parts[0]!, !want);
    case "and":
    case "or": {
      const found = parts.flatMap((part) => why(scene, state, part, want));
      return (op === "and") === want ? found : [found.join(t(", or "))];
    }
    case "shown":
    case "var": {
      const label = op === "var" ? scene.data.meters[index]!.label : scene.data.techniques[index]!;
      return want && label ? [t("it builds on {label}", { label })] : [];
    }
    default:
      return tooFar(scene, state, op, parts, want);
  }
}

/** For a comparison: which way its variable (of two, the first) would have to go. */
function tooFar({ data, host }: Scene, state: State, op: string, sides: Tree[], want: boolean): string[] {
  const side = sides.findIndex((part) => Array.isArray(part) && part[0] === "var");
  const label = side < 0 ? "" : data.meters[(sides[side] as Tree[])[1] as number]!.label;
  if (!label) return [];
  const [first, second] = sides.map((part) => value(part, state));
  const firstIsLow = op[0] === ">" ? want : op[0] === "<" ? !want : first! < second!;
  return [host.t(firstIsLow === !side ? en("{label} was too low") : en("{label} was too high"), { label })];
}
