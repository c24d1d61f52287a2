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
}

export type Ack =
  | { kind: "accepted" }
  | { kind: "refused"; reason: string };

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

export interface Experienced {
  type: "experienced";
  id: string;
  title: string;
  at: string;
}

export type LearningEvent = Answered | Experienced;

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
  /** Writes the snapshot and what was recorded since, and commits. Refused means that nothing may count as saved. */
  save(snapshot: Snapshot): Promise<Ack>;
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
