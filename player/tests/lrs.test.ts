import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { LearningEvent } from "../src/tracking/tracker";
import { FAULTS, type Fault } from "./fake_lrs";
import { AMARA, BEN, REGISTRATION, save, withUuid, world, type Opened, type World } from "./lrs_pages";
import { fakeStorage } from "./storage";
import { answered, COMPLETED, PASSED, snapshot } from "./windows";

beforeEach(() => fakeStorage("localStorage"));

const ids = (statements: { id: string }[]) => statements.map(({ id }) => id);
const document = ({ lrs }: World) => JSON.parse([...lrs.documents.values()][0] ?? "null") as Record<string, unknown> | null;
/** The next requests of that kind go wrong in this way, one after the other. */
const faults = ({ lrs }: World, method: string, ...next: Fault[]) => {
  lrs.fault = (asked) => (asked.method === method ? next.shift() : undefined);
};

test("a session begins with `initialized` and what was done follows, each once and in order", async (t) => {
  const here = world(t);
  const page = await here.open();
  const events = [1, 2, 3].map(() => withUuid(page, answered()));
  events.forEach((event) => page.tracker.record(event, 0));
  assert.deepEqual(await save(here, page), { kind: "accepted" });
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "answered", "answered", "answered"]);
  assert.deepEqual(ids(here.lrs.statements).slice(1), events.map(({ uuid }) => uuid));
  assert.equal(page.sending().waiting, 0);
  assert.equal(here.database.records.size, 0);
});

test("times are strictly increasing, though the clock went back", async (t) => {
  const here = world(t);
  const page = await here.open();
  for (const at of ["2030-01-01T00:00:00.00+01:00", "2020-01-01T00:00:00.00Z"]) page.tracker.record(answered({ at }), 0);
  await save(here, page);
  await here.pass();
  const times = here.lrs.statements.map(({ timestamp }) => timestamp);
  assert.deepEqual(times, [...new Set(times)].sort());
  assert.match(times.join(), /^[^,]+,2029-12-31T23:00:00.000Z,2029-12-31T23:00:00.001Z$/);
});

test("the work comes back at the next launch, which says `resumed`", async (t) => {
  const here = world(t);
  const first = await here.open();
  assert.deepEqual([first.launch.resumes, first.launch.state], [false, null]);
  await save(here, first, snapshot(undefined, { state: "1BBBB", location: "read" }));
  here.kill();
  const second = await here.open();
  const { learner, resumes, state, location, registration, merges, keptIn, problem } = second.launch;
  assert.deepEqual([resumes, state, location, registration, merges, keptIn, problem], [true, "1BBBB", "read", REGISTRATION, true, "lms", null]);
  assert.deepEqual(learner, { id: "https://lms.example.org 17", name: "Amara" });
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "initialized", "resumed"]);
});

test("two learners, or two registrations, on one device never see each other's work or statements", async (t) => {
  const here = world(t);
  here.lrs.fault = () => "drop";
  const first = await here.open();
  first.tracker.record(withUuid(first, answered()), 0);
  await save(here, first);
  here.kill();
  here.lrs.fault = () => undefined;
  for (const other of [{ actor: BEN }, { registration: "11111111-ba55-4991-94b0-01820dbd23a2" }]) {
    const page = await here.open(other);
    assert.equal(page.sending().waiting, 1);
    await here.pass(60_000);
    assert.equal(page.launch.state, null);
    here.kill();
  }
  assert.deepEqual(here.verbs(), ["initialized", "initialized"]);
  await here.open();
  await here.pass();
  assert.deepEqual(here.verbs().slice(2), ["initialized", "answered", "initialized"]);
  assert.deepEqual(here.lrs.statements.map(({ actor }) => actor).slice(2), [AMARA, AMARA, AMARA]);
});

