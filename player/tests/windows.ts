// Windows and an LMS's object for the tests of the trackers.

import type { Api, WindowLike } from "../src/tracking/find_api";
import type { Option } from "../src/course/data";
import type { Objective } from "../src/course/objectives";
import type { Result } from "../src/course/result";
import type { Answered, Snapshot } from "../src/tracking/tracker";

/** A window that holds the object under that name, and is its own parent. */
export function windowWith(name: string, api: unknown): WindowLike {
  const top = { [name]: api } as unknown as WindowLike;
  top.parent = top;
  return top;
}

export const frameIn = (parent: WindowLike): WindowLike => ({ parent });

/** A window of another origin: every touch of a name in it throws. */
export function foreign(parent?: WindowLike): WindowLike {
  const outside: WindowLike = new Proxy({} as WindowLike, {
    get(_, name) {
      if (name === "parent") return parent ?? outside;
      if (name === "opener") return null;
      throw new DOMException("Blocked a frame from accessing a cross-origin frame.", "SecurityError");
    },
  });
  return outside;
}

export interface FakeLms {
  api: Api;
  values: Record<string, string>;
  /** Every SetValue in order, `element=value`. */
  sets: string[];
  /** Every call but getting values and errors, by name. */
  calls: string[];
  /** Names of functions that answer false with error 391 for now. */
  failing: Set<string>;
}

/** An LMS that holds these values, takes everything, and knows only the elements that it `has` (all where that is left out). */
export function fakeLms(version: "1.2" | "2004", values: Record<string, string> = {}, has?: (element: string) => boolean): FakeLms {
  const lms: FakeLms = { api: {}, values: { ...values }, sets: [], calls: [], failing: new Set() };
  let error = "0";
  const answer = (name: string, act: () => unknown): unknown => {
    if (name !== "get") lms.calls.push(name);
    error = lms.failing.has(name) ? "391" : "0";
    return error === "0" ? act() : name === "get" ? "" : "false";
  };
  const missing = (element: string): boolean => {
    if (!has || has(element)) return false;
    error = "401";
    return true;
  };
  const functions: Record<string, (...args: string[]) => unknown> = {
    initialize: () => answer("initialize", () => "true"),
    terminate: () => answer("terminate", () => "true"),
    commit: () => answer("commit", () => "true"),
    get: (element) => answer("get", () => (missing(element!) ? "" : lms.values[element!] ?? "")),
    set: (element, value) =>
      answer("set", () => {
        if (missing(element!)) return "false";
        lms.sets.push(`${element}=${value}`);
        lms.values[element!] = value!;
        return "true";
      }),
    error: () => error,
  };
  const names =
    version === "1.2"
      ? ["LMSInitialize", "LMSFinish", "LMSCommit", "LMSGetValue", "LMSSetValue", "LMSGetLastError"]
      : ["Initialize", "Terminate", "Commit", "GetValue", "SetValue", "GetLastError"];
  Object.values(functions).forEach((call, i) => (lms.api[names[i]!] = call));
  return lms;
}

export const option = (n: number, id: string): Option => ({ n, id, text: id });

export const UNFINISHED: Result = { completion: "incomplete", success: "unknown", score: null, progress: 0, final: false, objectives: [] };
export const PASSED: Result = { completion: "completed", success: "passed", score: 8333, progress: 10000, final: true, objectives: [] };
export const FAILED: Result = { ...PASSED, success: "failed", score: 2000 };
export const COMPLETED: Result = { ...PASSED, success: "unknown", score: null };

export const objective = (changes: Partial<Objective> = {}): Objective => ({
  id: "LO1",
  text: "Respond to what a person needs",
  score: null,
  progress: 2500,
  completion: "incomplete",
  success: "unknown",
  ...changes,
});

export const snapshot = (result: Result = UNFINISHED, changes: Partial<Snapshot> = {}): Snapshot => ({
  state: "1AAAA",
  location: "read",
  result,
  elapsed: 61_230,
  ...changes,
});

const [DEFEND, STATE_FACT] = [option(1, "defend"), option(2, "state-the-fact")];

export const answered = (changes: Partial<Answered> = {}): Answered => ({
  type: "answered",
  id: "q-respond",
  prompt: "Which reply responds rather than reacts?",
  options: [DEFEND, STATE_FACT],
  response: { type: "choice", chosen: [STATE_FACT] },
  correct: [{ type: "choice", chosen: [STATE_FACT] }],
  result: "correct",
  weight: 2,
  latency: 4560,
  at: "2026-11-23T16:50:03.12+01:00",
  objectives: ["MC1"],
  ...changes,
});
