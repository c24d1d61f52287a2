// What the SCORM trackers share: finding the LMS, the order of a save, suspending and closing. The elements and their
// forms are each standard's own, in its file.

import type { Hundredths } from "../course/data";
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
  problem: "No learning platform was found, so nothing is recorded. Open the course from the platform.",
};
const APART =
  "The browser keeps the course and the learning platform apart, so nothing is recorded: they have different addresses. Tell whoever runs the platform.";
const REFUSED = "The learning platform opened no session, so nothing is recorded. Close this window and open the course again.";

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

/**
 * A value that never goes backwards (traps 7 and 15): given the one that the LMS holds, answers what to set for each next
 * one, and null while the LMS's own is as good.
 */
export function ratchet(order: Record<string, number>, held: string): (next: string) => string | null {
  const rank = (value: string) => order[value] ?? 0;
  let value = held;
  let ours = false;
  return (next) => {
    if (rank(next) > rank(value)) {
      value = next;
      ours = true;
    }
    return ours ? value : null;
  };
}