for (const fault of FAULTS) {
  for (const repeats of ["409", "ignored"] as const) {
    test(`nothing is lost and nothing is there twice after '${fault}', where the LRS has repeated ids ${repeats}`, async (t) => {
      const here = world(t);
      here.lrs.repeats = repeats;
      const page = await here.open();
      const events = [1, 2, 3, 4, 5].map(() => withUuid(page, answered()));
      events.forEach((event) => page.tracker.record(event, 0));
      faults(here, "POST", fault, fault);
      await save(here, page);
      await here.pass(fault === "401" ? 100 : 120_000);
      if (fault === "401") {
        assert.match(page.sending().problem!, /no longer taken/);
        page.page.fire("online");
        await here.pass();
        page.page.fire("online");
        await here.pass();
      }
      assert.deepEqual(ids(here.lrs.statements).slice(1), events.map(({ uuid }) => uuid));
      assert.deepEqual({ ...page.sending() }, { waiting: 0, refused: 0, kept: true, problem: null });
    });
  }
}

test("a statement that the LRS refuses holds up no other, and is kept until the learner has it", async (t) => {
  const here = world(t);
  const page = await here.open();
  const events = [1, 2, 3, 4, 5].map((weight) => withUuid(page, answered({ weight })));
  here.lrs.refuses = ({ id }) => (id === events[2]!.uuid ? 400 : undefined);
  events.forEach((event) => page.tracker.record(event, 0));
  await save(here, page);
  await here.pass(1000);
  assert.deepEqual(ids(here.lrs.statements).slice(1), [0, 1, 3, 4].map((i) => events[i]!.uuid));
  assert.deepEqual([page.sending().waiting, page.sending().refused], [0, 1]);
  here.kill();
  const later = await here.open();
  await here.pass();
  assert.equal(later.sending().refused, 1);
  const [given] = JSON.parse(await later.outgoing.refused()) as { refused: string; statement: { id: string } }[];
  assert.deepEqual([given!.refused, given!.statement.id], ["400 This statement will not do.", events[2]!.uuid]);
  await here.pass();
  assert.equal(later.sending().refused, 0);
  assert.equal(here.database.records.size, 0);
});

test("a batch that is too large goes in halves", async (t) => {
  const here = world(t);
  const page = await here.open();
  const answer = here.lrs.answer;
  here.lrs.answer = (asked) => (asked.path === "statements" && (JSON.parse(asked.body) as unknown[]).length > 2 ? { status: 413 } : answer(asked));
  for (let i = 0; i < 9; i++) page.tracker.record(withUuid(page, answered()), 0);
  await save(here, page);
  await here.pass();
  assert.equal(here.lrs.statements.length, 10);
  const lengths = here.lrs.asked.filter(({ path }) => path === "statements").map(({ body }) => (JSON.parse(body) as unknown[]).length);
  assert.deepEqual(lengths, [1, 9, 4, 2, 2, 2, 2, 1]);
});

test("batches are small enough to outlive a page", async (t) => {
  const here = world(t);
  here.lrs.fault = () => "drop";
  const page = await here.open();
  const response = { type: "fill-in" as const, texts: ["é".repeat(5000)], long: true };
  for (let i = 0; i < 20; i++) page.tracker.record(withUuid(page, answered({ response })), 0);
  await save(here, page);
  here.lrs.fault = () => undefined;
  page.page.fire("online");
  await here.pass(1000);
  const sent = here.lrs.asked.filter(({ path }) => path === "statements");
  assert.ok(sent.every(({ body, keepalive }) => keepalive && Buffer.byteLength(body) <= 60_000));
  assert.equal(here.lrs.statements.length, 21);
});

test("an LRS that asks for time gets it", async (t) => {
  const here = world(t);
  const page = await here.open();
  await here.pass();
  faults(here, "POST", "503");
  page.tracker.record(withUuid(page, answered()), 0);
  await save(here, page);
  const posts = () => here.lrs.asked.filter(({ path }) => path === "statements").length;
  const before = posts();
  await here.pass(6000);
  assert.equal(posts(), before);
  await here.pass(1500);
  assert.equal(here.lrs.statements.length, 2);
});

