import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { CHECK, course, PRACTICE, READ, START } from "./courses";
import { AttentiveTracker, FakeTracker, KnowingTracker, open } from "./pages";
import { encode } from "../src/course/codec";
import { written } from "../src/course/state";
import { beforeLeaving } from "../src/shell/leaving";
import { fakeStorage, withoutStorage } from "./storage";
import type { Scored } from "../src/tracking/tracker";
import { answered } from "./windows";

beforeEach(() => fakeStorage("localStorage"));

const copies = () => Object.keys(localStorage).filter((key) => key.startsWith("coursewright/small/"));

test("an answer is saved, and 'saved' is said only then", async (t) => {
  const { session, heard, pass, held, tracker } = await open(t, course());
  assert.deepEqual(heard(), []);
  session.put(PRACTICE, { checked: 1, chosen: 2 });
  assert.deepEqual(heard(), ["saving"]);
  assert.equal(tracker.saved.length, 0);
  await pass(0);
  assert.deepEqual(heard(), ["saving", "saved"]);
  assert.deepEqual(held().get(PRACTICE)?.values, { checked: 1, chosen: 2 });
});

test("one save is under way and at most one waits, with all that has changed", async (t) => {
  const { session, heard, pass, held, tracker } = await open(t, course());
  tracker.slow = true;
  for (const chosen of [1, 2, 3]) {
    session.put(PRACTICE, { chosen });
    await pass(500);
  }
  assert.deepEqual(tracker.calls, ["save"]);
  heard();
  tracker.slow = false;
  tracker.land();
  await pass(2000);
  assert.deepEqual(tracker.calls, ["save", "save"]);
  assert.equal(held().get(PRACTICE)?.values.chosen, 3);
  assert.deepEqual(heard(), ["saving", "saved"]);
});

test("a refused save is tried again later and later, and meanwhile the learner is told where the work is", async (t) => {
  const { session, statuses, heard, pass, tracker } = await open(t, course());
  tracker.refusing = true;
  session.put(PRACTICE, { chosen: 1 });
  await pass(0);
  assert.deepEqual(statuses.at(-1), { kind: "unsaved", kept: "device", reason: "error 391" });
  await pass(60_000);
  assert.equal(tracker.calls.length, 5); // at once, and after 2, 4, 8, 16 seconds more
  assert.ok(!heard().includes("saved"));
  tracker.refusing = false;
  await pass(60_000);
  assert.equal(heard().at(-1), "saved");
});

test("when the connection comes back the save is tried at once", async (t) => {
  const { session, heard, pass, tracker, page } = await open(t, course());
  tracker.refusing = true;
  session.put(PRACTICE, { chosen: 1 });
  await pass(0);
  tracker.refusing = false;
  page.fire("online");
  await pass(0);
  assert.equal(heard().at(-1), "saved");
});

test("a learner who closes the window and comes back has every answer and page", async (t) => {
  const first = await open(t, course());
  first.session.visit(READ);
  first.session.put(PRACTICE, { checked: 1, chosen: 2 });
  first.page.fire("pagehide", { persisted: false });
  const second = await open(t, course(), new FakeTracker(first.tracker.back));
  assert.equal(second.session.page()?.n, READ);
  assert.deepEqual(second.session.values(PRACTICE), { checked: 1, chosen: 2 });
  assert.deepEqual(second.session.shuffle(PRACTICE, [1, 2, 3, 4]), first.session.shuffle(PRACTICE, [1, 2, 3, 4]));
});

test("what a dying browser had not sent comes back from the device when the LMS resumes", async (t) => {
  const first = await open(t, course());
  first.session.visit(START);
  await first.pass(0);
  first.tracker.refusing = true;
  first.session.put(PRACTICE, { chosen: 2 });
  first.session.record(answered());
  await first.pass(0);
  const second = await open(t, course(), new FakeTracker(first.tracker.back));
  assert.deepEqual(second.asked, []);
  assert.equal(second.session.values(PRACTICE)?.chosen, 2);
  await second.pass(1000);
  assert.equal(second.held().get(PRACTICE)?.values.chosen, 2);
  assert.deepEqual(second.tracker.delivered, [answered()]);
});

