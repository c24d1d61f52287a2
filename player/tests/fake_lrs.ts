// An LRS for the tests behind `fetch`, with its rules of statements and documents (xAPI, part three, 2.1, 2.3 and 3.1), and
// everything that can go wrong on the way to it.

import { sha1 } from "../src/tracking/lrs/sha1";
import type { Statement } from "../src/tracking/lrs/statement";

/** What becomes of one request. The second word of a pair says whether the LRS did it all the same. */
export type Fault = "drop" | "lose" | "duplicate" | "truncate" | "500" | "500 after" | "503" | "429" | "401" | "html" | "half" | "hang";
export const FAULTS: Fault[] = ["drop", "lose", "duplicate", "truncate", "500", "500 after", "503", "429", "401", "html", "half", "hang"];

export interface Asked {
  method: string;
  /** Below the endpoint, without the query. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  keepalive: boolean;
}

export interface FakeLrs {
  /** In the order in which they were stored. */
  statements: Statement[];
  documents: Map<string, string>;
  asked: Asked[];
  /** The fault of the next request to that, if any. */
  fault: (asked: Asked) => Fault | undefined;
  /** Whether a repeated id in a batch makes it refuse the batch, or is passed over. */
  repeats: "409" | "ignored";
  /** Which ETags it gives, and whether the page may read them (and Date and Retry-After). */
  tags: "sha1" | "own";
  readable: boolean;
  /** A statement that it refuses for good, with this status. */
  refuses: (statement: Statement) => number | undefined;
  /** The page has died: what it asked for without keepalive is gone, what is asked for by it from now on never arrives. */
  forgetPage(): void;
  answer: (asked: Asked) => Reply;
}

interface Reply {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

export const ENDPOINT = "https://lrs.example.org/xapi/";

/** Puts an empty one behind `fetch`. */
export function fakeLrs(): FakeLrs {
  let page = 0;
  let tags = 0;
  const own = new Map<string, string>();

  const tag = (key: string): string => `"${fake.tags === "sha1" ? sha1(fake.documents.get(key)!) : own.get(key)}"`;

  const post = (asked: Asked): Reply => {
    const batch = JSON.parse(asked.body) as Statement[];
    if (!batch.length) return { status: 400 };
    for (const statement of batch) {
      const status = fake.refuses(statement);
      if (status) return { status, body: "This statement will not do." };
    }
    const fresh = batch.filter(({ id }) => !fake.statements.some((held) => held.id === id));
    if (fresh.length < batch.length && fake.repeats === "409") return { status: 409 };
    fake.statements.push(...fresh);
    return { status: 200, body: JSON.stringify(batch.map(({ id }) => id)) };
  };

  const find = ({ query }: Asked): Reply => {
    const held = fake.statements.find(({ id }) => id === query.statementId);
    return held ? { status: 200, body: JSON.stringify(held) } : { status: 404 };
  };

  const document = ({ method, path, query, headers, body }: Asked): Reply => {
    const key = JSON.stringify([path, query]);
    const there = fake.documents.has(key);
    if (method === "GET") return there ? { status: 200, body: fake.documents.get(key)!, headers: { ETag: tag(key) } } : { status: 404 };
    if (headers["If-None-Match"] === "*" ? there : headers["If-Match"] && (!there || headers["If-Match"] !== tag(key))) return { status: 412 };
    fake.documents.set(key, body);
    own.set(key, `tag-${++tags}`);
    return { status: 204 };
  };

  const fake: FakeLrs = {
    statements: [],
    documents: new Map(),
    asked: [],
    fault: () => undefined,
    repeats: "ignored",
    tags: "sha1",
    readable: true,
    refuses: () => undefined,
    forgetPage: () => page++,
    answer: (asked) => (asked.path !== "statements" ? document(asked) : asked.method === "POST" ? post(asked) : find(asked)),
  };

  /** What the page gets; null for a connection that ends without an answer, undefined for one that never ends. */
  const faulty = (fault: Fault | undefined, asked: Asked): Reply | null | undefined => {
    const deliver = () => fake.answer(asked);
    if (fault === "hang") return undefined;
    if (fault === "drop") return null;
    if (fault === "html") return { status: 200, body: "<!DOCTYPE html><title>Sign in</title>", headers: { "Content-Type": "text/html" } };
    if (fault === "half" && asked.path === "statements" && asked.body) {
      const batch = JSON.parse(asked.body) as Statement[];
      fake.answer({ ...asked, body: JSON.stringify(batch.slice(0, Math.ceil(batch.length / 2))) });
    }
    if (fault === "500" || fault === "half" || fault === "401") return { status: fault === "401" ? 401 : 500 };
    if (fault === "503" || fault === "429") return { status: Number(fault), headers: { "Retry-After": "7" } };
    const reply = deliver();
    if (fault === "lose") return null;
    if (fault === "500 after") return { status: 500 };
    if (fault === "truncate") return { ...reply, body: reply.body?.slice(0, reply.body.length / 2) };
    return fault === "duplicate" ? deliver() : reply;
  };

  const fetch = (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const asked: Asked = {
      method: init.method!,
      path: url.href.slice(ENDPOINT.length).split("?")[0]!,
      query: Object.fromEntries(url.searchParams),
      headers: init.headers as Record<string, string>,
      body: String(init.body ?? ""),
      keepalive: !!init.keepalive,
    };
    const from = page;
    fake.asked.push(asked);
    return new Promise((give, fail) => {
      init.signal!.onabort = () => from === page && fail(new DOMException("", "AbortError"));
      setImmediate(() => {
        if (from !== page && !asked.keepalive) return;
        const reply = faulty(fake.fault(asked), asked);
        if (reply === undefined || from !== page) return;
        if (!reply) return fail(new TypeError("Failed to fetch"));
        const { status, body = null, headers = {} } = reply;
        const seen = fake.readable ? headers : { "Content-Type": headers["Content-Type"] ?? "application/json" };
        give(new Response(status === 204 ? null : body, { status, headers: { "Content-Type": "application/json", ...seen } }));
      });
    });
  };
  Object.assign(globalThis, { fetch });
  return fake;
}
