import assert from "node:assert/strict";
import { beforeEach, test, type TestContext } from "node:test";
import { findCmi5 } from "../src/tracking/cmi5";
import type { Apart } from "../src/tracking/lrs/apart";
import type { Json } from "../src/tracking/lrs/json";
import type { Client } from "../src/tracking/lrs/client";
import { sortOut } from "../src/tracking/lrs/leftovers";
import type { LrsSession } from "../src/tracking/lrs/session";
import { scribe } from "../src/tracking/lrs/statement";
import type { Entry } from "../src/tracking/lrs/store";
import { AMARA, REGISTRATION, small } from "./lrs_pages";
import { fakeStorage, withoutStorage } from "./storage";

const ENDPOINT = "https://lms.example.org/xapi/";
const FETCH = "https://lms.example.org/token?k=1";
const LAUNCH = { endpoint: ENDPOINT, fetch: FETCH, actor: JSON.stringify(AMARA), registration: REGISTRATION, activityId: "https://lms.example.org/au/1" };
const SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const TEMPLATE = { contextActivities: { grouping: [{ id: "https://example.org/publisher" }] }, extensions: { [SESSION]: "s1" } };

interface Lms {
  token: Json;
  data: unknown;
  likes: unknown;
  /** What the next requests get in place of an answer. */
  trouble: (number | "nothing")[];
  asked: string[];
}

/** An LMS, and a page that it has launched. */
function launched(changes: Partial<Lms> = {}, words: Record<string, string> = LAUNCH): Lms {
  const lms: Lms = { token: { "auth-token": "t0ken" }, data: { contextTemplate: TEMPLATE, launchMode: "Normal" }, likes: null, trouble: [], asked: [], ...changes };
  Object.assign(globalThis, {
    window: globalThis,
    addEventListener: () => undefined,
    location: new URL(`https://host.example.org/course/?${new URLSearchParams(words)}`),
    fetch: async (address: string, { method, headers }: RequestInit) => {
      const { searchParams } = new URL(address);
      lms.asked.push(`${method} ${address === FETCH ? "token" : searchParams.get("stateId") ?? searchParams.get("profileId")} ${(headers as Record<string, string> | undefined)?.Authorization ?? ""}`.trim());
      const trouble = lms.trouble.shift();
      if (trouble === "nothing") throw new TypeError("Failed to fetch");
      if (trouble) return new Response("", { status: trouble });
      const body = address === FETCH ? lms.token : searchParams.has("stateId") ? lms.data : lms.likes;
      return body === null ? new Response("", { status: 404 }) : new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
    },
  });
  return lms;
}

const found = async (): Promise<LrsSession> => (await findCmi5(small())) as LrsSession;
const problem = async (): Promise<string> => ((await findCmi5(small())) as Apart).problem;

/** What is said with that template and mark. */
async function said(data: object, verb: "initialized" | "completed" | "passed" | "suspended", result?: Json) {
  launched({ data: { launchMode: "Normal", ...data } });
  return scribe(small(), await found()).ofCourse(verb, result);
}

/** Time passes at once. */
const hurry = (t: TestContext) => t.mock.method(globalThis, "setTimeout", (act: () => void) => setImmediate(act));

beforeEach(() => fakeStorage("sessionStorage"));

test("the token is fetched, then the launch data and the preferences are read with it", async () => {
  const lms = launched();
  await found();
  assert.deepEqual(lms.asked, ["POST token", "GET LMS.LaunchData Basic t0ken", "GET cmi5LearnerPreferences Basic t0ken"]);
});

test("a page that is loaded again has the token still, and says nothing again once it has begun", async () => {
  launched();
  const first = await found();
  assert.equal(first.goesOn, false);
  scribe(small(), first).ofCourse("initialized");
  const lms = launched();
  assert.equal((await found()).goesOn, true);
  assert.equal(lms.asked.includes("POST token"), false);
});

test("a page after the end of its session asks for nothing, and no token is left behind, but what is a pass", async () => {
  launched({ data: { contextTemplate: TEMPLATE, masteryScore: 0.6 } });
  assert.equal((await found()).ends(), true);
  const lms = launched();
  assert.match(await problem(), /This session has ended/);
  assert.deepEqual(lms.asked, []);
  assert.doesNotMatch(JSON.stringify(sessionStorage), /t0ken/);
  assert.equal(((await findCmi5(small())) as Apart).passMark, 6000);
});