test("an event that came in with the last save is not sent again after a crash", async (t) => {
  const first = await open(t, course());
  first.session.record(answered());
  await Promise.resolve(); // the device's copy is written, the save has not answered
  first.page.fire("hidden");
  const second = await open(t, course(), new FakeTracker(first.tracker.back));
  await second.pass(1000);
  assert.deepEqual(second.tracker.delivered, []);
});

test("the device's copy goes once a later launch has seen that the LMS holds it all", async (t) => {
  const first = await open(t, course());
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  assert.equal(copies().length, 1);
  await open(t, course(), new FakeTracker(first.tracker.back));
  assert.equal(copies().length, 0);
});

test("when the LMS has nothing, the device's copy is offered and never applied by itself", async (t) => {
  const first = await open(t, course());
  first.tracker.refusing = true;
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const kept = { ...localStorage };
  const second = await open(t, course(), new FakeTracker(), "use");
  assert.deepEqual(second.asked, ["Work kept on this device"]);
  assert.equal(second.session.values(PRACTICE)?.chosen, 2);
  fakeStorage("localStorage");
  Object.assign(localStorage, kept);
  const third = await open(t, course(), new FakeTracker(), "drop");
  assert.equal(third.session.values(PRACTICE), null);
  assert.equal(copies().length, 0);
});

test("where nobody could say what the LRS has, the device's copy is gone on with, and what the LRS has is put to it later", async (t) => {
  const first = await open(t, course(), new FakeTracker({ merges: true }));
  first.tracker.refusing = true;
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const second = await open(t, course(), new FakeTracker({ merges: true, resumes: true }), "drop");
  assert.deepEqual(second.asked, []);
  assert.equal(second.session.values(PRACTICE)?.chosen, 2);
});

test("where the LMS has all of the device's copy nobody is asked, though it calls every launch a new attempt", async (t) => {
  const first = await open(t, course());
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const second = await open(t, course(), new FakeTracker({ ...first.tracker.back, resumes: false }));
  assert.deepEqual(second.asked, []);
  assert.equal(second.session.values(PRACTICE)?.chosen, 2);
  assert.equal(copies().length, 0);
});

test("a copy that is declined takes its texts with it", async (t) => {
  const first = await open(t, course());
  first.tracker.refusing = true;
  first.session.keepText(CHECK, "a draft");
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const second = await open(t, course(), new FakeTracker(), "drop");
  assert.equal(second.session.keptText(CHECK), "");
  assert.deepEqual(copies(), []);
});

test("another learner on the same device gets none of it", async (t) => {
  const first = await open(t, course());
  first.tracker.refusing = true;
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const other = await open(t, course(), new FakeTracker({ learner: { id: "s-18", name: "Sam" } }));
  assert.deepEqual([other.asked, other.session.values(PRACTICE)], [[], null]);
});

test("of an unknown learner nothing is kept on the device, and the status says so", async (t) => {
  const { session, statuses, pass, tracker } = await open(t, course(), new FakeTracker({ learner: { id: null, name: null } }));
  tracker.refusing = true;
  session.put(PRACTICE, { chosen: 2 });
  await pass(0);
  assert.deepEqual(statuses.at(-1), { kind: "unsaved", kept: "window", reason: "error 391" });
  assert.deepEqual(copies(), []);
  assert.equal(session.keepText(9, "a draft"), false);
  assert.equal(session.keptText(9), "a draft");
});

test("a browser without storage plays the course all the same", async (t) => {
  withoutStorage();
  const { session, heard, pass } = await open(t, course());
  session.put(PRACTICE, { chosen: 2 });
  await pass(0);
  assert.equal(heard().at(-1), "saved");
});

