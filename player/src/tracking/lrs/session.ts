// What a standard finds out before anything is said, and how it wants its statements: xapi.ts has it all from the launch,
// cmi5.ts asks the LMS.

import type { CourseData, VerbName } from "../../course/data";
import { en } from "../../sentence";
import type { Launch } from "../tracker";
import type { Apart } from "./apart";
import type { Client } from "./client";
import type { Place } from "./launch";
import type { Statement } from "./statement";

/** Why nothing more is sent from a window, where the LRS forbids it. */
export const OVER = en("Answers are no longer taken from this window. Open the course again from where you started it.");

export interface LrsSession extends Omit<Place, "endpoint"> {
  client: Client;
  mode: Launch["mode"];
  passMark: Launch["passMark"];
  /** Whether this page goes on with a session that has said `initialized` (it was loaded again). */
  goesOn: boolean;
  /** Whether nothing at all may follow `terminated`: it waits for the next launch where something is not acknowledged yet. */
  strict: boolean;
  /** The statement as the standard wants it; `ofCourse` where it is about the course itself, not something in it. */
  shape(statement: Statement, verb: VerbName, ofCourse: boolean): Statement;
  /** What the learner reads where nobody is known any longer (401), in English for translation. */
  over: string;
  /** Whether the session goes on though a statement was forbidden. */
  alive(): Promise<boolean>;
  /** Asked as the page goes for good: false where the session goes on in a page that comes after it. */
  ends(): boolean;
  /** Where a learner who leaves goes; null where the window can only be closed. */
  returnTo: string | null;
  audio: boolean;
  languages: string[];
}

/**
 * The session, or a learner whom nothing can be sent for, or a sentence (in English, for translation) why nobody is known: the
 * device keeps the work.
 */
export type FindSession = (course: CourseData) => Promise<LrsSession | Apart | string>;

/** A session of plain xAPI at that place. */
export const plainSession = (client: Client, { actor, activity, registration }: Omit<Place, "endpoint">): LrsSession => ({
  client,
  actor,
  activity,
  registration,
  mode: "normal",
  passMark: null,
  goesOn: false,
  strict: false,
  shape: (statement) => statement,
  over: OVER,
  alive: async () => false,
  ends: () => true,
  returnTo: null,
  audio: true,
  languages: [],
});