test("without a connection it is tried later and later, and the learner hears one true sentence", async (t) => {
  const here = world(t);
  here.lrs.fault = () => "drop";
  const page = await here.open();
  await here.pass(30 * 60_000);
  assert.match(page.sending().problem!, /cannot be sent at the moment/);
  const tries = here.lrs.asked.filter(({ path }) => path === "statements").length;
  assert.ok(tries > 30 && tries < 75, `${tries}`);
});

test("a network's own page is not taken for an answer, nor for the learner's work", async (t) => {
  const here = world(t);
  here.lrs.fault = () => "html";
  const page = await here.open();
  await here.pass();
  assert.match(page.sending().problem!, /sign in to the network/);
  assert.equal((await save(here, page))?.kind, "refused");
  here.lrs.fault = () => undefined;
  page.page.fire("online");
  assert.equal((await save(here, page))?.kind, "accepted");
  assert.equal(page.sending().problem, null);
});

test("where the device keeps nothing, a save is accepted only once all has arrived", async (t) => {
  for (const trouble of ["closed", "silent", "full"] as const) {
    const here = world(t);
    here.database.trouble = trouble;
    const page = await here.open();
    await here.pass();
    assert.equal(page.sending().kept, false);
    page.tracker.record(withUuid(page, answered()), 0);
    here.lrs.fault = (asked) => (asked.path === "statements" ? "drop" : undefined);
    assert.equal((await save(here, page))?.kind, "refused");
    assert.equal(here.lrs.documents.size, 0);
    here.lrs.fault = () => undefined;
    await here.pass(2000);
    assert.equal((await save(here, page))?.kind, "accepted");
    assert.deepEqual(here.verbs(), ["initialized", "answered"]);
  }
});

test("another window's work is told and never overwritten", async (t) => {
  for (const tags of ["sha1", "own"] as const) {
    for (const readable of [true, false]) {
      const here = world(t);
      Object.assign(here.lrs, { tags, readable });
      const page = await here.open();
      await save(here, page, snapshot(undefined, { state: "1AAAA" }));
      await save(here, page, snapshot(undefined, { state: "1AAAB" }));
      const [key, text] = [...here.lrs.documents][0]!;
      here.lrs.documents.set(key, JSON.stringify({ ...JSON.parse(text), state: "1CCCC" }));
      assert.deepEqual(await save(here, page, snapshot(undefined, { state: "1AAAC" })), { kind: "conflict", state: "1CCCC" });
      assert.equal(document(here)!.state, "1CCCC");
      assert.deepEqual(await save(here, page, snapshot(undefined, { state: "1MMMM" })), { kind: "accepted" });
      assert.equal(document(here)!.state, "1MMMM");
      here.kill();
    }
  }
});

test("windows that save at once end in one state with the work of all, whatever tags the LRS gives and however it writes JSON", async (t) => {
  for (const [tags, readable, rewrites] of [["sha1", true, false], ["own", true, false], ["own", false, true], ["sha1", false, true]] as const) {
    const here = world(t);
    Object.assign(here.lrs, { tags, readable });
    const answer = here.lrs.answer;
    if (rewrites) {
      here.lrs.answer = (asked) => answer({ ...asked, body: asked.method === "PUT" ? JSON.stringify(JSON.parse(asked.body), null, 2) : asked.body });
    }
    const windows: { page: Opened; work: Set<string> }[] = [];
    for (const name of "abc") windows.push({ page: await here.open(), work: new Set(name) });
    let conflicts = 0;
    const keep = async ({ page, work }: (typeof windows)[0]) => {
      for (let tries = 0; tries < 20; tries++) {
        const ack = await save(here, page, snapshot(undefined, { state: `1${[...work].sort().join("")}` }));
        if (ack?.kind !== "conflict") return assert.equal(ack?.kind, "accepted");
        conflicts++;
        for (const each of ack.state.slice(1)) work.add(each);
      }
      assert.fail("it never came to an end");
    };
    for (const round of "123") {
      windows.forEach(({ work }, i) => work.add(`${round}xyz`[i + 1]! + "").add(round));
      await Promise.all(windows.map(keep));
    }
    await Promise.all(windows.map(keep));
    await keep(windows[0]!);
    assert.equal(document(here)!.state, "1123abcxyz");
    assert.ok(conflicts > 1 && conflicts < 30, `${conflicts}`);
    here.kill();
  }
});

