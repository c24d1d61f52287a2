// What the SCORM trackers share: finding the LMS, the order of a save, suspending and closing. The elements and their
// forms are each standard's own, in its file.

import type { Hundredths } from "../course/data";
import type { Objective } from "../course/objectives";
import { en } from "../sentence";
import { findApi, type WindowLike } from "./find_api";
import { connect, type Lms } from "./lms";
import type { Ack, Answered, Launch, Snapshot, Tracker } from "./tracker";

/** One standard's side of it. */
export interface Standard {
  /** The name of the LMS's object. */
  api: string;
  /** What its functions' names begin with, and the one that ends the session. */
  prefix: string;
  terminate: string;
  /** An element that every LMS can answer for. */
  probe: string;
  /** Where the standard keeps what a launch is told. */
  elements: Record<"id" | "name" | "mode" | "credit" | "passMark" | "entry" | "location", string>;
  /** A pass mark as the LMS writes it; null where that is none. */
  passMark(written: string): Hundredths | null;
  /** Reads the statuses that the LMS holds. Called once, after the session was opened. */
  hold(lms: Lms): void;
  /** The first values of a session that counts. */
  begin(lms: Lms): void;
  /** Sets everything but the interactions; the name of what the LMS did not take and must, or null. */
  write(lms: Lms, snapshot: Snapshot): string | null;
  /** Sets one interaction; false where the LMS does not take interactions. */
  writeInteraction(lms: Lms, index: number, event: Answered): boolean;
}

const NOWHERE: Launch = {
  learner: { id: null, name: null },
  mode: "normal",
  passMark: null,
  resumes: false,
  state: null,
  location: null,
  keptIn: "window",
  problem: en("No learning platform was found, so nothing is recorded. Open the course from the platform."),
};
const APART =
  en("The browser keeps the course and the learning platform apart, so nothing is recorded: they have different addresses. Tell whoever runs the platform.");
const REFUSED = en("The learning platform opened no session, so nothing is recorded. Close this window and open the course again.");

/** The tracker of a SCORM standard, for the LMS found from this window. */
export function scormTracker(standard: Standard, start: WindowLike = window): Tracker {
  let lms: Lms | null = null;
  let counts = false;
  let next = 0;
  let interactions = true;
  let pending: Answered[] = [];

  const write = (snapshot: Snapshot): Ack => {
    if (!lms || !counts) return { kind: "refused", reason: "No session" };
    const to = lms;
    interactions &&= pending.every((event, i) => standard.writeInteraction(to, next + i, event));
    const missing = standard.write(to, snapshot);
    const ack = to.commit();
    if (ack.kind === "accepted") {
      next += pending.length;
      pending = [];
    }
    return missing ? { kind: "refused", reason: `Not taken: ${missing}` } : ack;
  };

  return {
    async open() {
      const found = await findApi(standard.api, `${standard.prefix}Initialize`, start);
      if (!found.api) return found.blocked ? { ...NOWHERE, problem: APART } : NOWHERE;
      const connected = connect(found.api, standard.prefix, standard.terminate);
      if (!connected.initialize(standard.probe)) return { ...NOWHERE, problem: REFUSED };
      lms = connected;
      standard.hold(lms);
      const launch = launchFrom(standard, lms);
      counts = launch.mode === "normal";
      if (counts) {
        // Interactions go on from those of earlier sessions (trap 12).
        next = parseInt(lms.get("cmi.interactions._count"), 10);
        standard.begin(lms);
        lms.commit();
      }
      return launch;
    },
    async save(snapshot) {
      return write(snapshot);
    },
    record(event, earlier) {
      if (event.type === "experienced") return;
      if (Number.isNaN(next)) next = earlier;
      pending.push(event);
    },
    suspend: (last) => void write(last),
    close(last) {
      write(last);
      lms?.terminate();
      lms = null;
    },
  };
}

function launchFrom({ elements, passMark }: Standard, { get }: Lms): Launch {
  const state = get("cmi.suspend_data");
  return {
    learner: { id: get(elements.id) || null, name: get(elements.name) || null },
    mode: modeOf(get(elements.mode), get(elements.credit)),
    passMark: passMark(get(elements.passMark)),
    resumes: resumesBy(get(elements.entry), state),
    state: state || null,
    location: get(elements.location) || null,
    keptIn: "lms",
    problem: null,
  };
}

/** Review and browse record nothing, nor does a launch without credit; an LMS that does not say means normal (trap 18). */
const modeOf = (mode: string, credit: string): Launch["mode"] =>
  mode === "review" || mode === "browse" ? mode : credit === "no-credit" ? "browse" : "normal";

/** An LMS that says neither resume nor ab-initio goes on with an attempt when it holds a state of it. */
const resumesBy = (entry: string, state: string): boolean =>
  entry === "resume" || (entry !== "ab-initio" && state !== "");

/** Of statuses that say the same of one thing, the one that says more is kept. Others count as none. */
const ORDER: Record<string, number> = { unknown: 0, incomplete: 1, completed: 2, failed: 2, passed: 3 };

/**
 * A value that never goes backwards where it is a status (traps 7 and 15): given the one that the LMS holds, answers what
 * to set for each next one, and null while the LMS's own is as good.
 */
export function ratchet(held: string): (next: string) => string | null {
  let value = held;
  let ours = false;
  return (next) => {
    if (!(next in ORDER) || ORDER[next]! > (ORDER[value] ?? 0)) {
      value = next;
      ours = true;
    }
    return ours ? value : null;
  };
}

/** The elements of a score, from 0 to 100; none of no score. */
export const scoreElements = (score: Hundredths | null): Record<string, string> =>
  score === null ? {} : { "score.min": "0", "score.max": "100", "score.raw": String(score / 100) };

/**
 * Writes objectives, each to the place where the LMS has it from earlier sessions, else behind the others (in their order,
 * where it cannot count); what it has already is not sent again. `elements` are an objective's by name, but for its id. An LMS that takes no id
 * gets nothing more.
 */
export function shelf(
  { get, know, set }: Lms,
  elements: (objective: Objective) => Record<string, string>,
): (objectives: Objective[]) => void {
  const held = parseInt(get("cmi.objectives._count"), 10);
  const ids: string[] = [];
  for (let i = 0; i < held; i++) ids.push(know(`cmi.objectives.${i}.id`));
  const ratchets: Record<string, ReturnType<typeof ratchet>> = {};
  let takes = true;
  return (objectives) => {
    for (const objective of objectives) {
      const { id } = objective;
      if (!ids.includes(id)) ids.push(id);
      const i = ids.indexOf(id);
      const at = `cmi.objectives.${i}.`;
      takes &&= set(`${at}id`, id);
      for (const [name, value] of Object.entries(elements(objective))) {
        const next = takes && (ratchets[at + name] ??= ratchet(i < held ? know(at + name) : ""))(value);
        if (next) set(at + name, next);
      }
    }
  };
}