test("work of two devices is put together at the next launch", async (t) => {
  const desk = await open(t, course());
  desk.session.visit(START);
  await desk.pass(0);
  const shared = desk.tracker.back;
  desk.tracker.refusing = true;
  desk.session.put(PRACTICE, { chosen: 2 });
  await desk.pass(0);
  const kept = { ...localStorage };
  fakeStorage("localStorage");
  const phone = await open(t, course(), new FakeTracker(shared));
  phone.session.put(CHECK, { attempts: [[1, 5000]] });
  await phone.pass(1000);
  fakeStorage("localStorage");
  Object.assign(localStorage, kept);
  const later = await open(t, course(), new FakeTracker(phone.tracker.back));
  assert.equal(later.session.values(PRACTICE)?.chosen, 2);
  assert.deepEqual(later.session.values(CHECK)?.attempts, [[1, 5000]]);
});

test("the final result goes out in the same save as the word that it did, and never changes", async (t) => {
  const { session, pass, held, tracker } = await open(t, course());
  session.visit(START);
  session.visit(READ);
  session.put(PRACTICE, { checked: 1 });
  await pass(0);
  session.put(CHECK, { attempts: [[1, 9000]] });
  assert.deepEqual([session.final(), session.delivered()], [true, false]);
  await pass(1500);
  assert.deepEqual(tracker.saved.at(-1)?.result, {
    completion: "completed", success: "passed", score: 9000, progress: 10000, final: true, objectives: [],
  });
  assert.deepEqual([held().get(0)?.values.sent, held().get(0)?.values.success], [9001, 1]);
  assert.deepEqual([session.final(), session.delivered()], [true, true]);
  session.put(CHECK, { attempts: [[1, 9000], [2, 10000]] });
  await pass(1500);
  assert.equal(tracker.saved.at(-1)?.result.score, 9000);
});

test("what comes after the change that made the result final does not alter it, also before it was sent", async (t) => {
  const { session, pass, tracker } = await open(t, course());
  session.visit(START);
  session.visit(READ);
  session.put(PRACTICE, { checked: 1 });
  session.put(CHECK, { attempts: [[1, 8000]] });
  session.put(CHECK, { attempts: [[1, 8000], [2, 10000]] });
  await pass(1500);
  assert.equal(tracker.saved.at(-1)?.result.score, 8000);
});

test("a result is called delivered only when the LMS has acknowledged it", async (t) => {
  const { session, pass, tracker, changes } = await open(t, course({ completion: { pages: [START], required: [] }, scoring: { pass: null, parts: [] } }));
  tracker.refusing = true;
  session.visit(START);
  await pass(0);
  assert.deepEqual([session.final(), session.delivered()], [true, false]);
  tracker.refusing = false;
  const before = changes();
  await pass(4000);
  assert.equal(session.delivered(), true);
  assert.ok(changes() > before);
});

test("a course that its own restore completes reports it", async (t) => {
  const first = await open(t, course());
  first.session.visit(START);
  await first.pass(0);
  const shorter = course({ completion: { pages: [START], required: [] }, scoring: { pass: null, parts: [] } });
  const second = await open(t, shorter, new FakeTracker(first.tracker.back));
  await second.pass(1000);
  assert.equal(second.tracker.saved.at(-1)?.result.completion, "completed");
});

test("Finish ends it where everything is done and the score is too low", async (t) => {
  const { session, pass, tracker } = await open(t, course());
  session.visit(START);
  session.visit(READ);
  session.put(PRACTICE, { checked: 1 });
  session.put(CHECK, { attempts: [[1, 2000]] });
  await pass(0);
  assert.equal(tracker.saved.at(-1)?.result.success, "unknown");
  session.finish();
  await pass(1500);
  assert.equal(tracker.saved.at(-1)?.result.success, "failed");
});

test("where the LMS brings a mastery score the learner sees the score and the LMS does not", async (t) => {
  const { session, pass, tracker } = await open(t, course(), new FakeTracker({ passMark: 9000 }));
  session.put(CHECK, { attempts: [[1, 2000]] });
  await pass(0);
  assert.deepEqual([session.score(), tracker.saved.at(-1)?.result.score], [2000, null]);
});

