// One launch of cmi5, as long as its tab lives: the token that the fetch URL gives once, and how far the session is. A page that
// is loaded again goes on with them.

import type { Hundredths } from "../../course/data";
import { read, tab, write } from "../kept_json";
import { objectOf, parsed } from "./json";
import { patiently } from "./patience";

export interface Visit {
  /** The token, asked for once (8.2); null where the LMS gives none. */
  token(): Promise<string | null>;
  /** Whether `initialized` was said, and whether `terminated` was. */
  begun(): boolean;
  ended(): boolean;
  begin(): void;
  /** The LMS's pass mark, of a session that has ended too: work that goes on by itself is judged by it. */
  mark(): Hundredths | null;
  setMark(mark: Hundredths | null): void;
  /** The token is forgotten. */
  end(): void;
}

interface Kept {
  token?: string;
  begun?: boolean;
  ended?: boolean;
  mark?: Hundredths | null;
}

/** The visit that began at that fetch URL. */
export function openVisit(url: string): Visit {
  const key = `coursewright/cmi5/${url}`;
  let kept: Kept = objectOf(read(tab, key));
  // Where the tab keeps nothing, a page that is loaded again is told by the LMS that its token was given.
  const keep = (now: Kept) => write(tab, key, (kept = now));

  return {
    async token() {
      if (!kept.token) keep({ token: (await ask(url)) ?? undefined });
      return kept.token ?? null;
    },
    begun: () => !!kept.begun,
    ended: () => !!kept.ended,
    begin: () => keep({ ...kept, begun: true }),
    mark: () => kept.mark ?? null,
    setMark: (mark) => keep({ ...kept, mark }),
    end: () => keep({ ended: true, mark: kept.mark }),
  };
}

/** POST, since an answer to GET could come out of a cache. An error has the status 200 too, and no token. */
async function ask(url: string): Promise<string | null> {
  if (!url) return null;
  const answer = await patiently(
    () => fetch(url, { method: "POST", cache: "no-store" }).catch(() => null),
    (got) => !got || got.status >= 500,
  );
  const { "auth-token": token } = objectOf(parsed((await answer?.text().catch(() => null)) ?? null));
  return token && typeof token === "string" ? token : null;
}