test("a single window never takes its own work for another's", async (t) => {
  for (const [tags, readable] of [["sha1", false], ["own", true], ["own", false]] as const) {
    const here = world(t);
    Object.assign(here.lrs, { tags, readable });
    const answer = here.lrs.answer;
    here.lrs.answer = (asked) => answer({ ...asked, body: asked.method === "PUT" ? JSON.stringify(JSON.parse(asked.body), null, 2) : asked.body });
    const page = await here.open();
    for (const state of ["1A", "1B", "1C", "1D"]) assert.equal((await save(here, page, snapshot(undefined, { state })))?.kind, "accepted");
    here.kill();
  }
});

test("what a closing window could not save, because another had written, is told to the next save", async (t) => {
  const here = world(t);
  const page = await here.open();
  await save(here, page);
  const [key, text] = [...here.lrs.documents][0]!;
  here.lrs.documents.set(key, JSON.stringify({ ...JSON.parse(text), state: "1CCCC" }));
  page.tracker.suspend(snapshot(undefined, { state: "1AAAC" }));
  await here.pass();
  assert.equal(document(here)!.state, "1CCCC");
  assert.deepEqual(await save(here, page, snapshot(undefined, { state: "1AAAC" })), { kind: "conflict", state: "1CCCC" });
});

test("a save whose answer was lost is no conflict", async (t) => {
  for (const fault of ["lose", "duplicate", "500 after", "truncate"] as const) {
    const here = world(t);
    const page = await here.open();
    faults(here, "PUT", fault, fault);
    await save(here, page, snapshot(undefined, { state: "1AAAA" }));
    const ack = await save(here, page, snapshot(undefined, { state: "1AAAB" }));
    if (ack?.kind === "refused") await save(here, page, snapshot(undefined, { state: "1AAAC" }));
    assert.notEqual(ack?.kind, "conflict");
    assert.match(String(document(here)!.state), /1AAA[BC]/);
    here.kill();
  }
});

test("work that was there but could not be read at first is merged, not overwritten", async (t) => {
  const here = world(t);
  const first = await here.open();
  await save(here, first, snapshot(undefined, { state: "1BBBB" }));
  here.kill();
  here.lrs.fault = () => "drop";
  const second = await here.open();
  here.lrs.fault = () => undefined;
  assert.equal(second.launch.state, null);
  assert.deepEqual(await save(here, second), { kind: "conflict", state: "1BBBB" });
});

test("work of a newer version, or of something else, is left as it is while statements go on", async (t) => {
  for (const text of ['{"format":2,"state":"?"}', "<p>not ours</p>", '{"format":1,"attempt":"x","state":"2AAAA"}', "null", "[]"]) {
    const here = world(t);
    const first = await here.open();
    await save(here, first);
    const [key] = [...here.lrs.documents][0]!;
    here.lrs.documents.set(key, text);
    here.kill();
    const page = await here.open();
    page.tracker.record(withUuid(page, answered()), 0);
    assert.equal((await save(here, page))?.kind, "refused");
    page.tracker.close(snapshot(PASSED));
    await here.pass();
    assert.equal(here.lrs.documents.get(key), text);
    assert.match(page.sending().problem!, /newer version/);
    assert.deepEqual(here.verbs().filter((verb) => verb !== "resumed"), ["initialized", "initialized", "answered", "terminated"]);
    here.kill();
  }
});

test("the final result is said once, in whatever session and window", async (t) => {
  const here = world(t);
  const page = await here.open();
  await save(here, page, snapshot(PASSED));
  await save(here, page, snapshot(PASSED, { state: "1BBBB" }));
  await here.pass();
  page.tracker.close(snapshot(PASSED, { state: "1BBBB" }));
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "completed", "passed", "terminated"]);
  assert.equal(document(here)!.progress, 100);
  here.kill();
  const again = await here.open();
  await save(here, again, snapshot(PASSED, { state: "1BBBC" }));
  await here.pass();
  assert.deepEqual(here.verbs().slice(4), ["initialized", "resumed"]);
  // Another device that had not heard of it says the same under the same id.
  here.kill();
  here.lrs.documents.clear();
  const other = await here.open();
  await save(here, other, snapshot(PASSED));
  await here.pass();
  assert.deepEqual(here.verbs().slice(6), ["initialized"]);
});

