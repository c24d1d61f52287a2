// One document of an LRS that several windows and devices may write (xAPI, part three, 2.2 and 3.1): nobody overwrites what
// they have not read.

import { type Answer, done, known } from "./client";
import { parsed } from "./json";
import { sha1 } from "./sha1";

/** Asks for the document with that method. */
export type AskDocument = (method: string, body?: string, headers?: Record<string, string>) => Promise<Answer>;

export type Written = { kind: "accepted" } | { kind: "refused"; reason: string } | { kind: "changed" };

export interface Document {
  /** Reads it; false where the LRS could not say what is there. */
  read(): Promise<boolean>;
  /** As it was read or written last; "" where there is none, null as long as that is not known. */
  text(): string | null;
  /** Writes it, unless somebody else has written since it was read: then it is read, and `changed`. */
  write(body: string): Promise<Written>;
}

/**
 * The document behind `ask`. What it must be to be overwritten is said by the tag that the LRS gave with it; where the browser
 * keeps that from us, by SHA-1, which the tag is (3.1); where the LRS means neither, by what was read a moment before.
 */
export function document(ask: AskDocument): Document {
  let text: string | null = null;
  let tag: string | null = null;
  /** Digests of all that was read or sent here: none of it is news, whenever it arrives. */
  const sent = new Set<string>();
  /** What was to be written last: an earlier writing that is tried again must not bring back what came before it. */
  let newest = "";
  /** What it must be to be overwritten is said by the LRS's tag, by SHA-1, or (2) not at all, as the LRS understands neither. */
  let way = 0;
  /** Whether it is read before each writing: the LRS's tags are not what SHA-1 makes them. */
  let reads = false;

  const look = async (): Promise<Answer> => {
    const answer = await ask("GET");
    if (known(answer)) [text, tag] = [answer.status === 200 ? answer.text : "", answer.tag];
    return answer;
  };

  return {
    read: async () => known(await look()),
    text: () => text,
    async write(given) {
      newest = given;
      if (text) sent.add(digest(text));
      sent.add(digest(given));
      let marked = false;
      for (let stale = false; ; stale = true) {
        if (stale || reads || text === null) {
          const before = text;
          const answer = await look();
          if (!known(answer)) return refused(answer);
          if (text === newest) return { kind: "accepted" };
          if (text && !sent.has(digest(text))) return { kind: "changed" };
          if (stale && text === before) {
            reads = true;
            // Where only the guess failed, the tag that came with it now is tried next.
            if ((marked || !tag) && ++way > 2) return refused(answer);
          }
        }
        const [held, mark, body] = [text, tag, newest];
        marked = !way && !!mark;
        const headers: Record<string, string> = way > 1 ? {} : held ? { "If-Match": (!way && mark) || `"${sha1(held)}"` } : { "If-None-Match": "*" };
        // While it is under way it counts as arrived: what a closing page sends meanwhile comes after it.
        [text, tag] = [body, null];
        const answer = await ask("PUT", body, headers);
        const arrived = done(answer);
        if (text === body) [text, tag] = arrived ? [body, answer.tag] : [held, mark];
        if (arrived) return { kind: "accepted" };
        if (answer.status !== 412 && answer.status !== 409) return refused(answer);
      }
    },
  };
}

const refused = ({ status, text }: Answer): Written => ({ kind: "refused", reason: `${status} ${text.slice(0, 200)}` });

/** The same for the same document, though the LRS has written its JSON anew. */
const digest = (text: string): string => sha1(JSON.stringify(Object.entries(parsed(text) ?? text).sort()));
