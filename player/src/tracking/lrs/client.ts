// Requests to an LRS (xAPI, part three): its headers, the version that it speaks, and what its answers are worth. Whatever
// happens becomes an Answer; nothing throws.

export interface Answer {
  /** The status; 0 where nobody answered in time, or something else than an LRS did. */
  status: number;
  text: string;
  /** The ETag as If-Match wants it; null where there is none or the browser keeps it from us. */
  tag: string | null;
  /** Milliseconds that the LRS asks us to wait; 0 where it says nothing. */
  wait: number;
  /** A web page came in place of an answer: a network that wants a sign-in, say. */
  foreign: boolean;
}

export interface Client {
  readonly endpoint: string;
  /** Asks for `path` below the endpoint; a query's undefined is left out. With a `body`, JSON is sent. */
  ask(method: string, path: string, query: Record<string, string | undefined>, body?: string, headers?: Record<string, string>): Promise<Answer>;
  /** Whether the LRS has let us do anything yet. */
  works(): boolean;
  /** Milliseconds by which the device's clock is behind the server's; 0 as long as that cannot be read. */
  behind(): number;
}

export type Version = "1.0.3" | "2.0.0";

const PATIENCE = 30_000;
/** A browser lets so many bytes of requests outlive their page, all together. */
const MOST_KEPT_ALIVE = 64_000;

const NOBODY: Answer = { status: 0, text: "", tag: null, wait: 0, foreign: false };

/** Bytes of the text in UTF-8. */
export const bytes = (text: string): number => new Blob([text]).size;

/** Whether the LRS did what it was asked to. */
export const done = ({ status }: Answer): boolean => status === 200 || status === 204;

/** Whether it has what it was asked for, or says that there is none. */
export const known = (answer: Answer): boolean => done(answer) || answer.status === 404;

/** The LRS at `endpoint`, which ends with a slash; `authorization` is sent as it is, null not at all. */
export function connect(endpoint: string, authorization: string | null, version: Version): Client {
  let speaks = version;
  let works = false;
  let behind = 0;
  let flying = 0;

  async function once(url: string, init: RequestInit, size: number): Promise<Answer> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    flying += size;
    try {
      // The credentials are for this address, and follow nobody to another.
      const own: RequestInit = { cache: "no-store", redirect: "error", keepalive: flying <= MOST_KEPT_ALIVE, signal: abort.signal };
      const response = await fetch(url, { ...init, ...own });
      const { status, ok, headers } = response;
      const text = await response.text();
      const date = Date.parse(headers.get("Date") ?? "");
      if (date) behind = date - Date.now();
      const foreign = ok && /html/.test(headers.get("Content-Type") ?? "");
      const later = headers.get("Retry-After") ?? "";
      return {
        status: foreign ? 0 : status,
        text,
        // What compresses on the way marks the tag: the LRS knows it without the mark.
        tag: headers.get("ETag")?.replace(/^W\/|-gzip(?="$)/g, "") ?? null,
        wait: Math.max(0, +later * 1000 || Date.parse(later) - Date.now() || 0),
        foreign,
      };
    } catch {
      return NOBODY;
    } finally {
      clearTimeout(timer);
      flying -= size;
    }
  }

  return {
    endpoint,
    async ask(method, path, query, body, headers) {
      // JSON leaves out what is undefined.
      const given = JSON.parse(JSON.stringify(query)) as Record<string, string>;
      // A plus means a space to forms only.
      const asked = `?${new URLSearchParams(given)}`.replace(/\+/g, "%20");
      const url = endpoint + path + (asked === "?" ? "" : asked);
      const attempt = (version: Version) =>
        once(
          url,
          {
            method,
            body,
            headers: {
              "X-Experience-API-Version": version,
              ...(authorization && { Authorization: authorization }),
              ...(body && { "Content-Type": "application/json" }),
              ...headers,
            },
          },
          bytes(body ?? ""),
        );
      const own = speaks;
      let answer = await attempt(own);
      if (answer.status === 400 && (!works || own !== speaks)) {
        // 3.3: it must answer 400 to a version that it does not speak; to anything else that is wrong, both times.
        const version = own === "1.0.3" ? "2.0.0" : "1.0.3";
        const other = await attempt(version);
        if (other.status !== 400) answer = other;
        if (known(other)) speaks = version;
      }
      works ||= known(answer);
      return answer;
    },
    works: () => works,
    behind: () => behind,
  };
}
