import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, scorm12, timespan } from "../src/tracking/scorm12";
import { answered, COMPLETED, fakeLms, FAILED, type FakeLms, objective, option, PASSED, snapshot, UNFINISHED, windowWith } from "./windows";

const open = async (lms: FakeLms) => {
  const tracker = scorm12(false, windowWith("API", lms.api));
  return { tracker, launch: await tracker.open() };
};

test("a new attempt is incomplete and will resume, from the first commit on", async () => {
  const lms = fakeLms("1.2", { "cmi.core.lesson_status": "not attempted", "cmi.core.entry": "ab-initio" });
  const { launch } = await open(lms);
  assert.deepEqual(lms.sets, ["cmi.core.lesson_status=incomplete", "cmi.core.exit=suspend"]);
  assert.deepEqual(lms.calls, ["initialize", "set", "set", "commit"]);
  assert.equal(launch.resumes, false);
});

test("what the LMS knows of the learner is read", async () => {
  const lms = fakeLms("1.2", {
    "cmi.core.student_id": "s-17",
    "cmi.core.student_name": "Okoro, Dana",
    "cmi.core.entry": "resume",
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.lesson_location": "read",
    "cmi.suspend_data": "1AAAA",
    "cmi.student_data.mastery_score": "75.5",
  });
  assert.deepEqual((await open(lms)).launch, {
    learner: { id: "s-17", name: "Okoro, Dana" },
    mode: "normal",
    passMark: 7550,
    resumes: true,
    state: "1AAAA",
    location: "read",
    keptIn: "lms",
    problem: null,
  });
});

test("an LMS that knows hardly anything is a normal launch, and what it lacks stops nothing", async () => {
  const few = ["cmi.core.lesson_status", "cmi.suspend_data"];
  const lms = fakeLms("1.2", {}, (element) => few.includes(element));
  const { tracker, launch } = await open(lms);
  assert.deepEqual(launch, {
    learner: { id: null, name: null }, mode: "normal", passMark: null, resumes: false, state: null, location: null, keptIn: "lms", problem: null,
  });
  tracker.record(answered(), 0);
  assert.deepEqual(await tracker.save(snapshot(PASSED)), { kind: "accepted" });
  assert.deepEqual(lms.sets, ["cmi.core.lesson_status=incomplete", "cmi.core.lesson_status=passed", "cmi.suspend_data=1AAAA"]);
});

test("an LMS whose functions throw or answer undefined does not stop the course, and nothing counts as saved", async () => {
  for (const answer of [() => undefined, () => { throw new Error("no"); }]) {
    const names = ["LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSFinish"];
    const api = { LMSInitialize: () => "true", ...Object.fromEntries(names.map((name) => [name, answer])) };
    const tracker = scorm12(false, windowWith("API", api));
    assert.equal((await tracker.open()).mode, "normal");
    assert.equal((await tracker.save(snapshot())).kind, "refused");
    tracker.close(snapshot());
  }
});

test("true, 1 and \"true\" all mean that the LMS did it", async () => {
  for (const yes of [true, 1, "true", "1"]) {
    const api = {
      LMSInitialize: () => yes, LMSGetValue: () => "", LMSSetValue: () => yes, LMSCommit: () => yes,
      LMSGetLastError: () => 0, LMSFinish: () => yes,
    };
    const tracker = scorm12(false, windowWith("API", api));
    await tracker.open();
    assert.deepEqual(await tracker.save(snapshot()), { kind: "accepted" });
  }
});

test("review, browse and a launch without credit record nothing and still end the session", async () => {
  for (const [element, value] of [["cmi.core.lesson_mode", "review"], ["cmi.core.lesson_mode", "browse"], ["cmi.core.credit", "no-credit"]]) {
    const lms = fakeLms("1.2", { [element!]: value! });
    const { tracker, launch } = await open(lms);
    assert.notEqual(launch.mode, "normal");
    tracker.record(answered(), 0);
    await tracker.save(snapshot(PASSED));
    tracker.suspend(snapshot(PASSED));
    tracker.close(snapshot(PASSED));
    assert.deepEqual(lms.calls, ["initialize", "terminate"]);
  }
});

test("without an LMS, or with one that opens no session, the learner is told and nothing counts as saved", async () => {
  const alone = scorm12(false, windowWith("API", undefined));
  assert.match((await alone.open()).problem ?? "", /No learning platform was found/);
  assert.equal((await alone.save(snapshot())).kind, "refused");
  const lms = fakeLms("1.2");
  lms.failing.add("initialize").add("get");
  assert.match((await open(lms)).launch.problem ?? "", /opened no session/);
});

