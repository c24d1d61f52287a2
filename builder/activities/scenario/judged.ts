// Whether a choice was as strong as any.

import { en, verdict } from "coursewright";
import type { Turn } from "../../../player/src/course/engine";
import type { Scene } from "./scene";

/** Says that the choice was as strong as any, or that one was stronger; nothing where all were alike. */
export function judged({ data, host, rules }: Scene, { before, choice }: Turn): HTMLElement | "" {
  const best = rules.strongest(data.table, before);
  if (!best.includes(choice)) return verdict("fair", host.t(en("There was a stronger choice.")));
  return best.length < rules.open(data.table, before).length ? verdict("good", host.t(en("No open choice was stronger."))) : "";
}
