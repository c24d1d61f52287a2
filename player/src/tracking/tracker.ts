// The one interface between the player and whatever keeps the learner's record (docs/architecture.md, The player).
// A tracker knows nothing of questions; the player knows nothing of standards. Between them pass snapshots and events.

import type { Hundredths, Option } from "../course/data";
import type { Result } from "../course/result";

export interface Launch {
  learner: { id: string | null; name: string | null };
  /** review and browse (and without credit): everything works, nothing is recorded. */
  mode: "normal" | "review" | "browse";
  /** The pass mark that the LMS brings, replacing the course's; null where it brings none. */
  passMark: Hundredths | null;
  /** Whether the LMS says that this learner goes on with an attempt. */
  resumes: boolean;
  state: string | null;
  location: string | null;
  /** Where the state is kept: by an LMS, on this device, or only as long as this window is open. */
  keptIn: "lms" | "device" | "window";
  /** A sentence for the learner where work cannot be kept as usual (no LMS found, say), in English, for translation. */
  problem: string | null;
  /** What the LMS calls this attempt (xAPI, cmi5); absent where there is only one. */
  registration?: string;
  /** What other windows and devices save is put together with this one's (`conflict`): nobody overwrites anybody. */
  merges?: true;
}

export type Ack =
  | { kind: "accepted" }
  | { kind: "refused"; reason: string }
  /** Another window or device has written since: nothing was saved. Its state is to be merged in, and all of it saved again. */
  | { kind: "conflict"; state: string };

export interface Snapshot {
  state: string;
  location: string;
  result: Result;
  /** Milliseconds of this session, without the time that the device was suspended. */
  elapsed: number;
}

/**
 * What was answered, by the types of interactions that SCORM and xAPI agree on. A number is from `least` to `most`: both
 * where it was given, while a right response may be a range, with an open end where one is null.
 */
export type Response =
  | { type: "choice" | "sequencing" | "likert"; chosen: Option[] }
  | { type: "matching"; chosen: [Option, Option][] }
  | { type: "true-false"; value: boolean }
  | { type: "fill-in"; texts: string[]; long?: boolean; exactCase?: boolean }
  | { type: "numeric"; least: number | null; most: number | null };

/** The learner answered a question, or chose in a scenario. Both become an interaction. */
export interface Answered {
  type: "answered" | "chose";
  /** The same for the same question at every attempt. Letters, digits, - and _ only. */
  id: string;
  prompt: string;
  options: Option[];
  response: Response;
  /** Right responses; empty where there is no right one. */
  correct: Response[];
  /** Right with all its score, wrong with none, or neither right nor wrong; else the share of the score that it got, from 0 to 1. */
  result: "correct" | "incorrect" | "neutral" | number;
  /** Points it is worth; 0 for practice. */
  weight: number;
  /** Milliseconds spent, by a monotonic clock. */
  latency: number;
  /** ISO 8601 with hundredths and offset, by the device's clock. */
  at: string;
  objectives: string[];
}

/** A page was shown for the first time. */
export interface Experienced {
  type: "experienced";
  id: string;
  title: string;
  at: string;
}

/** A page was in view for `spent` milliseconds, and is no longer: another one is, or the window is hidden or goes. */
export interface Left {
  type: "left";
  id: string;
  spent: number;
  at: string;
}

/** A quiz was submitted, or a play came to its end. */
export interface Scored {
  type: "scored";
  id: string;
  /** Null where it has no score. */
  score: Hundredths | null;
  /** Whether its own pass mark was reached; null where it has none. */
  passed: boolean | null;
  /** Milliseconds that the attempt took. */
  spent: number;
  at: string;
}

/** `uuid` is the tracker's, asked for when the event is recorded, and stays: what is recorded again after a crash is the same. */
export type LearningEvent = (Answered | Experienced | Left | Scored) & { uuid?: string };

/** What a tracker gets of the open course, to show what it alone knows (how much is still to be sent, a way out). */
export interface OpenCourse extends Asker {
  /** A lasting message about the session, one a `name`, in English for translation. */
  notice(name: string, sentence: string): void;
  /** What would be saved now. */
  snapshot(): Snapshot;
}

/** How a tracker asks the learner something before the course opens; the player's dialogs and translations. */
export interface Asker {
  t(english: string, words?: Record<string, string | number>): string;
  /** Resolves to the chosen button's value. */
  ask(title: string, body: string, buttons: { value: string; label: string }[]): Promise<string>;
}

export interface Tracker {
  /** Asks what must be known before `open`; called once, before it. */
  choose?(asker: Asker): Promise<void>;
  /** Finds the LMS (or the device's storage) and reads what it holds. Never rejects: a Launch with `problem` instead. */
  open(): Promise<Launch>;
  /** The pages are bound and the learner can begin. */
  begun?(course: OpenCourse): void;
  /** The page in view gives way to another one. */
  turn?(): void;
  /** Writes the snapshot and what was recorded since, and commits. Refused means that nothing may count as saved. */
  save(snapshot: Snapshot): Promise<Ack>;
  /**
   * Makes a new event's `uuid`. Only a tracker that has this knows an event again: after a crash it is told all that a save
   * had not acknowledged, though some of it may have arrived. `left` events have none, for they are told once.
   */
  uuid?(): string;
  /**
   * Takes an event for the next save; `earlier` is how many interactions this learner had before it, in all sessions, for
   * an LMS that cannot say how many it holds.
   */
  record(event: LearningEvent, earlier: number): void;
  /** The page is hidden or goes into the back-forward cache: commit, stay open. */
  suspend(last: Snapshot): void;
  /** The page goes for good, or the learner leaves: synchronous best effort, idempotent. */
  close(last: Snapshot): void;
}