test("what a final result needs is said at the end of the page too, and without a pass mark only `completed`", async (t) => {
  const here = world(t);
  const page = await here.open();
  await save(here, page);
  page.tracker.close(snapshot(COMPLETED, { state: "1ZZZZ" }));
  page.tracker.close(snapshot(COMPLETED, { state: "1ZZZZ" }));
  here.kill();
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "completed", "terminated"]);
  assert.equal(document(here)!.state, "1ZZZZ");
});

test("progress is told when it rises, as whole per cent below 100, and not told again", async (t) => {
  const here = world(t);
  const page = await here.open();
  const at = (progress: number) => snapshot({ ...snapshot().result, progress }, { state: `1A${progress}` });
  for (const progress of [0, 1000, 1050, 900, 9999]) await save(here, page, at(progress));
  await here.pass();
  const told = () => here.lrs.statements.filter((_, i) => here.verbs()[i] === "progressed").map(({ result }) => Object.values(result!.extensions as object)[0]);
  assert.deepEqual(told(), [10, 99]);
  here.kill();
  await save(here, await here.open(), at(9999));
  await here.pass();
  assert.deepEqual(told(), [10, 99]);
});

test("a page that closes sends the work, what is left and the end of the session by requests that outlive it", async (t) => {
  const here = world(t);
  const page = await here.open();
  await save(here, page);
  await here.pass();
  const before = here.lrs.asked.length;
  page.tracker.record(withUuid(page, answered()), 0);
  page.tracker.close(snapshot(undefined, { state: "1NEWS" }));
  here.kill();
  await here.pass();
  assert.ok(here.lrs.asked.slice(before).every(({ keepalive }) => keepalive));
  assert.deepEqual(here.verbs(), ["initialized", "answered", "suspended", "terminated"]);
  assert.equal(document(here)!.state, "1NEWS");
  const { verbs } = here;
  const later = await here.open();
  await here.pass();
  assert.deepEqual(verbs().slice(4), ["initialized", "resumed"]);
  assert.equal(later.sending().waiting, 0);
});

test("what is said as a page goes is there at the next launch, though the device had no time to take it", async (t) => {
  for (const trouble of ["none", "closed"] as const) {
    for (const strict of [true, false]) {
      fakeStorage("localStorage");
      const here = world(t);
      here.database.trouble = trouble;
      const page = await here.open({ strict });
      await here.pass();
      here.lrs.fault = () => "drop";
      page.tracker.record(withUuid(page, answered()), 0);
      page.tracker.close(snapshot());
      here.database.forgetPage();
      await here.pass();
      here.kill();
      here.lrs.fault = () => undefined;
      await here.open();
      await here.pass();
      assert.deepEqual(here.verbs(), ["initialized", "answered", "suspended", "terminated", "initialized"]);
      here.kill();
    }
  }
});

test("what is done in a window whose session has ended waits for the next launch", async (t) => {
  const here = world(t);
  const page = await here.open();
  page.tracker.close(snapshot());
  page.tracker.record(withUuid(page, answered()), 0);
  await here.pass(1000);
  assert.equal(here.verbs().at(-1), "terminated");
  assert.equal(page.sending().waiting, 0);
});

test("where nothing may follow the end, it waits for the next launch unless all else was acknowledged", async (t) => {
  const here = world(t);
  const first = await here.open({ strict: true });
  await save(here, first);
  await here.pass();
  first.tracker.close(snapshot());
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "suspended", "terminated"]);
  assert.equal(here.lrs.asked.at(-1)!.path, "statements");
  here.kill();
  const second = await here.open({ strict: true });
  await here.pass();
  second.tracker.close(snapshot(undefined, { state: "1LATE" }));
  await here.pass();
  assert.deepEqual(here.verbs().slice(3), ["initialized", "resumed", "suspended"]);
  assert.equal(document(here)!.state, "1LATE");
  here.kill();
  await here.open({ strict: true });
  await here.pass();
  assert.deepEqual(here.verbs().slice(6), ["terminated", "initialized", "resumed"]);
});

