// What the SCORM trackers share: finding the LMS, what is set and when, suspending and closing. The names of elements and
// their forms are each standard's own, in its file.

import type { Hundredths } from "../course/data";
import type { Objective } from "../course/objectives";
import type { Result } from "../course/result";
import { en } from "../sentence";
import { findApi, type WindowLike } from "./find_api";
import { connect, type Lms, outranks } from "./lms";
import type { Ack, Answered, Launch, Snapshot, Tracker } from "./tracker";

/** Elements by name, in the order in which they are set. Of a list each value is one: # stands for its number. '' is not set. */
export type Elements = Record<string, string | string[]>;

/** One standard's side of it. */
export interface Standard {
  /** The name of the LMS's object. */
  api: string;
  /** What its functions' names begin with, and the one that ends the session. */
  prefix: string;
  terminate: string;
  /** What the session's own elements begin with, and the names of those that the standards name differently. */
  core: string;
  names: Record<"id" | "name" | "mode" | "location" | "completion" | "success", string>;
  passMark: string;
  /** A pass mark as the LMS writes it; null where that is none. */
  readPassMark(written: string): Hundredths | null;
  time(milliseconds: number): string;
  score(result: Result, get: Lms["get"]): Elements;
  /** Without a success as long as that is not final. */
  statuses(result: Result): Record<string, string>;
  objective(objective: Objective): Elements;
  /** All but the id. */
  interaction(event: Answered): Elements;
}

const NOWHERE = en("No learning platform was found, so nothing is recorded. Open the course from the platform.");
const APART =
  en("The browser keeps the course and the learning platform apart, so nothing is recorded: they have different addresses. Tell whoever runs the platform.");
const REFUSED = en("The learning platform opened no session, so nothing is recorded. Close this window and open the course again.");

const STATE = "cmi.suspend_data";

/** The tracker of a SCORM standard, for the LMS found from this window. */
export function scormTracker(standard: Standard, start: WindowLike = window): Tracker {
  const { core, names } = standard;
  const [completion, success] = [core + names.completion, core + names.success];
  let lms: Lms | null = null;
  let counts = false;
  let pending: Answered[] = [];
  let interactions = 0;
  let takesInteractions = true;
  const objectives: string[] = [];
  let heldObjectives = 0;
  let takesObjectives = true;
  let heldSuccess = "";
  let heldFinal = false;

  const write = ({ state, location, result, elapsed }: Snapshot): Ack => {
    if (!lms || !counts) return { kind: "refused", reason: "No session" };
    const { get, set, setWhole, commit } = lms;
    const put = (at: string, elements: Elements) => {
      for (const [name, values] of Object.entries(elements)) [values].flat().forEach((value, i) => set(at + name.replace("#", `${i}`), value));
    };

    pending.forEach((event, i) => {
      const at = `cmi.interactions.${interactions + i}.`;
      takesInteractions &&= set(`${at}id`, event.id);
      if (takesInteractions) put(at, standard.interaction(event));
    });
    put(core, { session_time: standard.time(elapsed), exit: "suspend", [names.location]: location });
    if (!heldFinal || result.final) {
      for (const objective of result.objectives) {
        const { id } = objective;
        if (!objectives.includes(id)) objectives.push(id);
        const i = objectives.indexOf(id);
        const at = `cmi.objectives.${i}.`;
        const elements = standard.objective(objective);
        if (i < heldObjectives) for (const name in elements) get(at + name);
        takesObjectives &&= set(`${at}id`, id);
        if (takesObjectives) put(at, elements);
      }
    }
    const statuses = standard.statuses(result);
    // What the LMS holds as completed or passed is scored again only where it becomes better (trap 15).
    if (!heldFinal || outranks(statuses[names.success]!, heldSuccess)) put(core, standard.score(result, get));
    const missing = Object.keys(statuses)
      .map((name) => core + name)
      .filter((element, i) => !set(element, Object.values(statuses)[i]!) && result.final);
    if (!setWhole(STATE, state)) missing.push(STATE);
    const ack = commit();
    if (ack.kind === "accepted") {
      interactions += pending.length;
      pending = [];
    }
    return missing.length ? { kind: "refused", reason: `Not taken: ${missing.join()}` } : ack;
  };

  return {
    async open() {
      const { api, blocked } = await findApi(standard.api, `${standard.prefix}Initialize`, start);
      if (!api) return launchFrom(standard, blocked ? APART : NOWHERE);
      const found = connect(api, standard.prefix, standard.terminate);
      if (!found.initialize(completion)) return launchFrom(standard, REFUSED);
      const { get, set, commit } = (lms = found);
      const launch = launchFrom(standard, null, get);
      counts = launch.mode === "normal";
      if (counts) {
        heldSuccess = get(success);
        heldFinal = /completed|passed/.test(get(completion) + heldSuccess);
        // Interactions go on from those of earlier sessions (trap 12), objectives keep their places.
        interactions = parseInt(get("cmi.interactions._count"), 10);
        heldObjectives = parseInt(get("cmi.objectives._count"), 10);
        for (let i = 0; i < heldObjectives; i++) objectives.push(get(`cmi.objectives.${i}.id`));
        // Left at `not attempted`, some LMSs call it completed when the session ends (trap 23).
        set(completion, "incomplete");
        // Any other exit ends the attempt: a learner who comes back, also after the end, would find it empty (trap 15).
        set(`${core}exit`, "suspend");
        commit();
      }
      return launch;
    },
    async save(snapshot) {
      return write(snapshot);
    },
    record(event, earlier) {
      if (event.type !== "answered" && event.type !== "chose") return;
      if (isNaN(interactions)) interactions = earlier;
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

/** What the LMS says of the launch; without one, what there is to know all the same. An element that is empty says nothing. */
function launchFrom({ core, names, passMark, readPassMark }: Standard, problem: string | null, get: Lms["get"] = () => ""): Launch {
  const own = (name: string) => get(core + name);
  const [mode, entry, state] = [own(names.mode), own("entry"), get(STATE)];
  return {
    learner: { id: own(names.id) || null, name: own(names.name) || null },
    // Review and browse record nothing, nor does a launch without credit; an LMS that does not say means normal (trap 18).
    mode: mode === "review" || mode === "browse" ? mode : own("credit") === "no-credit" ? "browse" : "normal",
    passMark: readPassMark(get(passMark)),
    // An LMS that says neither resume nor ab-initio goes on with an attempt when it holds a state of it.
    resumes: entry === "resume" || (entry !== "ab-initio" && !!state),
    state: state || null,
    location: own(names.location) || null,
    keptIn: problem ? "window" : "lms",
    problem,
  };
}

/** The elements of a score, from 0 to 100; none of no score. */
export const scoreElements = (score: Hundredths | null): Record<string, string> =>
  score === null ? {} : { "score.min": "0", "score.max": "100", "score.raw": String(score / 100) };
