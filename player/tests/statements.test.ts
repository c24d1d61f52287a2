import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { identity, readActor, readPlace } from "../src/tracking/lrs/launch";
import { written } from "../src/tracking/lrs/response";
import { namedUuid, randomUuid, sha1 } from "../src/tracking/lrs/sha1";
import { plainSession } from "../src/tracking/lrs/session";
import { scribe } from "../src/tracking/lrs/statement";
import { connect } from "../src/tracking/lrs/client";
import type { LearningEvent, Response } from "../src/tracking/tracker";
import { AMARA, REGISTRATION, small, XAPI } from "./lrs_pages";
import { answered, option } from "./windows";

const IRI = XAPI.course.id;

test("the digest is SHA-1, whatever the length", () => {
  for (let length = 0; length < 200; length++) {
    const text = "aé漢😀".repeat(50).slice(0, length);
    assert.equal(sha1(text), createHash("sha1").update(text).digest("hex"));
  }
});

test("named UUIDs are those of RFC 4122, and random ones are of version 4", () => {
  // Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/é")
  assert.equal(namedUuid("https://example.org/é"), "4db32f13-2b90-551e-bb13-4c966035961b");
  assert.match(randomUuid(), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.notEqual(randomUuid(), randomUuid());
});

test("responses have the form of their interaction type", () => {
  const [a, b, c] = [option(1, "a"), option(2, "b"), option(3, "c")];
  const cases: [Response, string][] = [
    [{ type: "choice", chosen: [b] }, "b"],
    [{ type: "choice", chosen: [] }, ""],
    [{ type: "choice", chosen: [a, c] }, "a[,]c"],
    [{ type: "sequencing", chosen: [c, a, b] }, "c[,]a[,]b"],
    [{ type: "likert", chosen: [a] }, "a"],
    [{ type: "matching", chosen: [[a, b], [c, b]] }, "a[.]b[,]c[.]b"],
    [{ type: "true-false", value: false }, "false"],
    [{ type: "fill-in", texts: ["one", "two, three"] }, "one[,]two, three"],
    [{ type: "fill-in", texts: ["a[,]b[.]c[[:]d", "{lang=de}e", "{f}"] }, "a,]b.]c:]d[,]lang=de}e[,]{f}"],
    [{ type: "numeric", least: 1e-7, most: 1e-7 }, "0.0000001"],
    [{ type: "numeric", least: -4.5, most: -4.5 }, "-4.5"],
  ];
  for (const [response, expected] of cases) assert.equal(written(response), expected);
});

const write = (event: LearningEvent, changes: object = {}) =>
  scribe(small(), { ...plainSession(connect("https://lrs.example.org/", null, "1.0.3"), { actor: AMARA, activity: IRI, registration: REGISTRATION }), ...changes }).of(event);

test("an answer is a whole statement", () => {
  const { id, timestamp, context, ...rest } = write({ ...answered(), uuid: REGISTRATION });
  assert.deepEqual([id, timestamp], [REGISTRATION, "2026-11-23T15:50:03.120Z"]);
  const { "q-respond": about } = XAPI.activities;
  assert.deepEqual(rest, {
    actor: AMARA,
    verb: XAPI.verbs.answered,
    object: { objectType: "Activity", id: about!.id, definition: about!.definition },
    result: { response: "state-the-fact", success: true, score: { scaled: 1, raw: 2, min: 0, max: 2 }, duration: "PT4.56S" },
  });
  assert.deepEqual(context, {
    registration: REGISTRATION,
    platform: "Coursewright 1",
    language: "en-GB",
    revision: "1.0.0",
    contextActivities: {
      parent: [{ id: `${IRI}/pages/read` }],
      grouping: [{ id: IRI }],
      category: [XAPI.profile],
      other: [{ id: `${IRI}/objectives/MC1` }],
    },
  });
});

test("a share of the points, none of them, and an answer that is neither right nor wrong are told apart", () => {
  const result = (changes: object) => {
    const { success, score } = write(answered(changes)).result!;
    return { success, score };
  };
  assert.deepEqual(result({ result: 0.3333, weight: 3 }), { success: false, score: { scaled: 0.3333, raw: 0.9999, min: 0, max: 3 } });
  assert.deepEqual(result({ result: "incorrect", weight: 0 }), { success: false, score: { scaled: 0 } });
  assert.deepEqual(result({ result: "neutral" }), { success: undefined, score: undefined });
});

test("a choice in a scenario names its node and itself", () => {
  const [say] = [option(1, "sum-up")];
  const made = write({ ...answered(), type: "chose", id: "call-opening", response: { type: "choice", chosen: [say] }, result: "neutral" });
  assert.equal((made.verb as { id: string }).id, XAPI.verbs.responded.id);
  assert.deepEqual(made.context.extensions, { [XAPI.extensions.node]: "opening" });
  assert.deepEqual(made.result!.extensions, { [XAPI.extensions.choice]: "sum-up" });
  assert.equal(made.result!.response, "sum-up");
});

test("the end of a scenario, which its controller reports as it does a choice, is answered, at no node, and never a failure", () => {
  const texts = ["He stays."];
  const made = write(answered({ type: "chose", id: "call--ending", response: { type: "fill-in", texts }, correct: [], result: 0.75, weight: 0 }));
  assert.equal((made.verb as { id: string }).id, XAPI.verbs.answered.id);
  assert.equal(made.context.extensions, undefined);
  assert.deepEqual(made.result, { response: "He stays.", score: { scaled: 0.75 }, duration: "PT4.56S" });
});

test("pages are experienced and left, and quizzes completed with what they came to", () => {
  const at = "2026-11-23T15:50:03.12Z";
  assert.equal(write({ type: "experienced", id: "start", title: "Start", at }).result, undefined);
  assert.deepEqual(write({ type: "left", id: "read", spent: 61_230, at }).result, { duration: "PT61.23S" });
  const scored = { type: "scored", id: "final-check", spent: 5000, at } as const;
  assert.deepEqual(write({ ...scored, score: 8333, passed: true }).result, {
    completion: true,
    success: true,
    score: { scaled: 0.8333 },
    duration: "PT5S",
  });
  assert.deepEqual(write({ ...scored, score: null, passed: null }).result, { completion: true, duration: "PT5S" });
});

test("where the launch calls the course by another name, statements are about that and name the course too", () => {
  const activity = "https://lms.example.org/activities/17";
  const session = { ...plainSession(connect("https://lrs.example.org/", null, "1.0.3"), { actor: AMARA, activity }) };
  const scribed = scribe(small(), session);
  const begun = scribed.ofCourse("initialized");
  assert.deepEqual(begun.object, { objectType: "Activity", id: activity, definition: XAPI.course.definition });
  assert.deepEqual(begun.context.contextActivities, { grouping: [{ id: activity }, { id: IRI }], category: [XAPI.profile] });
  const shown = scribed.of({ type: "experienced", id: "start", title: "Start", at: "2026-11-23T15:50:03.12Z" });
  assert.deepEqual(shown.context.contextActivities.parent, [{ id: activity }]);
});

test("statements of a module that is launched by itself name it and the whole course", () => {
  const activity = "https://lms.example.org/activities/18";
  const module = { id: `${IRI}/modules/people`, definition: {} };
  const session = { ...plainSession(connect("https://lrs.example.org/", null, "1.0.3"), { actor: AMARA, activity }) };
  const scribed = scribe(small({ course: module }), session);
  for (const made of [scribed.ofCourse("initialized"), scribed.of(answered())]) {
    assert.deepEqual(made.context.contextActivities.grouping, [{ id: activity }, { id: module.id }, { id: IRI }]);
  }
});

test("an activity that the data does not know is named all the same", () => {
  const { object } = write(answered({ id: "q-gone" }));
  assert.deepEqual(object, { objectType: "Activity", id: `${IRI}/activities/q-gone`, definition: {} });
});

const launched = (words: Record<string, string>, page = "https:") =>
  readPlace(new URLSearchParams({ endpoint: "https://lrs.example.org/xapi", actor: JSON.stringify(AMARA), registration: REGISTRATION, ...words }), IRI, page);

test("a launch is read from the page's address", () => {
  assert.deepEqual(launched({}), { endpoint: "https://lrs.example.org/xapi/", actor: AMARA, activity: IRI, registration: REGISTRATION });
  assert.match(String(launched({ endpoint: "http://lrs.example.org/" })), /not secure/);
  assert.equal(typeof launched({ endpoint: "http://lrs.example.org/" }, "http:"), "object");
  assert.match(String(readPlace(new URLSearchParams(), IRI, "https:")), /not opened from a learning platform/);
  const broken: Record<string, string>[] = [
    { endpoint: "" }, { endpoint: "/xapi/" }, { endpoint: "javascript:alert(1)" }, { endpoint: "https://user:pass@lrs.example.org/" },
    { actor: "" }, { actor: "Amara" }, { actor: "null" }, { actor: "{}" }, { actor: '{"mbox":"amara@example.org"}' }, { actor: '{"account":{"name":"17"}}' },
  ];
  for (const words of broken) assert.match(String(launched(words)), /is damaged/, JSON.stringify(words));
  assert.equal((launched({ registration: "17" }) as { registration?: string }).registration, undefined);
});

test("actors go out as they were launched, and those of old launches are understood", () => {
  const extra = { ...AMARA, odd: 1 };
  assert.deepEqual(readActor(JSON.stringify(extra)), extra);
  assert.deepEqual(readActor('{"name":["Ben"],"mbox":["mailto:ben@example.org"]}'), { name: "Ben", mbox: "mailto:ben@example.org" });
  assert.deepEqual(readActor('{"account":[{"accountServiceHomePage":"https://lms.example.org","accountName":"17"}]}'), {
    account: { homePage: "https://lms.example.org", name: "17" },
  });
  assert.equal(identity({ ...AMARA, name: "Amara O." }), identity(AMARA));
});