test("each page is reported when it is first shown", async (t) => {
  const { session, pass, tracker } = await open(t, course());
  session.visit(START);
  session.visit(READ);
  session.visit(START);
  await pass(0);
  assert.deepEqual(tracker.delivered.map(({ type, id }) => `${type} ${id}`), ["experienced start", "experienced read"]);
  assert.equal(tracker.saved.at(-1)?.location, "start");
});

test("review and browse work and record nothing", async (t) => {
  for (const mode of ["review", "browse"] as const) {
    const { session, heard, pass, page, tracker } = await open(t, course(), new FakeTracker({ mode }));
    session.visit(START);
    session.put(PRACTICE, { chosen: 2 });
    session.record(answered());
    await pass(2000);
    assert.equal(session.values(PRACTICE)?.chosen, 2);
    assert.deepEqual(heard(), ["review"]);
    page.fire("pagehide", { persisted: false });
    assert.deepEqual([tracker.calls, tracker.events, copies()], [["close"], [], []]);
  }
});

test("what is put at the last moment is saved, however late it was asked for", async (t) => {
  for (const [type, persisted] of [["hidden", false], ["pagehide", true], ["pagehide", false]] as const) {
    const { session, page, held } = await open(t, course());
    beforeLeaving(() => session.put(PRACTICE, { chosen: 3 }));
    page.fire(type, { persisted });
    assert.equal(held().get(PRACTICE)?.values.chosen, 3, type);
  }
});

test("a hidden page commits and goes on; one that goes for good is closed, and what comes after is not called saved", async (t) => {
  const { session, heard, pass, page, tracker } = await open(t, course());
  session.put(PRACTICE, { chosen: 1 });
  page.fire("hidden");
  assert.deepEqual(tracker.calls, ["suspend"]);
  page.fire("pagehide", { persisted: true });
  page.fire("pageshow", { persisted: true });
  session.put(PRACTICE, { chosen: 2 });
  await pass(1500);
  assert.deepEqual(tracker.calls, ["suspend", "suspend", "save"]);
  page.fire("pagehide", { persisted: false });
  page.fire("pagehide", { persisted: false });
  heard();
  session.put(PRACTICE, { chosen: 3 });
  await pass(1500);
  assert.deepEqual(tracker.calls, ["suspend", "suspend", "save", "close"]);
  assert.deepEqual(heard(), ["closed"]);
});

test("a page that comes back after its session was closed says so", async (t) => {
  const { notices, page } = await open(t, course());
  page.fire("pagehide", { persisted: false });
  page.fire("pageshow", { persisted: true });
  assert.match(notices.closed ?? "", /session has ended/);
});

test("a damaged state is used as far as it goes, and the learner is told", async (t) => {
  const first = await open(t, course());
  first.session.put(PRACTICE, { chosen: 2 });
  first.session.put(CHECK, { attempt: 1, phase: 1 });
  await first.pass(0);
  fakeStorage("localStorage");
  const state = first.tracker.saved.at(-1)!.state.slice(0, -6);
  const second = await open(t, course(), new FakeTracker({ state, resumes: true }));
  assert.match(second.notices.damage ?? "", /Part of your saved work/);
  assert.equal(second.session.values(PRACTICE)?.chosen, 2);
  const third = await open(t, course(), new FakeTracker({ state: "not ours", resumes: true }));
  assert.match(third.notices.damage ?? "", /could not be read/);
});

test("a second window with the same course is noticed by both", async (t) => {
  const first = await open(t, course());
  const key = Object.keys(localStorage).find((each) => each.startsWith("coursewright/tab"))!;
  const second = await open(t, course());
  first.page.fire("storage", { key, newValue: localStorage.getItem(key) });
  assert.match(first.notices["second-tab"] ?? "", /open in another window/);
  assert.equal(second.notices["second-tab"], undefined);
  second.page.fire("storage", { key, newValue: localStorage.getItem(key) });
  assert.match(second.notices["second-tab"] ?? "", /open in another window/);
});