test("the token of another launch is another token", async () => {
  launched();
  await found();
  const lms = launched({}, { ...LAUNCH, fetch: `${FETCH}0` });
  await findCmi5(small());
  assert.equal(lms.asked.length > 0 && lms.asked[0]!.startsWith("POST"), true);
});

test("a browser without storage plays a session all the same", async () => {
  withoutStorage();
  launched();
  assert.equal((await found()).mode, "normal");
});

test("an error, no answer or no JSON in place of a token is told, and the learner is known", async (t) => {
  hurry(t);
  for (const changes of [{ token: { "error-code": "1" } }, { token: { "auth-token": 7 } }, { trouble: [404] }, { trouble: ["nothing", "nothing", "nothing"] }] as Partial<Lms>[]) {
    fakeStorage("sessionStorage");
    launched(changes);
    const apart = (await findCmi5(small())) as Apart;
    assert.match(apart.problem, /gives no access/);
    assert.deepEqual([apart.actor, apart.registration], [AMARA, REGISTRATION]);
  }
  launched({}, { ...LAUNCH, fetch: "" });
  assert.match(await problem(), /gives no access/);
});

test("a launch that names nobody is told as damaged", async () => {
  for (const name of ["endpoint", "actor", "activityId"]) {
    launched({}, { ...LAUNCH, [name]: "" });
    assert.match(String(await findCmi5(small())), /link that opened this course is damaged/);
  }
});

test("an LMS that does not answer at once is asked again", async (t) => {
  hurry(t);
  const lms = launched({ trouble: ["nothing", 503, 0, 500] });
  assert.equal((await found()).mode, "normal");
  assert.equal(lms.asked.filter((each) => each.startsWith("GET LMS.LaunchData")).length, 2);
});

test("without launch data nothing can be said, and after the beginning it means that the session has ended", async () => {
  launched({ data: null });
  assert.match(await problem(), /does not say how this session is to be/);
  fakeStorage("sessionStorage");
  launched();
  scribe(small(), await found()).ofCourse("initialized");
  launched({ data: null });
  assert.match(await problem(), /This session has ended/);
});

test("modes, preferences and the way back are read, and what is none of these is passed over", async () => {
  const read = async (data: object, likes: unknown = null) => {
    fakeStorage("sessionStorage");
    launched({ data: { contextTemplate: TEMPLATE, ...data }, likes });
    const { mode, audio, languages, returnTo } = await found();
    return { mode, audio, languages, returnTo };
  };
  assert.deepEqual(await read({ launchMode: "Browse", returnURL: "https://lms.example.org/back?id=1" }, { languagePreference: "cy, en-GB", audioPreference: "off" }), {
    mode: "browse",
    audio: false,
    languages: ["cy", "en-GB"],
    returnTo: "https://lms.example.org/back?id=1",
  });
  const nothing = { mode: "normal", audio: true, languages: [], returnTo: null };
  assert.deepEqual(await read({ launchMode: "toString", returnURL: "javascript:alert(1)" }, { audioPreference: "loud" }), { ...nothing });
  assert.deepEqual(await read({ launchMode: 7, returnURL: {} }, [1]), nothing);
});

test("the mark is the least score that reaches the mastery score", async () => {
  for (const [mastery, mark] of [[0, 0], [0.55, 5500], [0.29, 2900], [0.5, 5000], [0.66667, 6667], [2 / 3, 6667], [0.00001, 1], [1, 10000]] as const) {
    launched({ data: { contextTemplate: TEMPLATE, masteryScore: mastery } });
    const { passMark } = await found();
    assert.equal(passMark, mark, String(mastery));
    assert.ok(passMark! / 10000 >= mastery && (!passMark || (passMark! - 1) / 10000 < mastery));
  }
  for (const masteryScore of [undefined, null, "0.8", 1.5, -1, Number.NaN, [0.5]]) {
    launched({ data: { contextTemplate: TEMPLATE, masteryScore } });
    assert.equal((await found()).passMark, null);
  }
});

test("what cmi5 defines has its categories, and nothing else has", async () => {
  const categories = async (verb: "initialized" | "completed" | "suspended", result?: Json) =>
    (await said({ contextTemplate: TEMPLATE }, verb, result)).context.contextActivities.category!.map(({ id }) => String(id)).filter((id) => id.startsWith(CATEGORY));
  assert.deepEqual(await categories("initialized"), [`${CATEGORY}cmi5`]);
  assert.deepEqual(await categories("completed", { completion: true }), [`${CATEGORY}cmi5`, `${CATEGORY}moveon`]);
  assert.deepEqual(await categories("suspended", { duration: "PT1S" }), []);
});

