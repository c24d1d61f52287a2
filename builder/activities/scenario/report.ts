// A turn and an ending as reports, in no standard's terms.

import { type Answered, now, type Option, type Response } from "coursewright";
import { type Choice, nodeOf, open, strongest, type Turn } from "../../../player/src/course/engine";
import { strength } from "./judged";
import { outcomeOf, type Scene, textOf } from "./scene";

/** All of the score, in hundredths. */
const ALL = 10000;

/** The report of a choice: what could be chosen, what was, and what was strongest. */
export function chose(scene: Scene, turn: Turn, prompt: string, latency: number): Answered {
  const { data } = scene;
  const { before, choice } = turn;
  const named = ({ n, id }: Choice): Option => ({ n, id, text: textOf(scene, n) });
  const best = strongest(data.table, before);
  const result = strength(scene, turn);
  const response = (chosen: Choice): Response => ({ type: "choice", chosen: [named(chosen)] });
  return {
    type: "chose",
    id: `${data.id}-${nodeOf(data.table, before).id}`,
    prompt: prompt.trim(),
    options: open(data.table, before).map(named),
    response: response(choice),
    correct: result === "neutral" ? [] : best.map(response),
    result,
    weight: best[0]!.score,
    latency,
    at: now(),
    objectives: data.objectives,
  };
}

/**
 * The report of an ending, after that of its last choice: what it is rated, and how it turned out. Its id is none that a
 * node can have. It weighs nothing: its choices do.
 */
export function ended(scene: Scene, last: Answered, node: number, score: number, prompt: string): Answered {
  const texts = [...outcomeOf(scene, node).children].map((each) => each.textContent!.trim()).filter(Boolean);
  return {
    ...last,
    id: `${scene.data.id}--ending`,
    prompt,
    options: [],
    response: { type: "fill-in", texts },
    correct: [],
    result: score / ALL,
    weight: 0,
  };
}
