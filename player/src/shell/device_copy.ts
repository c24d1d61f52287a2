// The copy of a learner's work on this device: what an LMS that is away, or a browser that dies, would lose. It belongs to
// one learner and course; of an unknown learner nothing is kept, since the next one may be someone else.

import type { LearningEvent } from "../tracking/tracker";
import { recall, remember } from "./storage";

export interface Copy {
  /** The device's mark in the records that it wrote. */
  mark: number;
  /** The packed state. */
  state: string;
  /** Events that the LMS has not acknowledged, with their serial numbers. */
  outbox: [serial: number, event: LearningEvent][];
  /** When it was written, in milliseconds since 1970. */
  at: number;
  /** Whether the LMS has acknowledged all of it. */
  accepted: boolean;
}

export interface DeviceCopy {
  read(): Copy | null;
  /** False where the device cannot keep it. */
  write(copy: Copy): boolean;
  remove(): void;
  /** An empty text is removed. */
  keepText(n: number, text: string): boolean;
  keptText(n: number): string;
}

/** The copy of this learner (null: unknown, in memory only), course and attempt, where the LMS tells attempts apart. */
export function deviceCopy(course: string, learner: string | null, registration?: string): DeviceCopy {
  const key = ["coursewright", course, learner ?? "", registration ?? []].flat().map(encodeURIComponent).join("/");
  const texts = new Map<number, string>();
  const put = (name: string, text: string | null): boolean => learner !== null && remember(name, text);
  const get = (name: string): string | null => (learner === null ? null : recall(name));
  return {
    read() {
      try {
        const copy = JSON.parse(get(key) ?? "null") as Partial<Copy> | null;
        return typeof copy?.state === "string" && Array.isArray(copy.outbox) ? (copy as Copy) : null;
      } catch {
        return null;
      }
    },
    write: (copy) => put(key, JSON.stringify(copy)),
    remove: () => void put(key, null),
    keepText(n, text) {
      texts.set(n, text);
      return put(`${key}/text/${n}`, text || null);
    },
    keptText: (n) => texts.get(n) ?? get(`${key}/text/${n}`) ?? "",
  };
}