test("a session that goes on after a reload neither ends nor begins again", async (t) => {
  const here = world(t);
  const first = await here.open({ ends: () => false });
  await save(here, first);
  first.tracker.close(snapshot());
  await here.pass();
  here.kill();
  await here.open({ goesOn: true });
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized"]);
});

test("in review a session begins and ends, and nothing else is said or kept", async (t) => {
  const here = world(t);
  const page = await here.open({ mode: "review" });
  assert.deepEqual(await save(here, page, snapshot(PASSED)), { kind: "accepted" });
  page.tracker.suspend(snapshot(PASSED));
  page.tracker.close(snapshot(PASSED));
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized", "terminated"]);
  assert.equal(here.lrs.documents.size, 0);
});

test("who leaves goes once all has arrived, or anyway", async (t) => {
  const here = world(t);
  const gone: string[] = [];
  Object.assign(globalThis, { location: { assign: (address: string) => gone.push(address) } });
  const page = await here.open({ returnTo: "https://lms.example.org/course" });
  here.lrs.fault = () => "drop";
  page.tracker.record(withUuid(page, answered()), 0);
  const leave = async (anyway?: boolean) => {
    let went: boolean | null = null;
    void page.outgoing.leave!(snapshot(), anyway).then((did) => (went = did));
    await here.pass(2000);
    return went;
  };
  assert.equal(await leave(), false);
  assert.deepEqual(gone, []);
  here.lrs.fault = () => undefined;
  assert.equal(await leave(), true);
  assert.deepEqual(here.verbs(), ["initialized", "answered", "suspended", "terminated"]);
  assert.deepEqual(gone, ["https://lms.example.org/course"]);
  here.kill();
  const other = await here.open({ returnTo: "https://lms.example.org/course" });
  here.lrs.fault = () => "drop";
  void other.outgoing.leave!(snapshot(), true);
  await here.pass(2000);
  assert.equal(gone.length, 2);
});

test("who leaves while another window has written stays, and the next save is told of it", async (t) => {
  const here = world(t);
  Object.assign(globalThis, { location: { assign: () => assert.fail("nobody leaves") } });
  const page = await here.open({ returnTo: "https://lms.example.org/course" });
  await save(here, page);
  const [key, text] = [...here.lrs.documents][0]!;
  here.lrs.documents.set(key, JSON.stringify({ ...JSON.parse(text), state: "1CCCC" }));
  let went: boolean | null = null;
  void page.outgoing.leave!(snapshot(undefined, { state: "1AAAC" })).then((did) => (went = did));
  await here.pass(1000);
  assert.equal(went, false);
  assert.deepEqual(await save(here, page, snapshot(undefined, { state: "1AAAC" })), { kind: "conflict", state: "1CCCC" });
});

test("what a strict platform refuses of an earlier session holds up nothing of this one", async (t) => {
  const here = world(t);
  const first = await here.open();
  here.lrs.fault = (asked) => (asked.path === "statements" ? "drop" : undefined);
  const old = withUuid(first, answered());
  first.tracker.record(old, 0);
  await save(here, first);
  here.kill();
  here.lrs.fault = () => undefined;
  here.lrs.refuses = ({ id }) => (id === old.uuid ? 403 : undefined);
  const second = await here.open();
  await here.pass(1000);
  assert.deepEqual(here.verbs(), ["initialized", "initialized", "resumed"]);
  assert.deepEqual([second.sending().waiting, second.sending().refused], [0, 1]);
});