test("a verdict that contradicts the present mastery score goes without its score", async () => {
  const passed = (scaled: number) => said({ contextTemplate: TEMPLATE, masteryScore: 0.8 }, "passed", { success: true, score: { scaled } });
  assert.deepEqual((await passed(0.8)).result, { success: true, score: { scaled: 0.8 } });
  assert.deepEqual((await passed(0.7)).result, { success: true });
  assert.equal((await passed(0.7)).context.extensions![MASTERY], 0.8);
});

test("nothing of a template is overwritten, whatever it holds, and what is no activity is left out", async () => {
  const hostile = JSON.parse(`{
    "platform": "Theirs", "language": "cy", "registration": "${REGISTRATION}", "statement": {"objectType": "StatementRef"},
    "contextActivities": {"category": {"id": "https://a.example.org/1"}, "parent": ["x", null, {"id": 7}], "other": "y", "grouping": [{"id": "https://lms.example.org/au/1", "definition": {}}]},
    "extensions": {"${SESSION}": "s1", "${MASTERY}": 0.1, "__proto__": {"polluted": true}}
  }`) as Json;
  const { context } = await said({ contextTemplate: hostile, masteryScore: 0.8 }, "passed", { success: true, score: { scaled: 1 } });
  assert.deepEqual([context.platform, context.language, context.statement], ["Theirs", "cy", { objectType: "StatementRef" }]);
  assert.deepEqual(Object.keys(context.extensions!), [MASTERY, SESSION, "__proto__"]);
  assert.equal(context.extensions![MASTERY], 0.1);
  const { category, parent, grouping } = context.contextActivities;
  assert.deepEqual(category![0], { id: "https://a.example.org/1" });
  assert.deepEqual(parent, undefined);
  assert.deepEqual(grouping![0], { id: "https://lms.example.org/au/1", definition: {} });
  assert.equal(grouping!.filter(({ id }) => id === "https://lms.example.org/au/1").length, 1);
  assert.equal(({} as Json).polluted, undefined);
});

test("a template that is no object at all is none", async () => {
  for (const contextTemplate of [null, 7, "x", [1]]) {
    const { context } = await said({ contextTemplate }, "initialized");
    assert.equal(context.registration, REGISTRATION);
    assert.deepEqual(context.extensions, {});
  }
});

test("what an earlier session left is sorted: what has arrived goes, what is said once is said again, all else is sent", async () => {
  const verbs = small().xapi!.verbs;
  const activity = LAUNCH.activityId;
  const entry = (verb: keyof typeof verbs, session: string, id: string, refused?: string): Entry => ({
    key: ["scope", 1, id],
    statement: {
      id, timestamp: "", verb: verbs[verb], object: { id: verb === "answered" ? `${activity}/q` : activity },
      context: { contextActivities: {}, extensions: { [SESSION]: session } },
    },
    refused,
  });
  const arrived = ["t1", "c3"];
  const asked: string[] = [];
  const client = {
    ask: async (_method: string, _path: string, { statementId = "" }) => (asked.push(statementId), { status: arrived.includes(statementId) ? 200 : 404 }),
  } as unknown as Client;
  const left = [
    entry("answered", "s1", "a1"), entry("terminated", "s1", "t1"),
    entry("answered", "s2", "a2"), entry("terminated", "s2", "t2"),
    entry("completed", "s3", "c3"), entry("passed", "s3", "p3"), entry("answered", "s3", "a3"), entry("answered", "s3", "r3", "400"),
  ];
  const { entries, gone, again } = await sortOut(client, left, verbs, activity);
  const ids = (list: Entry[]) => list.map(({ statement }) => statement.id);
  assert.deepEqual(ids(entries), ["a2", "t2", "a3", "r3"]);
  assert.deepEqual(ids(gone), ["a1", "t1", "c3", "p3"]);
  assert.deepEqual(again.map(([verb, { id }]) => [verb, id]), [["passed", "p3"]]);
  assert.deepEqual(asked.sort(), ["c3", "p3", "t1", "t2"], "and nothing else is looked up");
});
