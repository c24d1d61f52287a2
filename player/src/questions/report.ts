// An answer as a report, in no standard's terms: what the tracker turns into an interaction or a statement.

import type { Values } from "../course/state";
import type { QuestionKind } from "../activity";
import type { Option, QuestionData } from "../course/data";
import type { Answered } from "../tracking/tracker";
import { worth } from "./worth";

/**
 * Now by the device's clock, ISO 8601 with its offset from UTC, and with hundredths: SCORM 2004 lets an offset follow only a
 * fraction, of two digits at the most (time(second,10,0), RTE 4.1.1.7).
 */
export function now(date = new Date()): string {
  const offset = -60_000 * date.getTimezoneOffset();
  const written = (milliseconds: number) => new Date(milliseconds).toISOString();
  return `${written(+date + offset).slice(0, 22)}${offset < 0 ? "-" : "+"}${written(Math.abs(offset)).slice(11, 16)}`;
}

const ALL = 10000;

/** How sure the learner was, by the record's `sure` less 1 (docs/architecture.md, Records of the kinds). */
const SURE = ["guess", "think-so", "sure"].map((id, i): Option => ({ n: i + 1, id, text: id }));

/**
 * The events for `values`, given after `latency` milliseconds: one for the question, or one for each part that its kind
 * reports by itself; then how sure the learner was, where that was asked. Practice on a page weighs nothing.
 */
export function answered(data: QuestionData, rules: Omit<QuestionKind, "bind">, values: Values, latency: number): Answered[] {
  const score = rules.score(data, values);
  const left = worth(data, rules, values);
  const whole: Answered = {
    type: "answered",
    id: data.id,
    prompt: data.prompt,
    options: data.options,
    response: rules.response(data, values),
    correct: data.correct,
    result: left === null ? "neutral" : left === ALL ? "correct" : left || score === ALL ? left / ALL : "incorrect",
    weight: data.quiz ? data.points : 0,
    latency,
    at: now(),
    objectives: data.objectives,
  };
  const beside = (part: Partial<Answered>): Answered => ({ ...whole, correct: [], ...part, id: `${data.id}-${part.id}` });
  const events = rules.parts?.(data, values).map(beside) ?? [whole];
  const sure = SURE[Number(values.sure) - 1];
  if (sure) {
    events.push(beside({ id: "confidence", options: SURE, response: { type: "likert", chosen: [sure] }, result: "neutral", weight: 0 }));
  }
  return events;
}