test("an LRS of the other version is spoken to in its own", async (t) => {
  const here = world(t);
  const answer = here.lrs.answer;
  here.lrs.answer = (asked) => (asked.headers["X-Experience-API-Version"] === "2.0.0" ? answer(asked) : { status: 400 });
  const page = await here.open();
  assert.equal((await save(here, page))?.kind, "accepted");
  await here.pass();
  assert.deepEqual(here.verbs(), ["initialized"]);
  assert.equal(here.lrs.asked.filter(({ headers }) => headers["X-Experience-API-Version"] === "1.0.3").length, 1);
});

test("a clock that is far off is told of, where the LRS's own can be read", async (t) => {
  const here = world(t);
  const answer = here.lrs.answer;
  here.lrs.answer = (asked) => ({ ...answer(asked), headers: { Date: "Fri, 01 Jan 2016 00:00:00 GMT" } });
  const page = await here.open();
  await here.pass();
  assert.match(page.sending().problem!, /clock of this device is wrong/);
});

/** Numbers that look random and are the same every time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

for (let seed = 1; seed <= 60; seed++) {
  test(`after any sequence of faults the LRS holds exactly what was done (${seed})`, async (t) => {
    const roll = dice(seed);
    const here = world(t);
    here.lrs.repeats = roll(2) ? "409" : "ignored";
    here.lrs.tags = roll(2) ? "sha1" : "own";
    here.lrs.readable = !!roll(2);
    if (!roll(6)) here.lrs.answer = withVersion2(here);
    const risk = 10 + roll(60);
    here.lrs.fault = () => (roll(100) < risk ? FAULTS[roll(FAULTS.length)] : undefined);
    const done: string[] = [];
    let unsaved: LearningEvent[] = [];
    let state = 0;
    let closed = 0;
    let page: Opened = await here.open();

    const again = async () => {
      page = await here.open();
      unsaved.forEach((event) => page.tracker.record(event, 0));
    };
    const saveAll = async () => {
      const taken = unsaved.length;
      const ack = await save(here, page, snapshot(undefined, { state: `1A${state++}` }));
      if (ack?.kind === "accepted") unsaved = unsaved.slice(taken);
      return ack?.kind;
    };
    for (let step = 0; step < 25; step++) {
      const what = roll(12);
      if (what < 5) {
        const event = withUuid(page, answered({ at: new Date().toISOString() }));
        done.push(event.uuid);
        unsaved.push(event);
        page.tracker.record(event, 0);
        await here.pass(20);
      } else if (what < 8) await saveAll();
      else if (what < 9) await here.pass(roll(20_000));
      else if (what < 10) page.tracker.suspend(snapshot(undefined, { state: `1A${state++}` }));
      else if (what < 11) page.page.fire("online");
      else {
        if (roll(2)) {
          page.tracker.close(snapshot(undefined, { state: `1A${state++}` }));
          closed++;
        }
        here.kill();
        await again();
      }
    }
    here.lrs.fault = () => undefined;
    here.kill();
    await again();
    await here.pass(70_000);
    page.page.fire("online");
    for (let i = 0; i < 5 && (await saveAll()) !== "accepted"; i++) await here.pass(1000);
    await here.pass(120_000);
    assert.deepEqual({ ...page.sending() }, { waiting: 0, refused: 0, kept: true, problem: null });
    assert.equal(here.database.records.size, 0);
    assert.equal(document(here)!.state, `1A${state - 1}`);
    page.tracker.suspend(snapshot(undefined, { state: `1A${state - 1}` }));
    await here.pass();
    assert.deepEqual(Object.keys(localStorage), []);
    const ends = here.verbs().filter((verb) => verb === "terminated").length;
    assert.equal(ends, closed);
    const stored = ids(here.lrs.statements);
    assert.equal(new Set(stored).size, stored.length);
    const inOrder = [...here.lrs.statements].sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
    assert.deepEqual(ids(inOrder).filter((id) => done.includes(id)), done);
  });
}

function withVersion2({ lrs }: World): typeof lrs.answer {
  const answer = lrs.answer;
  return (asked) => (asked.headers["X-Experience-API-Version"] === "2.0.0" ? answer(asked) : { status: 400 });
}
