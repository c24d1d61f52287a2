// The SCORM trackers against a run-time that LMSs use, with nothing but its own answers: whatever it calls an error fails.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as again12 from "scorm-again/scorm12";
import * as again2004 from "scorm-again/scorm2004";
import { scorm12 } from "../src/tracking/scorm12";
import { scorm2004 } from "../src/tracking/scorm2004";
import type { Api } from "../src/tracking/find_api";
import type { Tracker } from "../src/tracking/tracker";
import { answered, FAILED, objective, option, PASSED, snapshot, UNFINISHED, windowWith } from "./windows";

// Its types say that the classes are the default exports; they are named ones.
type Make = new (settings: object) => Api & { cmi: { core: { lesson_status: string }; student_data: { mastery_score: string } } };
const { Scorm12API } = again12 as unknown as { Scorm12API: Make };
const { Scorm2004API } = again2004 as unknown as { Scorm2004API: Make };

const SETTINGS = { autocommit: false, logLevel: 5 };

interface Runtime {
  name: string;
  set: string;
  error: string;
  /** No value yet: asking for it is how a course learns that. */
  silent: string;
  make(): Api;
  track(api: Api): Tracker;
}

const RUNTIMES: Runtime[] = [
  {
    name: "SCORM 1.2",
    set: "LMSSetValue",
    error: "LMSGetLastError",
    silent: "0",
    make: () => new Scorm12API(SETTINGS),
    track: (api) => scorm12(false, windowWith("API", api)),
  },
  {
    name: "SCORM 2004",
    set: "SetValue",
    error: "GetLastError",
    silent: "403",
    make: () => new Scorm2004API(SETTINGS),
    track: (api) => scorm2004("en-GB", windowWith("API_1484_11", api)),
  },
];

const [A, B] = [option(1, "defend"), option(2, "state-the-fact")];

const EVENTS = [
  answered(),
  answered({ id: "q-log", response: { type: "choice", chosen: [A, B] }, correct: [{ type: "choice", chosen: [A, B] }] }),
  answered({ id: "q-angry", response: { type: "true-false", value: true }, correct: [{ type: "true-false", value: false }], result: "incorrect" }),
  answered({ id: "q-needs", response: { type: "matching", chosen: [[A, B]] }, correct: [{ type: "matching", chosen: [[A, B]] }] }),
  answered({ id: "q-steps", response: { type: "sequencing", chosen: [B, A] }, correct: [{ type: "sequencing", chosen: [A, B] }] }),
  answered({ id: "q-sar", response: { type: "fill-in", texts: ["calendar month"], long: false }, correct: [{ type: "fill-in", texts: ["month"], long: false }] }),
  answered({ id: "account", response: { type: "fill-in", texts: ["Three weeks. ".repeat(400)], long: true }, correct: [], result: "neutral" }),
  answered({ id: "q-ack", response: { type: "numeric", least: 28.5, most: 28.5 }, correct: [{ type: "numeric", least: 30, most: 30 }] }),
  answered({ id: "q-range", response: { type: "numeric", least: 30, most: 30 }, correct: [{ type: "numeric", least: 28, most: null }], result: 0.3333 }),
  answered({
    id: "q-gaps",
    response: { type: "fill-in", texts: ["month", ""], long: false },
    correct: [{ type: "fill-in", texts: ["Month", "30 days"], long: false, exactCase: true }, { type: "fill-in", texts: ["month", "30"], long: false }],
  }),
  answered({ id: "q-ack-confidence", response: { type: "likert", chosen: [B] }, correct: [], result: "neutral" }),
  answered({ type: "chose", id: "call-opening", response: { type: "choice", chosen: [B] }, correct: [], result: "neutral", weight: 0 }),
];

/** The run-time's object with every error that it gives written down. */
function watched(runtime: Runtime, api: Api): { api: Api; errors: string[] } {
  const errors: string[] = [];
  const seen = new Proxy(api, {
    get: (target, name: string) => (...args: string[]) => {
      const answer = target[name]!(...args);
      if (name === runtime.error) return answer;
      const code = String(target[runtime.error]!());
      if (code !== "0" && code !== runtime.silent) errors.push(`${name}(${args.join(", ")}): error ${code}`);
      return answer;
    },
  });
  return { api: seen, errors };
}

for (const runtime of RUNTIMES) {
  test(`${runtime.name}: a whole session, every kind of answer and a pass go in without an error`, async () => {
    const { api, errors } = watched(runtime, runtime.make());
    const tracker = runtime.track(api);
    assert.equal((await tracker.open()).mode, "normal");
    for (const event of EVENTS) {
      tracker.record(event, 0);
      const objectives = [objective(), objective({ id: "LO2", score: 6667 })];
      assert.deepEqual(await tracker.save(snapshot({ ...UNFINISHED, score: 1234, objectives })), { kind: "accepted" });
    }
    const passed = { ...PASSED, objectives: [objective({ success: "failed", score: 0 }), objective({ id: "LO2", success: "passed", score: 9000 })] };
    assert.deepEqual(await tracker.save(snapshot(passed)), { kind: "accepted" });
    tracker.close(snapshot(passed));
    assert.deepEqual(errors, []);
  });

  test(`${runtime.name}: answers whose commit was refused go in again without an error`, async () => {
    const { api, errors } = watched(runtime, runtime.make());
    let refusing = true;
    const tracker = runtime.track(new Proxy(api, {
      get: (target, name: string) => (refusing && name.endsWith("Commit") ? () => "false" : target[name]!),
    }));
    await tracker.open();
    for (const event of EVENTS) {
      tracker.record(event, 0);
      assert.equal((await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective()] }))).kind, "refused");
    }
    refusing = false;
    assert.deepEqual(await tracker.save(snapshot({ ...PASSED, objectives: [objective({ score: 8000 })] })), { kind: "accepted" });
    assert.equal(api[runtime.set.replace("Set", "Get")]!("cmi.interactions._count"), String(EVENTS.length));
    assert.deepEqual(errors, []);
  });

  test(`${runtime.name}: a session after a pass changes nothing of it`, async () => {
    const { api, errors } = watched(runtime, runtime.make());
    const first = runtime.track(api);
    await first.open();
    await first.save(snapshot(PASSED));
    const again = runtime.track(api); // the page was loaded again without the session being ended
    const launch = await again.open();
    assert.equal(launch.state, "1AAAA");
    await again.save(snapshot(FAILED));
    const status = runtime.name === "SCORM 1.2" ? api.LMSGetValue!("cmi.core.lesson_status") : api.GetValue!("cmi.success_status");
    assert.equal(status, "passed");
    // What the second initialise is told stands until the run-time thinks of another error.
    assert.deepEqual(errors.filter((error) => !/Initialize|error 103$/.test(error)), []);
  });
}

test("SCORM 1.2: with a mastery score, leaving half-way without a score stays incomplete", async () => {
  const api = new Scorm12API({ ...SETTINGS, mastery_override: true });
  api.cmi.student_data.mastery_score = "80";
  const tracker = RUNTIMES[0]!.track(api);
  assert.equal((await tracker.open()).passMark, 8000);
  tracker.close(snapshot());
  assert.equal(api.cmi.core.lesson_status, "incomplete");
});