test("a session that was left open by a reload goes on", async () => {
  const lms = fakeLms("1.2", { "cmi.core.lesson_status": "incomplete" });
  lms.failing.add("initialize");
  const { tracker, launch } = await open(lms);
  assert.equal(launch.problem, null);
  assert.deepEqual(await tracker.save(snapshot()), { kind: "accepted" });
});

test("a commit that the LMS refuses is a refusal, and the next one sends everything again", async () => {
  const lms = fakeLms("1.2");
  const { tracker } = await open(lms);
  lms.failing.add("commit");
  assert.equal((await tracker.save(snapshot(PASSED))).kind, "refused");
  lms.failing.clear();
  lms.sets.length = 0;
  assert.deepEqual(await tracker.save(snapshot(PASSED)), { kind: "accepted" });
  for (const set of ["cmi.suspend_data=1AAAA", "cmi.core.lesson_status=passed", "cmi.core.score.raw=83.33"]) {
    assert.ok(lms.sets.includes(set), set);
  }
});

test("answers whose commit was refused are sent again, each in its own place", async () => {
  const lms = fakeLms("1.2");
  const { tracker } = await open(lms);
  lms.failing.add("commit");
  tracker.record(answered(), 0);
  await tracker.save(snapshot());
  lms.failing.clear();
  lms.sets.length = 0;
  tracker.record(answered({ id: "q-log" }), 1);
  await tracker.save(snapshot());
  tracker.record(answered({ id: "q-angry" }), 2);
  await tracker.save(snapshot());
  assert.deepEqual(lms.sets.filter((set) => /\d\.id=q/.test(set)), [
    "cmi.interactions.0.id=q-respond", "cmi.interactions.1.id=q-log", "cmi.interactions.2.id=q-angry",
  ]);
});

test("an LMS that does not take the status is given the state all the same, and nothing is called saved", async () => {
  const lms = fakeLms("1.2", {}, (element) => element !== "cmi.core.lesson_status");
  const { tracker } = await open(lms);
  assert.deepEqual(await tracker.save(snapshot(PASSED)), { kind: "refused", reason: "Not taken: cmi.core.lesson_status" });
  assert.ok(lms.sets.includes("cmi.suspend_data=1AAAA"));
});

test("a state that the LMS cuts is not saved", async () => {
  const lms = fakeLms("1.2");
  const set = lms.api.LMSSetValue!;
  lms.api.LMSSetValue = (element, value) => set(element!, value!.slice(0, 20));
  const { tracker } = await open(lms);
  assert.deepEqual(await tracker.save(snapshot()), { kind: "accepted" });
  const long = await tracker.save(snapshot(undefined, { state: "1".padEnd(40, "A") }));
  assert.deepEqual(long, { kind: "refused", reason: "Not taken: cmi.suspend_data" });
});

test("passed, failed and completed are each one status, with the score from 0 to 100", async () => {
  for (const [result, status, raw] of [[PASSED, "passed", "83.33"], [FAILED, "failed", "20"], [COMPLETED, "completed", undefined]] as const) {
    const lms = fakeLms("1.2");
    const { tracker } = await open(lms);
    await tracker.save(snapshot(result));
    assert.equal(lms.values["cmi.core.lesson_status"], status);
    assert.equal(lms.values["cmi.core.score.raw"], raw);
    if (raw) assert.deepEqual([lms.values["cmi.core.score.min"], lms.values["cmi.core.score.max"]], ["0", "100"]);
  }
});

test("a status never goes backwards, and a course opened again for reference is not scored again", async () => {
  for (const held of ["completed", "passed"]) {
    const lms = fakeLms("1.2", { "cmi.core.lesson_status": held, "cmi.core.score.raw": "90" });
    const { tracker } = await open(lms);
    await tracker.save(snapshot());
    await tracker.save(snapshot(FAILED));
    assert.equal(lms.values["cmi.core.lesson_status"], held);
    assert.equal(lms.values["cmi.core.score.raw"], "90");
    assert.equal(lms.sets.some((set) => set.startsWith("cmi.core.lesson_status")), false);
  }
});

