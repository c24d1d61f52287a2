import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { lrsTracker } from "../src/tracking/lrs/lrs";
import type { LrsSession } from "../src/tracking/lrs/session";
import { findSession } from "../src/tracking/xapi";
import { AMARA, nobody, REGISTRATION, small, XAPI } from "./lrs_pages";
import { fakeStorage, withoutStorage } from "./storage";
import { snapshot } from "./windows";

beforeEach(() => ["localStorage", "sessionStorage"].forEach((name) => fakeStorage(name as "localStorage")));

interface Asked {
  address: string;
  headers: Record<string, string>;
}

/** A page at that address, and what it asks for; each is answered in this way. */
function pageAt(address: string, answer: () => Response | Promise<Response> = () => new Response("[]")) {
  const asked: Asked[] = [];
  Object.assign(globalThis, {
    location: new URL(address),
    fetch: async (to: string, { headers }: { headers: Record<string, string> }) => {
      asked.push({ address: to, headers });
      return answer();
    },
  });
  return asked;
}

const LAUNCH = { endpoint: "https://lrs.example.org/xapi/", actor: JSON.stringify(AMARA) };
const launchedWith = (words: Record<string, string>) => `https://host.example.org/course/?${new URLSearchParams(words)}`;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

test("what the launch says of authorization goes out as it is, or not at all", async () => {
  for (const auth of ["Basic dXNlcjpwYXNz", "Bearer a.b-c"]) {
    const asked = pageAt(launchedWith({ ...LAUNCH, auth }));
    const session = (await findSession(small())) as LrsSession;
    await session.client.ask("GET", "about", { a: "b c+d" });
    assert.equal(asked[0]!.address, "https://lrs.example.org/xapi/about?a=b%20c%2Bd");
    assert.equal(asked[0]!.headers.Authorization, auth);
    assert.equal(asked[0]!.headers["X-Experience-API-Version"], "1.0.3");
  }
  const asked = pageAt(launchedWith(LAUNCH));
  await ((await findSession(small({ version: "2.0.0" }))) as LrsSession).client.ask("GET", "about", {});
  assert.equal("Authorization" in asked[0]!.headers, false);
  assert.equal(asked[0]!.headers["X-Experience-API-Version"], "2.0.0");
});

test("the launch names the course, or the course is called by its own name", async () => {
  pageAt(launchedWith({ ...LAUNCH, activity_id: "https://lms.example.org/17", registration: REGISTRATION }));
  const { activity, registration } = (await findSession(small())) as LrsSession;
  assert.deepEqual([activity, registration], ["https://lms.example.org/17", REGISTRATION]);
  pageAt(launchedWith(LAUNCH));
  assert.equal(((await findSession(small())) as LrsSession).activity, XAPI.course.id);
});

test("a relay says who is signed in, and gets everything without a password from the page", async () => {
  const asked = pageAt("https://host.example.org/courses/small/?endpoint=https://evil.example.org/", () => json({ actor: AMARA, registration: REGISTRATION }));
  const session = (await findSession(small({ relay: "/xapi" }))) as LrsSession;
  assert.deepEqual([session.actor, session.registration, session.activity], [AMARA, REGISTRATION, XAPI.course.id]);
  await session.client.ask("POST", "statements", {}, "[]");
  assert.deepEqual(asked.map(({ address }) => address), ["https://host.example.org/xapi/session", "https://host.example.org/xapi/statements"]);
  assert.ok(asked.every(({ headers }) => !("Authorization" in headers)));
});

test("where a relay knows nobody, or is none, the device keeps the work and one sentence says why", async () => {
  const answers: [() => Response | Promise<Response>, RegExp][] = [
    [() => json({}, 401), /not signed in/],
    [() => json({}, 500), /does not answer/],
    [() => json({ actor: { name: "Nobody" } }), /does not answer/],
    [() => json(null), /does not answer/],
    [() => new Response("<title>Sign in</title>", { headers: { "Content-Type": "text/html" } }), /does not answer/],
    [() => Promise.reject(new TypeError("Failed to fetch")), /does not answer/],
  ];
  for (const [answer, sentence] of answers) {
    pageAt("https://host.example.org/", answer);
    assert.match(String(await findSession(small({ relay: "/xapi" }))), sentence);
  }
});

test("a page that nobody launched works on the device and says so", async () => {
  withoutStorage(); // where the device keeps something, it asks whether it may
  const asked = pageAt("https://host.example.org/course/");
  const tracker = lrsTracker(small(), findSession, () => assert.fail("there is nothing to show of sending"));
  await tracker.choose!(nobody);
  const { problem, keptIn, learner } = await tracker.open();
  assert.match(problem!, /not opened from a learning platform/);
  assert.deepEqual([keptIn, learner.id, asked.length], ["window", null, 0]);
  tracker.begun?.({ ...nobody, notice: () => undefined, snapshot });
  assert.equal((await tracker.save(snapshot())).kind, "refused");
});
