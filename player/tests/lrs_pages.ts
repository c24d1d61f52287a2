// Learners at a course that sends statements: pages that are opened, closed and killed, before a fake LRS.

import type { TestContext } from "node:test";
import type { CourseData, VerbName, XapiData } from "../src/course/data";
import { connect } from "../src/tracking/lrs/client";
import { lrsTracker } from "../src/tracking/lrs/lrs";
import type { Outgoing, Sending } from "../src/tracking/lrs/outgoing";
import { type LrsSession, plainSession } from "../src/tracking/lrs/session";
import type { Asker, Launch, LearningEvent, OpenCourse, Snapshot, Tracker } from "../src/tracking/tracker";
import { course } from "./courses";
import { type FakeDatabase, fakeDatabase } from "./fake_database";
import { ENDPOINT, fakeLrs, type FakeLrs } from "./fake_lrs";
import { type FakePage, fakePage } from "./pages";
import { snapshot } from "./windows";

const IRI = "https://example.org/courses/small";
const VERBS: VerbName[] = [
  "initialized", "experienced", "exited", "progressed", "answered", "responded",
  "completed", "passed", "failed", "suspended", "resumed", "terminated",
];
const activity = (path: string, more: object = {}) => ({ id: `${IRI}${path}`, definition: { name: { "en-GB": path } }, ...more });

export const XAPI: XapiData = {
  version: "1.0.3",
  platform: "Coursewright 1",
  verbs: Object.fromEntries(VERBS.map((name) => [name, { id: `https://example.org/verbs/${name}`, display: { en: name } }])) as unknown as XapiData["verbs"],
  extensions: { node: `${IRI}/xapi/extensions/node`, choice: `${IRI}/xapi/extensions/choice` },
  course: activity(""),
  pages: { start: activity("/pages/start"), read: activity("/pages/read", { parent: `${IRI}/modules/people` }) },
  activities: {
    "q-respond": activity("/activities/q-respond", { parent: `${IRI}/pages/read` }),
    "final-check": activity("/activities/final-check"),
    "call-opening": activity("/activities/call-opening", { parent: `${IRI}/activities/call`, node: "opening" }),
  },
  objectives: { MC1: `${IRI}/objectives/MC1` },
  profile: { id: `${IRI}/xapi`, definition: { type: "http://adlnet.gov/expapi/activities/profile" } },
};

export const small = (changes: Partial<XapiData> = {}): CourseData => course({ iri: IRI, xapi: { ...XAPI, ...changes } });

export const AMARA = { objectType: "Agent", name: "Amara", account: { homePage: "https://lms.example.org", name: "17" } };
export const BEN = { mbox: "mailto:ben@example.org" };
export const REGISTRATION = "760e3480-ba55-4991-94b0-01820dbd23a2";

export interface Opened {
  tracker: Tracker;
  launch: Launch;
  page: FakePage;
  outgoing: Outgoing;
  sending(): Sending;
}

export interface World {
  lrs: FakeLrs;
  database: FakeDatabase;
  /** Opens the course in a new page, after the one before it was closed or killed. */
  open(changes?: Partial<LrsSession>): Promise<Opened>;
  /** Lets so many milliseconds pass. */
  pass(milliseconds?: number): Promise<void>;
  /** The page dies: nothing of it goes on, but requests that outlive pages. */
  kill(): void;
  /** The names of the verbs in the LRS, as they were stored. */
  verbs(): string[];
}

export const nobody: Asker = { t: (english) => english, ask: async () => "nobody" };

/** A browser, an LRS, and nothing in either. */
export function world(t: TestContext): World {
  const lrs = fakeLrs();
  const database = fakeDatabase();
  let now = Date.parse("2026-11-23T16:50:00Z");
  const restart = () => {
    t.mock.timers.reset();
    t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now });
  };
  restart();
  const settle = async () => {
    for (let i = 0; i < 8; i++) await new Promise((go) => setImmediate(go));
  };
  const kill = () => {
    lrs.forgetPage();
    database.forgetPage();
    restart();
  };
  const pass = async (milliseconds = 0) => {
    for (let left = milliseconds; ; left -= 500) {
      await settle();
      if (left <= 0) return;
      const step = Math.min(left, 500);
      now += step;
      t.mock.timers.tick(step);
    }
  };
  /** Waits for what the page does by itself; the clock runs on meanwhile. */
  const awaited = async <T>(doing: Promise<T>): Promise<T> => {
    let done = false;
    void doing.finally(() => (done = true)).catch(() => undefined);
    while (!done) await pass(500);
    return doing;
  };
  return {
    lrs,
    database,
    kill,
    pass,
    async open(changes = {}) {
      const page = fakePage();
      let outgoing: Outgoing | null = null;
      let sending: Sending | null = null;
      const client = connect(ENDPOINT, "Basic dXNlcjpwYXNz", "1.0.3");
      const session = { ...plainSession(client, { actor: AMARA, activity: IRI, registration: REGISTRATION }), ...changes };
      const tracker = lrsTracker(small(), async () => session, (shown) => {
        outgoing = shown;
        shown.watch((now) => (sending = now));
      });
      const asked: Promise<void> = tracker.choose!(nobody);
      await awaited(asked);
      const launch = await awaited(tracker.open());
      const open: OpenCourse = { ...nobody, notice: () => undefined, snapshot: () => snapshot() };
      tracker.begun!(open);
      return { tracker, launch, page, outgoing: outgoing!, sending: () => sending! };
    },
    verbs: () => lrs.statements.map(({ verb }) => (verb as { display: { en: string } }).display.en),
  };
}

/** Saves; the clock runs on until the tracker says what became of it. */
export async function save({ pass }: World, { tracker }: Opened, last: Snapshot = snapshot()) {
  let ack: Awaited<ReturnType<Tracker["save"]>> | null = null;
  void tracker.save(last).then((got) => (ack = got));
  for (let i = 0; !ack && i < 200; i++) await pass(500);
  return ack as Awaited<ReturnType<Tracker["save"]>> | null;
}

/** An event with an id, as the session records it. */
export const withUuid = <E extends LearningEvent>({ tracker }: Opened, event: E): E & { uuid: string } => ({ ...event, uuid: tracker.uuid!() });
