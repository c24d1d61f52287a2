// A small course as the player gets it, for the tests: two pages, a practice question, a quiz and a scenario.

import type { CourseData, RecordShape, ActivityData } from "../src/course/data";
import type { Rules } from "../src/course/result";
import type { Values } from "../src/course/state";

export const COURSE_RECORD: RecordShape = [
  ["either", [["uint", "seed", 2 ** 30 - 1]]],
  ["latest", [["uint", "page", 40]]],
  ["either", [["bits", "visited", 41], ["uint", "finished", 1]]],
  ["greatest", [["uint", "sent", 10002], ["uint", "success", 2]]],
  ["latest", [["uint", "timed", 2]]],
  ["either", [["uint", "serial", 99999]]],
];

export const QUESTION: RecordShape = [["latest", [["uint", "checked", 2], ["uint", "chosen", 4]]]];
export const QUIZ: RecordShape = [
  ["latest", [["uint", "attempt", 3], ["uint", "phase", 2]]],
  ["union", [["rows", "attempts", 3, [3, 10000]]]],
];
export const SCENARIO: RecordShape = [
  ["latest", [["uint", "finished", 1], ["sequence", "play", 12, 30], ["uint", "node", 20]]],
  ["greatest", [["uint", "best", 10001], ["sequence", "bestplay", 12, 30]]],
  ["either", [["uint", "plays", 255], ["bits", "edges", 31]]],
];

export const [START, READ, PRACTICE, CHECK, CALL] = [1, 2, 3, 4, 5];

export function course(changes: Partial<CourseData> = {}): CourseData {
  return {
    id: "small",
    iri: "https://example.org/courses/small",
    title: "A small course",
    version: "1.0.0",
    language: "en-GB",
    texts: "device",
    pages: [
      { n: START, id: "start", title: "Start", practice: [] },
      { n: READ, id: "read", title: "Read the person", practice: [PRACTICE] },
    ],
    activities: [
      { kind: "single", n: PRACTICE, id: "q-respond", page: READ },
      { kind: "quiz", n: CHECK, id: "final-check", page: READ },
    ],
    scoring: { pass: 8000, parts: [{ n: CHECK, weight: 100 }] },
    completion: { pages: [START, READ], required: [CHECK] },
    outcomes: [],
    lmsDecides: false,
    state: { 0: COURSE_RECORD, [PRACTICE]: QUESTION, [CHECK]: QUIZ, [CALL]: SCENARIO },
    capacity: 4096,
    ...changes,
  };
}

/** The course with the scenario as a second part of the same weight. */
export const withScenario = (): CourseData => {
  const base = course();
  return {
    ...base,
    activities: [...base.activities, { kind: "scenario", n: CALL, id: "call", page: READ }],
    scoring: { pass: 8000, parts: [{ n: CHECK, weight: 50 }, { n: CALL, weight: 50 }] },
  };
};

const attempts = (values: Values | null) => (values?.attempts ?? []) as number[][];

/** The quiz and the scenario as their kinds judge them, in short. */
export const rules: Rules = (kind) => {
  if (kind === "quiz") {
    return {
      done: (_: ActivityData, values) => attempts(values).length > 0,
      score: (_, values) => (attempts(values).length ? Math.max(...attempts(values).map((row) => row[1] ?? 0)) : null),
      spent: (_, values) => attempts(values).length >= 3,
    };
  }
  if (kind !== "scenario") return undefined;
  return {
    done: (_, values) => !!values?.best,
    score: (_, values) => (values?.best ? Number(values.best) - 1 : null),
  };
};
