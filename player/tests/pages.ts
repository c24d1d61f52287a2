// A browser's page and a tracker for the tests of the session: what is fired and what was saved is in the test's hands.

import type { TestContext } from "node:test";
import type { CourseData } from "../src/course/data";
import { decode } from "../src/course/codec";
import type { State } from "../src/course/state";
import { attention } from "../src/shell/attention";
import { openSession, type Session } from "../src/shell/session";
import type { Status } from "../src/shell/status";
import type { Ack, Launch, LearningEvent, OpenCourse, Snapshot, Tracker } from "../src/tracking/tracker";
import { rules } from "./courses";

type Listener = (event: unknown) => void;

export interface FakePage {
  fire(type: "pagehide" | "pageshow" | "online" | "storage" | "hidden" | "visible", event?: object): void;
}

/** Listeners of a new page. Earlier pages hear nothing any more, as if their browser had died. */
export function fakePage(): FakePage {
  const listeners: Record<string, Listener[]> = {};
  const listen = (type: string, listener: Listener) => (listeners[type] ??= []).push(listener);
  const document = { visibilityState: "visible", addEventListener: listen };
  const call = (type: string, event: unknown) => (listeners[type] ?? []).forEach((listener) => listener(event));
  const dispatchEvent = (event: Event) => call(event.type, event);
  Object.assign(globalThis, { addEventListener: listen, dispatchEvent, document });
  return {
    fire(type, event = {}) {
      document.visibilityState = type === "hidden" ? "hidden" : "visible";
      call(type === "hidden" || type === "visible" ? "visibilitychange" : type, event);
    },
  };
}

export const LAUNCH: Launch = {
  learner: { id: "s-17", name: "Dana" },
  mode: "normal",
  passMark: null,
  resumes: false,
  state: null,
  location: null,
  keptIn: "lms",
  problem: null,
};

/** An LMS behind a tracker: keeps the last snapshot it took and the events that came with it. */
export class FakeTracker implements Tracker {
  saved: Snapshot[] = [];
  events: LearningEvent[] = [];
  delivered: LearningEvent[] = [];
  calls: string[] = [];
  refusing = false;
  /** Saves wait for `land` where this is true. */
  slow = false;
  /** How many interactions the session said that there were before each event. */
  earlier: number[] = [];
  /** States that others saved before this one's next saves. */
  elsewhere: string[] = [];
  course: OpenCourse | undefined;
  private landing: (() => void)[] = [];

  constructor(readonly launch: Partial<Launch> = {}) {}

  async open(): Promise<Launch> {
    return { ...LAUNCH, ...this.launch };
  }
  async save(snapshot: Snapshot): Promise<Ack> {
    this.calls.push("save");
    const state = this.elsewhere.shift();
    if (state) return { kind: "conflict", state };
    if (this.slow) await new Promise<void>((resolve) => this.landing.push(resolve));
    if (this.refusing) return { kind: "refused", reason: "error 391" };
    this.take(snapshot);
    return { kind: "accepted" };
  }
  begun(course: OpenCourse): void {
    this.course = course;
  }
  record(event: LearningEvent, earlier: number): void {
    this.events.push(event);
    this.earlier.push(earlier);
  }
  suspend(last: Snapshot): void {
    this.calls.push("suspend");
    if (!this.refusing) this.take(last);
  }
  close(last: Snapshot): void {
    this.calls.push("close");
    if (!this.refusing) this.take(last);
  }
  land(): void {
    for (const resolve of this.landing.splice(0)) resolve();
  }
  /** The launch of a learner who comes back to what the LMS holds. */
  get back(): Partial<Launch> {
    const state = this.saved.at(-1)?.state ?? null;
    return { ...this.launch, state, resumes: state !== null, location: this.saved.at(-1)?.location ?? null };
  }
  private take(snapshot: Snapshot): void {
    this.saved.push(snapshot);
    this.delivered.push(...this.events.splice(0));
  }
}

/** One that is told how long each page was in view. */
export class AttentiveTracker extends FakeTracker {
  turn = (): void => undefined;
  override begun(course: OpenCourse): void {
    this.turn = attention(course, (left) => this.record(left, 0));
  }
}

/** One that gives events their ids and knows them by these. */
export class KnowingTracker extends FakeTracker {
  private given = 0;
  uuid(): string {
    return String(++this.given);
  }
}

export interface Opened {
  session: Session;
  tracker: FakeTracker;
  page: FakePage;
  statuses: Status[];
  notices: Record<string, string>;
  asked: string[];
  /** How often the shell was told that something had changed. */
  changes: () => number;
  /** The kinds of status since the last look. */
  heard(): string[];
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  /** What the LMS holds, unpacked. */
  held(): State;
}

/** Opens the course in a new page. `answer` is the learner's to the one question that may come. */
export async function open(t: TestContext, course: CourseData, tracker = new FakeTracker(), answer = "use"): Promise<Opened> {
  t.mock.timers.reset();
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const page = fakePage();
  const statuses: Status[] = [];
  const notices: Record<string, string> = {};
  const asked: string[] = [];
  let changes = 0;
  const session = await openSession(course, tracker, rules, {
    t: (english) => english,
    ask: async (title) => {
      asked.push(title);
      return answer;
    },
    status: (status) => void statuses.push(status),
    notice: (name, sentence) => void (notices[name] = sentence),
    changed: () => changes++,
  });
  session.begun();
  return {
    session,
    tracker,
    page,
    statuses,
    notices,
    asked,
    changes: () => changes,
    heard: () => statuses.splice(0).map((status) => status.kind),
    async pass(milliseconds) {
      for (let left = milliseconds; left >= 0; left -= 500) {
        for (let i = 0; i < 10; i++) await Promise.resolve();
        t.mock.timers.tick(Math.min(left, 500));
      }
      for (let i = 0; i < 10; i++) await Promise.resolve();
    },
    held: () => decode(course.state, tracker.saved.at(-1)?.state ?? "").state,
  };
}