test("a problem of the launch is shown", async (t) => {
  const { notices } = await open(t, course(), new FakeTracker({ problem: "No learning platform was found." }));
  assert.equal(notices.problem, "No learning platform was found.");
});

test("texts of forms are kept on the device for this learner", async (t) => {
  const first = await open(t, course());
  assert.equal(first.session.keepText(9, "Three weeks"), true);
  const second = await open(t, course(), new FakeTracker(first.tracker.back));
  assert.equal(second.session.keptText(9), "Three weeks");
  assert.equal(second.session.keptText(8), "");
});

/** A launch from an LRS, which tells what other windows have saved. */
const MERGES = { merges: true as const };
const scored = (): Scored => ({ type: "scored", id: "final-check", score: 9000, passed: true, spent: 61_000, at: "2026-11-24T09:00:00.00+00:00" });

test("work that another device saved meanwhile is put together with this one's, saved at once, and told", async (t) => {
  const phone = await open(t, course(), new FakeTracker(MERGES));
  phone.session.put(CHECK, { attempts: [[1, 5000]] });
  await phone.pass(0);
  fakeStorage("localStorage");
  const desk = await open(t, course(), new FakeTracker(MERGES));
  desk.tracker.elsewhere.push(phone.tracker.saved.at(-1)!.state);
  desk.session.put(PRACTICE, { chosen: 2 });
  desk.heard();
  await desk.pass(1000);
  assert.deepEqual(desk.tracker.calls, ["save", "save"]);
  assert.deepEqual(desk.held().get(CHECK)?.values.attempts, [[1, 5000]]);
  assert.equal(desk.held().get(PRACTICE)?.values.chosen, 2);
  assert.match(desk.notices.merged ?? "", /another window or device/);
  assert.deepEqual(desk.heard().at(-1), "saved");
});

test("what came from another device is not lost when the page, which does not show it, writes the same thing", async (t) => {
  const phone = await open(t, course(), new FakeTracker(MERGES));
  phone.session.put(CHECK, { attempts: [[1, 5000]] });
  await phone.pass(0);
  fakeStorage("localStorage");
  const desk = await open(t, course(), new FakeTracker(MERGES));
  desk.tracker.elsewhere.push(phone.tracker.saved.at(-1)!.state);
  desk.session.put(PRACTICE, { chosen: 2 });
  await desk.pass(1000);
  desk.session.put(CHECK, { attempts: [[2, 7000]] });
  await desk.pass(1500);
  assert.deepEqual(desk.held().get(CHECK)?.values.attempts, [[1, 5000], [2, 7000]]);
});

test("where another window is quicker again and again, this one tries later and later, and says that it is not saved", async (t) => {
  const { session, statuses, heard, pass, tracker } = await open(t, course(), new FakeTracker(MERGES));
  const foreign = encode(course().state, written(course().state, new Map(), CHECK, { attempt: 1 }, 7));
  tracker.elsewhere = Array<string>(12).fill(foreign);
  session.put(PRACTICE, { chosen: 2 });
  await pass(1000);
  assert.equal(statuses.some(({ kind }) => kind === "unsaved"), false);
  await pass(5000);
  assert.deepEqual(statuses.at(-1), { kind: "unsaved", kept: "device", reason: "conflict" });
  await pass(300_000);
  assert.equal(tracker.elsewhere.length, 0);
  assert.equal(heard().at(-1), "saved");
});

test("an event keeps the id that the tracker gave it through a crash", async (t) => {
  const first = await open(t, course(), new KnowingTracker());
  first.tracker.refusing = true;
  first.session.visit(START);
  first.session.record(answered());
  first.session.record(scored());
  await first.pass(0);
  const given = first.tracker.events.map(({ uuid }) => uuid);
  assert.deepEqual(given, ["1", "2", "3"]);
  const second = await open(t, course(), new KnowingTracker(first.tracker.back));
  assert.deepEqual(second.tracker.events.map(({ uuid }) => uuid), given);
});