test("a result that was final and never arrived is sent from the state at the next launch", async () => {
  const lms = fakeLms("1.2", { "cmi.core.lesson_status": "incomplete", "cmi.core.entry": "resume", "cmi.suspend_data": "1AAAA" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot(PASSED));
  assert.equal(lms.values["cmi.core.lesson_status"], "passed");
});

test("suspending commits and stays open; closing commits once, ends the session once, and nothing is sent after it", async () => {
  const lms = fakeLms("1.2");
  const { tracker } = await open(lms);
  tracker.suspend(snapshot());
  assert.equal(lms.calls.includes("terminate"), false);
  tracker.close(snapshot());
  const calls = lms.calls.length;
  tracker.close(snapshot());
  tracker.suspend(snapshot());
  assert.equal((await tracker.save(snapshot())).kind, "refused");
  assert.equal(lms.calls.length, calls);
  assert.deepEqual(lms.calls.slice(-2), ["commit", "terminate"]);
  assert.equal(lms.values["cmi.core.exit"], "suspend");
});

test("an interaction is set id first and type before patterns, after those of earlier sessions", async () => {
  const lms = fakeLms("1.2", { "cmi.interactions._count": "4", "cmi.core.lesson_status": "incomplete" });
  const { tracker } = await open(lms);
  lms.sets.length = 0;
  tracker.record(answered(), 0);
  tracker.record({ type: "experienced", id: "read", title: "Read", at: "" }, 0);
  await tracker.save(snapshot());
  assert.deepEqual(lms.sets.filter((set) => set.startsWith("cmi.interactions")), [
    "cmi.interactions.4.id=q-respond",
    "cmi.interactions.4.objectives.0.id=MC1",
    "cmi.interactions.4.time=16:50:03",
    "cmi.interactions.4.type=choice",
    "cmi.interactions.4.correct_responses.0.pattern=b",
    "cmi.interactions.4.weighting=2",
    "cmi.interactions.4.student_response=b",
    "cmi.interactions.4.result=correct",
    "cmi.interactions.4.latency=00:00:04.56",
  ]);
  tracker.record(answered(), 0);
  await tracker.save(snapshot());
  assert.ok(lms.sets.includes("cmi.interactions.5.id=q-respond"));
});

test("which letter is which option follows its number", () => {
  const options = [option(36, "last"), option(27, "twenty-seventh"), option(1, "first")];
  const event = answered({ options, response: { type: "choice", chosen: options }, correct: [{ type: "choice", chosen: [options[2]!] }] });
  assert.deepEqual(describe(event, false), { type: "choice", response: "{0,9,a}", patterns: ["a"] });
});

test("options beyond the 36 letters are told by their ids", () => {
  const options = [option(1, "first"), option(37, "added-late")];
  const event = answered({ options, response: { type: "choice", chosen: options }, correct: [] });
  assert.deepEqual(describe(event, false), { type: "performance", response: "first; added-late", patterns: [] });
});

test("each type of answer has its own form", () => {
  const [a, b, x, y] = [option(1, "anxious"), option(2, "confused"), option(1, "certainty"), option(2, "one-step")];
  const form = (event: Parameters<typeof answered>[0]) => {
    const { type, response } = describe(answered({ correct: [], options: [], ...event }), false);
    return `${type} ${response}`;
  };
  assert.equal(form({ response: { type: "true-false", value: false } }), "true-false f");
  assert.equal(form({ response: { type: "matching", chosen: [[a, y], [b, x]] } }), "matching {a.b,b.a}");
  assert.equal(form({ response: { type: "sequencing", chosen: [b, a] } }), "sequencing b,a");
  assert.equal(form({ response: { type: "numeric", least: 30.5, most: 30.5 } }), "numeric 30.5");
  assert.equal(form({ response: { type: "fill-in", texts: ["Siân’s “calendar\nmonth” – ŵ 日"], long: false } }), "fill-in Sian's \"calendar month\" - w ?");
  assert.equal(form({ type: "chose", response: { type: "choice", chosen: [a] } }), "performance anxious");
});

test("a long response is cut after a word, within 255 characters", () => {
  const { response } = describe(answered({ response: { type: "fill-in", texts: ["They waited for weeks. ".repeat(40)], long: true }, correct: [] }), false);
  assert.ok(response.length <= 255);
  assert.match(response, /(They|waited|for|weeks\.)\.\.\.$/);
});

test("a timespan has two to four digits of hours and hundredths", () => {
  assert.equal(timespan(0), "00:00:00.00");
  assert.equal(timespan(61_230), "00:01:01.23");
  assert.equal(timespan(59_999), "00:01:00.00");
  assert.equal(timespan(360_000_000), "100:00:00.00");
  assert.equal(timespan(9e12), "9999:59:59.99");
});

test("an LMS that cannot count its interactions is given numbers that go on from those recorded before", async () => {
  const lms = fakeLms("1.2", { "cmi.interactions._count": "", "cmi.core.lesson_status": "incomplete" });
  const { tracker } = await open(lms);
  tracker.record(answered(), 7);
  tracker.record(answered(), 8);
  await tracker.save(snapshot());
  const ids = lms.sets.filter((set) => /\.id=q-respond/.test(set));
  assert.deepEqual(ids, ["cmi.interactions.7.id=q-respond", "cmi.interactions.8.id=q-respond"]);
});

const objectivesSet = (lms: FakeLms) => lms.sets.filter((set) => set.startsWith("cmi.objectives"));

test("each outcome is an objective, with its score from 0 to 100 once it has one, and its one status", async () => {
  const lms = fakeLms("1.2", { "cmi.objectives._count": "0" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective(), objective({ id: "LO2", score: 6667 })] }));
  assert.deepEqual(objectivesSet(lms), [
    "cmi.objectives.0.id=LO1",
    "cmi.objectives.0.status=incomplete",
    "cmi.objectives.1.id=LO2",
    "cmi.objectives.1.score.min=0",
    "cmi.objectives.1.score.max=100",
    "cmi.objectives.1.score.raw=66.67",
    "cmi.objectives.1.status=incomplete",
  ]);
});

