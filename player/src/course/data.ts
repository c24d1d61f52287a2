// The course as the player gets it: made by builder/site/data.py, loaded as a classic script beside the page.
// Answer keys, feedback and debriefs are here and never in the page's text.

import type { Response } from "../tracking/tracker";

/** Hundredths: 10000 is all of it. Scores are whole numbers everywhere, rounded half up. */
export type Hundredths = number;

export type FieldShape =
  | ["uint", name: string, most: number]
  | ["bits", name: string, size: number]
  | ["sequence", name: string, length: number, most: number]
  | ["rows", name: string, length: number, most: number[]]
  | ["utf8", name: string, most: number];

export type Merge = "latest" | "greatest" | "either" | "union";

/** builder/course/record.py: fields in wire order, in groups that merge together. */
export type RecordShape = [Merge, FieldShape[]][];

export interface PageData {
  n: number;
  id: string;
  title: string;
  /** Numbers of the practice questions that must be answered for the page to be done, and of what brings them back. */
  practice: number[];
}

/** What every activity's data begins with; the rest belongs to its kind. */
export interface ActivityData {
  kind: string;
  n: number;
  id: string;
  page: number;
}

/** An option as reports name it. `text` is plain text in the course's language. */
export interface Option {
  n: number;
  id: string;
  text: string;
}

export interface QuestionData extends ActivityData {
  /** The number of the quiz it stands in, or 0 for practice on a page. */
  quiz: number;
  points: number;
  /** The question in plain words, for reports. */
  prompt: string;
  options: Option[];
  /** Right responses, the plainest first; empty where there is none. */
  correct: Response[];
  /** Ids of the outcomes that it shows, then of the misconceptions, topics and marking points that it belongs to. */
  objectives: string[];
  /** How often practice may be checked; absent for as often as the learner likes. */
  attempts?: number;
  /** How sure the learner is, is asked before feedback. */
  confidence?: true;
  /** What each hint takes from the question's score, in per cent; the hints themselves wait in the page. */
  hints?: number[];
  /** HTML. */
  explain?: string;
  /** The whole section of a question from a bank, which is no part of the page until it is drawn. */
  html?: string;
}

/** The verbs of all statements, by short names. */
export type VerbName =
  | "initialized"
  | "experienced"
  | "exited"
  | "progressed"
  | "answered"
  | "responded"
  | "completed"
  | "passed"
  | "failed"
  | "suspended"
  | "resumed"
  | "terminated";

/** An activity as statements name it: complete, but for the course's own id where the launch brings another. */
export interface ActivityObject {
  id: string;
  definition: Record<string, unknown>;
  /** The IRI of what it is part of: a module, a page, a quiz or a scenario. */
  parent?: string;
  /** Of what is asked at a scenario's node: the node's id. */
  node?: string;
}

/** builder/statements/data.py: what the player fills with what the learner did (docs/lrs.md). */
export interface XapiData {
  /** What X-Experience-API-Version says, unless the LRS speaks another. */
  version: "1.0.3" | "2.0.0";
  /** The path, on the page's own origin, of a relay that knows who is signed in; absent where the launch says all. */
  relay?: string;
  /** What `context.platform` says. */
  platform: string;
  verbs: Record<VerbName, { id: string; display: Record<string, string> }>;
  /** IRIs of our extensions. */
  extensions: Record<"node" | "choice", string>;
  /** The course as an activity. */
  course: ActivityObject;
  /** By the page's id. */
  pages: Record<string, ActivityObject>;
  /** By the id of the event: questions and their parts, nodes, endings, quizzes, scenarios. */
  activities: Record<string, ActivityObject>;
  /** Ids of outcomes, misconceptions, topics and marking points, with the IRIs that statements have for them. */
  objectives: Record<string, string>;
  /** The course's profile, as an activity for `contextActivities.category`. */
  profile: { id: string; definition: Record<string, unknown> };
}

export interface CourseData {
  id: string;
  iri: string;
  title: string;
  version: string;
  language: string;
  /** Where texts of forms are kept for resuming: with the state, or by themselves on the device. */
  texts: "state" | "device";
  pages: PageData[];
  activities: ActivityData[];
  scoring: { pass: Hundredths | null; parts: { n: number; weight: number }[] };
  completion: { pages: number[]; required: number[] };
  /**
   * What a learner can do afterwards, and the numbers of the activities that show it, `by` themselves or their questions;
   * then the marking points, and the scenarios and forms that are evidence for them.
   */
  outcomes: { id: string; text: string; by: number[] }[];
  /** Whether the manifest lets the LMS decide by a mastery score or thresholds. */
  lmsDecides: boolean;
  /** How SCORM 1.2 names options in answers; absent for letters. */
  answers?: "words";
  /** By number of the trackable thing; 0 is the course itself. */
  state: Record<number, RecordShape>;
  /** Most characters that the format keeps; null for no limit. */
  capacity: number | null;
  /** What statements are made from, in the formats that send any: made by builder/statements. */
  xapi?: XapiData;
  /** Where the second scripts lie, by kind, for what is not needed at once; absent where the course needs none. */
  later?: Record<string, string>;
  /** The player's own sentences in the course's language, by the numbers that stand for them in its script. */
  strings?: Record<string, string>;
}
