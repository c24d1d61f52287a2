// Whether a choice was as strong as any: one rule for what the learner is told and for what is reported.

import { verdict } from "coursewright";
import type { Turn } from "../../../player/src/course/engine";
import type { Scene } from "./scene";

/** `neutral` where all open choices earn the same. */
export function strength({ data, rules }: Scene, { before, choice }: Turn): "correct" | "incorrect" | "neutral" {
  const best = rules.strongest(data.table, before);
  if (best.length === rules.open(data.table, before).length) return "neutral";
  return best.includes(choice) ? "correct" : "incorrect";
}

/** Says that the choice was as strong as any, or that one was stronger; nothing where all were alike. */
export function judged(scene: Scene, turn: Turn): HTMLElement | "" {
  const { t } = scene.host;
  const found = strength(scene, turn);
  if (found === "neutral") return "";
  return found === "correct" ? verdict("good", t("No open choice was stronger.")) : verdict("fair", t("There was a stronger choice."));
}
