// Writes statements for tests in Python: what is told a line on standard input, its statements a line on standard output, both
// JSON.

import { createInterface } from "node:readline";
import type { CourseData, VerbName } from "../src/course/data";
import type { Client } from "../src/tracking/lrs/client";
import type { Json } from "../src/tracking/lrs/json";
import { plainSession } from "../src/tracking/lrs/session";
import { scribe } from "../src/tracking/lrs/statement";
import type { LearningEvent } from "../src/tracking/tracker";

interface Told {
  course: CourseData;
  actor: Json;
  activity: string;
  registration: string;
  /** Events, or what is said of the course: its verb, result and id. */
  events: (LearningEvent | [VerbName, Json?, string?])[];
}

/** When everything is said of the course that has no time of its own. */
const NOON = Date.parse("2026-11-24T12:00:00Z");
Date.now = () => NOON;

/** Nothing is sent here. */
const nowhere = {} as Client;

function statements({ course, actor, activity, registration, events }: Told): unknown {
  const { of, ofCourse } = scribe(course, plainSession(nowhere, { actor, activity, registration }));
  return events.map((event) => (Array.isArray(event) ? ofCourse(...event) : of(event)));
}

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(statements(JSON.parse(line) as Told))}\n`);
});
