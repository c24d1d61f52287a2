// Calls to an LMS's object with every answer checked. LMSs answer true, "true", 1, nothing at all, or throw; none of that
// may stop the course (trap 18), and none of it may pass for success.

import type { Api } from "./find_api";
import type { Ack } from "./tracker";

export interface Lms {
  /** Opens the session; true too where it was open already and `probe`, an element that is always there, can be read. */
  initialize(probe: string): boolean;
  /** '' where the LMS has no such element or no value. It is asked once, and told nothing that it has already. */
  get(element: string): string;
  /**
   * Whether the LMS took the value. What it has is not sent again, nor is '', nor a status that says less than the one that
   * it has: a status never goes backwards (traps 7 and 15).
   */
  set(element: string, value: string): boolean;
  /** Sets an element and reads it back, since some LMSs cut what is too long without a word (trap 5). */
  setWhole(element: string, value: string): boolean;
  commit(): Ack;
  terminate(): void;
}

/** Of statuses that say the same of one thing, the one that says more is kept. Others count as none. */
const ORDER: Record<string, number> = { unknown: 0, incomplete: 1, completed: 2, failed: 2, passed: 3 };

/** Whether the one status says more than the other. */
export const outranks = (one: string, other: string): boolean => ORDER[one]! > (ORDER[other] ?? 0);

/** The LMS behind this object. 1.2's functions have a prefix and finish where 2004's terminate; else the two agree. */
export function connect(api: Api, prefix: string, terminate: string): Lms {
  const held = new Map<string, string>();
  /** What need not be sent: cleared where a commit is refused. */
  const taken = new Set<string>();
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
  const keep = (element: string, value: string): string => {
    held.set(element, value);
    taken.add(element);
    return value;
  };
  const read = (element: string): string => {
    // Some run-times leave an old error standing when a value is read: it says nothing of this one.
    const before = last;
    const value = text(call("GetValue", element));
    return keep(element, error() && last !== before ? "" : value);
  };
  const get = (element: string): string => held.get(element) ?? read(element);
  const set = (element: string, value: string): boolean => {
    const now = held.get(element) ?? "";
    const next = value in ORDER && !outranks(value, now) ? now : value;
    if (!next || (next === now && taken.has(element))) return true;
    return did(call("SetValue", element, next)) && !!keep(element, next);
  };
  return {
    initialize: (probe) => did(call("Initialize", "")) || !!read(probe),
    get,
    set,
    setWhole(element, value) {
      if (!set(element, value)) return false;
      if (value.length <= longest) return true;
      const back = read(element);
      if (back && back !== value) return false;
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
