// Statements (xAPI, part two) from what the learner did and the course's definitions, which builder/statements made.

import type { ActivityObject, CourseData, Hundredths, VerbName } from "../../course/data";
import { duration } from "../duration";
import { chosenIn } from "../interaction";
import type { Answered, LearningEvent } from "../tracker";
import type { Json } from "./json";
import { written } from "./response";
import type { LrsSession } from "./session";
import { randomUuid } from "./sha1";

export interface Statement extends Json {
  id: string;
  timestamp: string;
  result?: Json;
  context: Context;
}

export interface Context extends Json {
  contextActivities: Partial<Record<"parent" | "grouping" | "category" | "other", Json[]>>;
  extensions?: Json;
}

export interface Scribe {
  /** What is said of the course itself. */
  ofCourse(verb: VerbName, result?: Json, id?: string): Statement;
  /** What is said of an event. */
  of(event: LearningEvent): Statement;
}

const ALL = 10000;

/** `score.scaled` of hundredths. */
export const scaled = (score: Hundredths | null): Json => (score === null ? {} : { score: { scaled: score / ALL } });

/** Writes for this learner; a later statement never has an earlier time than one before it. */
export function scribe(course: CourseData, { actor, activity, registration, shape }: LrsSession): Scribe {
  const xapi = course.xapi!;
  let last = 0;

  const statement = (verb: VerbName, about: ActivityObject, result: Json | undefined, more: Partial<LearningEvent>, extensions?: Json): Statement => {
    last = Math.max(more.at ? Date.parse(more.at) : Date.now(), last + 1);
    const ofCourse = about === xapi.course;
    const { parent = activity } = about;
    const objectives = "objectives" in more ? more.objectives!.flatMap((id) => xapi.objectives[id] ?? []) : [];
    const made: Statement = {
      id: more.uuid ?? randomUuid(),
      actor,
      verb: xapi.verbs[verb],
      object: { objectType: "Activity", id: ofCourse ? activity : about.id, definition: about.definition },
      ...(result && { result }),
      context: {
        registration,
        platform: xapi.platform,
        language: course.language,
        revision: course.version,
        contextActivities: {
          ...(!ofCourse && { parent: [{ id: parent === xapi.course.id ? activity : parent }] }),
          grouping: [...new Set([activity, xapi.course.id, course.iri])].map((id) => ({ id })),
          category: [xapi.profile as Json],
          ...(objectives.length && { other: objectives.map((id) => ({ id })) }),
        },
        ...(extensions && { extensions }),
      },
      timestamp: new Date(last).toISOString(),
    };
    return shape(made, verb, ofCourse);
  };

  const answer = (event: Answered): Json => {
    const { correct, result, weight } = event;
    const share = Number(result === "correct" || (result !== "incorrect" && result));
    const points = { raw: Math.round(share * weight * ALL) / ALL, min: 0, max: weight };
    return {
      response: written(event.response),
      ...(result !== "neutral" && {
        // The end of a scenario has a score, and nothing that would be right.
        ...(correct.length && { success: result === "correct" }),
        score: { scaled: share, ...(weight && points) },
      }),
      duration: duration(event.latency),
    };
  };

  return {
    ofCourse: (verb, result, id) => statement(verb, xapi.course, result, { uuid: id }),
    of(event) {
      const { type, id } = event;
      if (type === "experienced") return statement("experienced", xapi.pages[id]!, undefined, event);
      if (type === "left") return statement("exited", xapi.pages[id]!, { duration: duration(event.spent) }, event);
      const about = xapi.activities[id] ?? { id: `${course.iri}/activities/${id}`, definition: {} };
      if (type === "scored") {
        const result = {
          completion: true,
          ...(event.passed !== null && { success: event.passed }),
          ...scaled(event.score),
          duration: duration(event.spent),
        };
        return statement("completed", about, result, event);
      }
      const result = answer(event);
      const { node, choice } = xapi.extensions;
      // The end of a scenario is reported as its last choice is, and is at no node.
      if (type === "answered" || !about.node) return statement("answered", about, result, event);
      const [[chosen] = []] = chosenIn(event.response);
      return statement("responded", about, { ...result, extensions: { [choice]: chosen?.id } }, event, { [node]: about.node });
    },
  };
}
