// Why a choice was not open, in words.

import { en } from "coursewright";
import type { Choice, State, Tree } from "../../../player/src/course/engine";
import type { Scene } from "./scene";

/** Why a choice was not open, in words. */
export function reason(scene: Scene, state: State, choice: Choice): string {
  const { t } = scene.host;
  if (scene.rules.isSpent(state, choice)) return t("you had used it up");
  const found = why(scene, state, choice.if ?? 1, true);
  return [...new Set(found)].join("; ") || t("it depends on what happened before");
}

/** What would have to be otherwise for the condition to have the value `want`. */
function why(scene: Scene, state: State, tree: Tree, want: boolean): string[] {
  if (typeof tree === "number" || !!scene.rules.value(tree, state) === want) return [];
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
      return want && label ? [t("needed: “{label}”", { label })] : [];
    }
    default:
      return tooFar(scene, state, op, parts, want);
  }
}

/** For a comparison: which way its variable (of two, the first) would have to go. */
function tooFar({ data, host, rules }: Scene, state: State, op: string, sides: Tree[], want: boolean): string[] {
  const side = sides.findIndex((part) => Array.isArray(part) && part[0] === "var");
  const label = side < 0 ? "" : data.meters[(sides[side] as Tree[])[1] as number]!.label;
  if (!label) return [];
  const [first, second] = sides.map((part) => rules.value(part, state));
  const firstIsLow = op[0] === ">" ? want : op[0] === "<" ? !want : first! < second!;
  return [host.t(firstIsLow === !side ? en("{label} was too low") : en("{label} was too high"), { label })];
}