test("a tracker that knows events again is told all that no save has acknowledged, though it may have arrived", async (t) => {
  const first = await open(t, course(), new KnowingTracker());
  first.session.record(answered());
  await Promise.resolve(); // the device's copy is written, the save has not answered
  first.page.fire("hidden");
  const second = await open(t, course(), new KnowingTracker(first.tracker.back));
  await second.pass(1000);
  assert.deepEqual(second.tracker.delivered, [{ ...answered(), uuid: "1" }]);
});

test("an event without a tracker's id has none", async (t) => {
  const { session, tracker } = await open(t, course());
  session.record(answered());
  assert.equal("uuid" in tracker.events[0]!, false);
});

test("a score is told beside the answers, and counts as none of them", async (t) => {
  const { session, tracker, pass, held } = await open(t, course());
  session.record(answered());
  session.record(scored());
  session.record(answered());
  assert.deepEqual(tracker.earlier, [0, 1, 1]);
  await pass(0);
  assert.equal(held().get(0)?.values.serial, 2);
});

test("a score that was recorded while a save was under way waits for the next one", async (t) => {
  const { session, tracker, pass } = await open(t, course(), new KnowingTracker());
  session.record(answered());
  tracker.slow = true;
  await pass(0);
  session.record(scored());
  tracker.land();
  await pass(0);
  const second = await open(t, course(), new KnowingTracker(tracker.back));
  assert.deepEqual(second.tracker.events.map(({ type }) => type), ["scored"]);
});

test("how long a page was in view is told when another one is, and when the window hides or goes; hidden time is not counted", async (t) => {
  let time = 0;
  t.mock.method(performance, "now", () => time);
  const { session, tracker, page } = await open(t, course(), new AttentiveTracker());
  const spend = (seconds: number) => (time += 1000 * seconds);
  session.visit(START);
  spend(20);
  session.visit(READ);
  spend(10);
  page.fire("hidden");
  spend(60);
  page.fire("visible");
  spend(5);
  page.fire("pagehide", { persisted: false });
  const told = tracker.delivered.map((event) => `${event.type} ${event.id}${event.type === "left" ? ` ${event.spent}` : ""}`);
  assert.deepEqual(told, ["experienced start", "left start 20000", "experienced read", "left read 10000", "left read 5000"]);
});

test("a page that was left changes nothing of the learner's work and waits for no save", async (t) => {
  const { session, tracker, page, pass, held } = await open(t, course(), new AttentiveTracker());
  session.visit(START);
  await pass(1000);
  page.fire("hidden");
  page.fire("visible");
  await pass(2000);
  assert.deepEqual(tracker.calls, ["save", "suspend"]);
  assert.equal(held().get(0)?.values.serial, 0);
  assert.deepEqual(JSON.parse(localStorage[copies()[0]!]!).outbox, []);
});

test("two attempts of one learner at one course keep their copies apart", async (t) => {
  const first = await open(t, course(), new FakeTracker({ registration: "aaaa" }));
  first.tracker.refusing = true;
  first.session.put(PRACTICE, { chosen: 2 });
  await first.pass(0);
  const other = await open(t, course(), new FakeTracker({ registration: "bbbb" }));
  assert.deepEqual([other.asked, other.session.values(PRACTICE)], [[], null]);
  const again = await open(t, course(), new FakeTracker({ registration: "aaaa", resumes: true, state: other.tracker.saved.at(-1)?.state ?? null }));
  assert.deepEqual(again.asked, ["Work kept on this device"]);
});

test("a second window is not warned of where nobody overwrites anybody", async (t) => {
  await open(t, course(), new FakeTracker(MERGES));
  assert.deepEqual(Object.keys(localStorage).filter((each) => each.startsWith("coursewright/tab")), []);
});

test("a tracker hears that the pages are bound, also where nothing is recorded, and can look at what would be saved", async (t) => {
  for (const mode of ["normal", "review"] as const) {
    const { session, tracker } = await open(t, course(), new FakeTracker({ mode }));
    session.visit(READ);
    assert.equal(tracker.course!.snapshot().location, "read");
  }
});