test("an objective is written again only where it has changed", async () => {
  const lms = fakeLms("1.2", { "cmi.objectives._count": "0" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective({ score: 5000 })] }));
  lms.sets.length = 0;
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective({ score: 7500 })] }));
  assert.deepEqual(objectivesSet(lms), ["cmi.objectives.0.score.raw=75"]);
});

test("an objective is found again where the LMS has it, and never goes backwards", async () => {
  const lms = fakeLms("1.2", {
    "cmi.core.lesson_status": "incomplete",
    "cmi.objectives._count": "2",
    "cmi.objectives.0.id": "theirs",
    "cmi.objectives.1.id": "LO1",
    "cmi.objectives.1.status": "passed",
    "cmi.objectives.1.score.raw": "90",
  });
  const { tracker } = await open(lms);
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective({ score: 9000 }), objective({ id: "LO2" })] }));
  assert.deepEqual(objectivesSet(lms), [
    "cmi.objectives.1.score.min=0",
    "cmi.objectives.1.score.max=100",
    "cmi.objectives.2.id=LO2",
    "cmi.objectives.2.status=incomplete",
  ]);
});

test("an objective that was passed is passed, completed without a success where there is none, and stays open before", async () => {
  const cases = [["passed", "completed", "passed"], ["failed", "incomplete", "failed"], ["unknown", "completed", "completed"]] as const;
  for (const [success, completion, status] of cases) {
    const lms = fakeLms("1.2");
    const { tracker } = await open(lms);
    await tracker.save(snapshot({ ...PASSED, objectives: [objective({ success, completion })] }));
    assert.equal(lms.values["cmi.objectives.0.status"], status);
  }
});

test("an LMS without objectives is asked once, and what a commit refused is sent again", async () => {
  const without = fakeLms("1.2", {}, (element) => !element.startsWith("cmi.objectives"));
  const first = await open(without);
  await first.tracker.save(snapshot({ ...UNFINISHED, objectives: [objective(), objective({ id: "LO2" })] }));
  assert.deepEqual(objectivesSet(without), []);

  const lms = fakeLms("1.2");
  const { tracker } = await open(lms);
  lms.failing.add("commit");
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective()] }));
  lms.failing.clear();
  lms.sets.length = 0;
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective()] }));
  assert.deepEqual(objectivesSet(lms), ["cmi.objectives.0.id=LO1", "cmi.objectives.0.status=incomplete"]);
});

test("a course that the LMS holds as passed keeps its objectives while the learner's work says less", async () => {
  const lms = fakeLms("1.2", { "cmi.core.lesson_status": "passed" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot({ ...UNFINISHED, objectives: [objective({ score: 100 })] }));
  assert.deepEqual(objectivesSet(lms), []);
});
