import assert from "node:assert/strict";
import { test } from "node:test";
import { duration } from "../src/tracking/duration";
import { describe, scorm2004 } from "../src/tracking/scorm2004";
import { answered, COMPLETED, fakeLms, FAILED, type FakeLms, objective, option, PASSED, snapshot, UNFINISHED, windowWith } from "./windows";

const open = async (lms: FakeLms) => {
  const tracker = scorm2004("en-GB", windowWith("API_1484_11", lms.api));
  return { tracker, launch: await tracker.open() };
};

test("a new attempt is incomplete and will resume, from the first commit on", async () => {
  const lms = fakeLms("2004", { "cmi.completion_status": "unknown", "cmi.success_status": "unknown" });
  await open(lms);
  assert.deepEqual(lms.sets, ["cmi.completion_status=incomplete", "cmi.exit=suspend"]);
  assert.deepEqual(lms.calls, ["initialize", "set", "set", "commit"]);
});

test("what the LMS knows of the learner is read", async () => {
  const lms = fakeLms("2004", {
    "cmi.learner_id": "s-17",
    "cmi.learner_name": "Dana Okoro",
    "cmi.entry": "resume",
    "cmi.completion_status": "incomplete",
    "cmi.location": "read",
    "cmi.suspend_data": "1AAAA",
    "cmi.scaled_passing_score": "0.755",
  });
  assert.deepEqual((await open(lms)).launch, {
    learner: { id: "s-17", name: "Dana Okoro" },
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
  const few = ["cmi.completion_status", "cmi.success_status", "cmi.suspend_data"];
  const lms = fakeLms("2004", {}, (element) => few.includes(element));
  const { tracker, launch } = await open(lms);
  assert.equal(launch.mode, "normal");
  tracker.record(answered(), 0);
  assert.deepEqual(await tracker.save(snapshot(PASSED)), { kind: "accepted" });
  assert.equal(lms.values["cmi.success_status"], "passed");
});

test("an LMS that takes no success status is given all the rest, and nothing is called saved", async () => {
  const lms = fakeLms("2004", {}, (element) => element !== "cmi.success_status");
  const { tracker } = await open(lms);
  assert.deepEqual(await tracker.save(snapshot(PASSED)), { kind: "refused", reason: "Not taken: cmi.success_status" });
  assert.deepEqual([lms.values["cmi.completion_status"], lms.values["cmi.suspend_data"]], ["completed", "1AAAA"]);
});

test("a final result goes out whole: completion, success, score and progress", async () => {
  for (const [result, success, scaled] of [[PASSED, "passed", "0.8333"], [FAILED, "failed", "0.2"], [COMPLETED, undefined, undefined]] as const) {
    const lms = fakeLms("2004");
    const { tracker } = await open(lms);
    await tracker.save(snapshot(result));
    assert.equal(lms.values["cmi.completion_status"], "completed");
    assert.equal(lms.values["cmi.success_status"], success);
    assert.equal(lms.values["cmi.score.scaled"], scaled);
    assert.equal(lms.values["cmi.progress_measure"], "1");
    if (scaled) assert.deepEqual([lms.values["cmi.score.raw"], lms.values["cmi.score.max"]], [String(result.score! / 100), "100"]);
  }
});

test("before the end there is no success, and progress stays below the manifest's threshold", async () => {
  const lms = fakeLms("2004", { "cmi.completion_threshold": "0.8" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot({ ...UNFINISHED, score: 4000, progress: 9900 }));
  assert.equal(lms.values["cmi.success_status"], undefined);
  assert.equal(lms.values["cmi.completion_status"], "incomplete");
  assert.equal(lms.values["cmi.progress_measure"], "0.7999");
  await tracker.save(snapshot(PASSED));
  assert.equal(lms.values["cmi.progress_measure"], "1");
});

test("a status never goes backwards, and a course opened again for reference is not scored again", async () => {
  const held = { "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.scaled": "0.9", "cmi.progress_measure": "1" };
  const lms = fakeLms("2004", held);
  const { tracker } = await open(lms);
  await tracker.save(snapshot());
  await tracker.save(snapshot(FAILED));
  for (const [element, value] of Object.entries(held)) assert.equal(lms.values[element], value);
});

test("failed may still become passed", async () => {
  const lms = fakeLms("2004", { "cmi.completion_status": "completed", "cmi.success_status": "failed", "cmi.score.scaled": "0.2" });
  const { tracker } = await open(lms);
  await tracker.save(snapshot(PASSED));
  assert.deepEqual([lms.values["cmi.success_status"], lms.values["cmi.score.scaled"]], ["passed", "0.8333"]);
});

test("review, browse and a launch without credit record nothing and still end the session", async () => {
  for (const [element, value] of [["cmi.mode", "review"], ["cmi.mode", "browse"], ["cmi.credit", "no-credit"]]) {
    const lms = fakeLms("2004", { [element!]: value! });
    const { tracker, launch } = await open(lms);
    assert.notEqual(launch.mode, "normal");
    tracker.record(answered(), 0);
    tracker.suspend(snapshot(PASSED));
    tracker.close(snapshot(PASSED));
    assert.deepEqual(lms.calls, ["initialize", "terminate"]);
  }
});

test("closing suspends, commits and terminates, once", async () => {
  const lms = fakeLms("2004");
  const { tracker } = await open(lms);
  tracker.close(snapshot());
  tracker.close(snapshot());
  assert.deepEqual(lms.calls.slice(-2), ["commit", "terminate"]);
  assert.equal(lms.calls.filter((call) => call === "terminate").length, 1);
  assert.equal(lms.values["cmi.exit"], "suspend");
  assert.equal(lms.values["cmi.session_time"], "PT61.23S");
});

test("an interaction is set id first, then type, with the question in words", async () => {
  const lms = fakeLms("2004", { "cmi.interactions._count": "4", "cmi.completion_status": "incomplete" });
  const { tracker } = await open(lms);
  lms.sets.length = 0;
  tracker.record(answered(), 0);
  await tracker.save(snapshot());
  assert.deepEqual(lms.sets.filter((set) => set.startsWith("cmi.interactions")), [
    "cmi.interactions.4.id=q-respond",
    "cmi.interactions.4.type=choice",
    "cmi.interactions.4.objectives.0.id=MC1",
    "cmi.interactions.4.timestamp=2026-11-23T16:50:03.12+01:00",
    "cmi.interactions.4.correct_responses.0.pattern=state-the-fact",
    "cmi.interactions.4.weighting=2",
    "cmi.interactions.4.learner_response=state-the-fact",
    "cmi.interactions.4.result=correct",
    "cmi.interactions.4.latency=PT4.56S",
    "cmi.interactions.4.description={lang=en-GB}Which reply responds rather than reacts?",
  ]);
});

test("each type of answer has its own form", () => {
  const [a, b, x, y] = [option(1, "anxious"), option(2, "confused"), option(1, "certainty"), option(2, "one-step")];
  const form = (event: Parameters<typeof answered>[0]) => {
    const { type, response, patterns } = describe(answered({ correct: [], ...event }), "en-GB");
    return [type, response, ...patterns].join(" ");
  };
  assert.equal(form({ response: { type: "choice", chosen: [a, b] } }), "choice anxious[,]confused");
  assert.equal(form({ response: { type: "true-false", value: false } }), "true-false false");
  assert.equal(form({ response: { type: "matching", chosen: [[a, y], [b, x]] } }), "matching anxious[.]one-step[,]confused[.]certainty");
  assert.equal(form({ response: { type: "sequencing", chosen: [b, a] } }), "sequencing confused[,]anxious");
  assert.equal(form({ response: { type: "numeric", least: 30, most: 30 }, correct: [{ type: "numeric", least: 28, most: 28 }] }), "numeric 30 28[:]28");
  assert.equal(form({ response: { type: "fill-in", texts: ["{a}[,]b\n c"], long: false } }), "fill-in {lang=en-GB}a},]b c");
  assert.match(form({ response: { type: "fill-in", texts: ["w ".repeat(4000)], long: true } }), /^long-fill-in \{lang=en-GB\}.{3900,4000}$/);
  assert.equal(form({ type: "chose", response: { type: "choice", chosen: [a] } }), "choice anxious");
});

test("the same right response is given once", () => {
  const right = answered().correct;
  assert.deepEqual(describe(answered({ correct: [...right, ...right] }), "en-GB").patterns, ["state-the-fact"]);
});

test("a long question is cut after a word, within 250 characters", async () => {
  const lms = fakeLms("2004");
  const { tracker } = await open(lms);
  tracker.record(answered({ prompt: "They waited for weeks. ".repeat(40) }), 0);
  await tracker.save(snapshot());
  const description = lms.values["cmi.interactions.0.description"]!.replace("{lang=en-GB}", "");
  assert.ok(description.length <= 250);
  assert.match(description, /(They|waited|for|weeks\.)\.\.\.$/);
});

test("a duration has seconds, and hundredths at the most", () => {
  assert.equal(duration(0), "PT0S");
  assert.equal(duration(61_234), "PT61.23S");
  assert.equal(duration(59_999), "PT60S");
  assert.equal(duration(36_000_050), "PT36000.05S");
});

test("each outcome is an objective: in words, with its score, progress, completion and success, found again by its id", async () => {
  const lms = fakeLms("2004", { "cmi.objectives._count": "1", "cmi.objectives.0.id": "primary" });
  const first = await open(lms);
  await first.tracker.save(snapshot({ ...UNFINISHED, objectives: [objective({ score: 6667 })] }));
  const at = "cmi.objectives.1.";
  const set = (held: FakeLms) => held.sets.filter((each) => each.startsWith("cmi.objectives")).map((each) => each.replace(at, ""));
  assert.deepEqual(set(lms), [
    "id=LO1",
    "description={lang=en-GB}Respond to what a person needs",
    "score.min=0",
    "score.max=100",
    "score.raw=66.67",
    "score.scaled=0.6667",
    "progress_measure=0.25",
    "completion_status=incomplete",
  ]);
  const later = fakeLms("2004", { ...lms.values, "cmi.objectives._count": "2" });
  const second = await open(later);
  const final = objective({ score: 8000, progress: 10000, completion: "completed", success: "passed" });
  await second.tracker.save(snapshot({ ...PASSED, objectives: [final] }));
  assert.deepEqual(set(later), [
    "score.raw=80", "score.scaled=0.8", "progress_measure=1", "completion_status=completed", "success_status=passed",
  ]);
});
