// Calls to an LMS's object with every answer checked. LMSs answer true, "true", 1, nothing at all, or throw; none of that
// may stop the course (trap 18), and none of it may pass for success.

import type { Api } from "./find_api";
import type { Ack } from "./tracker";

export interface Lms {
  /** Opens the session; true too where it was open already and `probe`, an element that is always there, can be read. */
  initialize(probe: string): boolean;
  /** '' where the LMS has no such element or no value. */
  get(element: string): string;
  /** The same, and remembered: where it is to be set to what it is already, it is not sent. */
  know(element: string): string;
  /** Whether the LMS took the value. What it has taken already is not sent again. */
  set(element: string, value: string): boolean;
  /** Sets an element and reads it back, since some LMSs cut what is too long without a word (trap 5). */
  setWhole(element: string, value: string): boolean;
  commit(): Ack;
  terminate(): void;
}

/** The LMS behind this object. 1.2's functions have a prefix and finish where 2004's terminate; else the two agree. */
export function connect(api: Api, prefix: string, terminate: string): Lms {
  const taken = new Map<string, string>();
  let longest = 0;
  let last = "";

  const call = (name: string, ...values: string[]): unknown => {
    try {
      return api[prefix + name]?.(...values);
    } catch {
      return undefined;
    }
  };
  const error = (): string => {
    const code = text(call("GetLastError"));
    return (last = code === "0" ? "" : code);
  };
  const did = (answer: unknown, code = error()): boolean => ["true", "1"].includes(String(answer)) && !code;
  const get = (element: string): string => {
    // Some run-times leave an old error standing when a value is read: it says nothing of this one.
    const before = last;
    const value = text(call("GetValue", element));
    return error() && last !== before ? "" : value;
  };
  const set = (element: string, value: string): boolean => {
    if (taken.get(element) === value) return true;
    const took = did(call("SetValue", element, value));
    if (took) taken.set(element, value);
    return took;
  };
  return {
    initialize: (probe) => did(call("Initialize", "")) || get(probe) !== "",
    get,
    know(element) {
      const value = get(element);
      taken.set(element, value);
      return value;
    },
    set,
    setWhole(element, value) {
      if (!set(element, value)) return false;
      if (value.length <= longest) return true;
      const back = get(element);
      if (back && back !== value) {
        taken.delete(element);
        return false;
      }
      longest = value.length;
      return true;
    },
    commit() {
      const answer = call("Commit", "");
      const code = error();
      if (did(answer, code)) return { kind: "accepted" };
      taken.clear();
      return { kind: "refused", reason: `Commit: ${String(answer)}, error ${code}` };
    },
    terminate: () => void call(terminate, ""),
  };
}

/** Some LMSs say in words that they have nothing. */
const text = (value: unknown): string => String(value).replace(/^(undefined|null)$/, "");
