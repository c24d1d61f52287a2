// Statements on their way to the LRS: in order, in batches, until each was acknowledged or refused for good. They have their
// ids from this device, so that sending one twice does no harm.

import { en } from "../../sentence";
import { type Answer, bytes } from "./client";
import { holds } from "./leftovers";
import { parsed } from "./json";
import type { Sending } from "./outgoing";
import { type LrsSession, OVER } from "./session";
import type { Statement } from "./statement";
import type { Entry, Store } from "./store";

export interface Outbox {
  /** Takes a statement, unless it has one with that id. */
  add(statement: Statement): void;
  /** Whether all is safe: on the device, or where that keeps nothing, with the LRS. */
  safe(): Promise<boolean>;
  /** Sends what waits, unless it is not yet time to try again; `now` does not wait for that. */
  send(now?: boolean): Promise<void>;
  /** The page may go: sends what is not under way at once, as much as may outlive a page. */
  last(): Promise<void>;
  /** Keeps at once what the device has not taken yet. What is not under way stays for the next launch. */
  hold(): void;
  /** How much is under way. */
  flying(): number;
  sending(): Sending;
  /** The refused ones, which are then no longer kept. */
  takeRefused(): Entry[];
}

const MOST = 50;
const MOST_BYTES = 60_000;
const FIRST_RETRY = 1000;
const LAST_RETRY = 60_000;
const LONGEST_WAIT = 3_600_000;

const ENDS = /\/(suspended|terminated)$/;

const UNREACHED = en("Answers cannot be sent at the moment. They are sent as soon as that is possible again.");
const FOREIGN = en("A web page answers in place of what records your answers. Perhaps you have to sign in to the network first.");

/**
 * `entries` are those of earlier sessions; `changed` is called whenever `sending()` says something new.
 */
export function openOutbox(
  { client, alive, over }: LrsSession,
  scope: string,
  store: Store,
  entries: Entry[],
  changed: () => void,
): Outbox {
  let waiting = entries.filter((entry) => !entry.refused);
  let refused = entries.filter((entry) => entry.refused);
  const earlier = new Set(waiting);
  const known = new Set(entries.map(({ statement }) => statement.id));
  const flying = new Set<Entry>();
  let place = entries[entries.length - 1]?.key[1] ?? 0;
  let writing = Promise.resolve();
  /** What the device has not said it keeps. */
  const loose = new Set<Entry>();
  let kept = true;
  let busy: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let problem: string | null = null;
  let most = MOST;
  /** So many of the first go one by one, to find the one that is refused. */
  let alone = 0;
  let held = false;

  const keep = (changing: Promise<boolean>) => {
    writing = Promise.all([writing, changing]).then(([, done]) => {
      if (kept && !done) {
        kept = false;
        changed();
      }
    });
  };

  const gone = (entries: Entry[]) => {
    waiting = waiting.filter((entry) => !entries.includes(entry));
    entries.forEach((entry) => loose.delete(entry));
  };

  const next = (): Entry[] => {
    const batch: Entry[] = [];
    let size = 2;
    for (const entry of held ? [] : waiting) {
      if (flying.has(entry)) continue;
      size += bytes(JSON.stringify(entry.statement)) + 1;
      // Those of earlier sessions go by themselves: a strict LMS refuses them all together.
      if (batch.length && (size > MOST_BYTES || batch.length >= (alone ? 1 : most) || earlier.has(entry) !== earlier.has(batch[0]!))) break;
      batch.push(entry);
    }
    return batch;
  };

  /** What the answer means for the batch; whether to go on with the next. */
  const settle = (batch: Entry[], answer: Answer, forGood: boolean): boolean => {
    const { status } = answer;
    const [first] = batch as [Entry];
    const single = batch.length === 1;
    const stored = status === 204 ? batch.length : status === 200 ? listed(answer.text) : -1;
    const delivered = stored === batch.length || (single && (status === 409 || stored >= 0));
    if (!single && !delivered && (stored >= 0 || [400, 403, 409, 413, 422].includes(status))) {
      if (status === 413) most = batch.length >> 1;
      else alone = batch.length;
      return true;
    }
    // A strict LMS takes nothing more of an earlier session, which says nothing of this one.
    const never = forGood || [400, 413, 422].includes(status) || (status === 403 && earlier.has(first) && client.works());
    if (delivered || never) {
      if (single && alone) alone--;
      failures = 0;
      problem = null;
      gone(batch);
      // That a session is over is all that its end says, and the LMS has said so.
      if (delivered || (status === 403 && ENDS.test((first.statement.verb as { id: string }).id))) keep(store.drop(batch));
      else {
        first.refused = `${status} ${answer.text.slice(0, 1000)}`;
        refused.push(first);
        keep(store.put(batch));
      }
      changed();
      return true;
    }
    const ended = status === 401 || status === 403;
    problem = status === 401 ? over : ended ? OVER : answer.foreign ? FOREIGN : UNREACHED;
    changed();
    const pause = Math.min(FIRST_RETRY * 2 ** failures++, LAST_RETRY);
    if (!ended) plan(Math.min(Math.max(pause * (0.5 + Math.random() / 2), answer.wait), LONGEST_WAIT));
    return false;
  };

  const plan = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(true), pause);
  };

  const post = async (batch: Entry[]): Promise<boolean> => {
    batch.forEach((entry) => flying.add(entry));
    let answer = await client.ask("POST", "statements", {}, JSON.stringify(batch.map(({ statement }) => statement)));
    const [first] = batch as [Entry];
    let forGood = false;
    if (batch.length === 1 && [400, 403].includes(answer.status)) {
      // What is refused now may have arrived before its session ended; what this session may not say does not end it.
      if (!earlier.has(first)) forGood = answer.status === 403 && (await alive());
      else if (await holds(client, first.statement.id)) answer = { ...answer, status: 409 };
    }
    batch.forEach((entry) => flying.delete(entry));
    return settle(batch, answer, forGood);
  };

  const run = async () => {
    for (;;) {
      const batch = next();
      if (!batch.length || !(await post(batch))) return;
    }
  };

  const send = (now = false): Promise<void> => {
    if (!busy && (now || !problem)) {
      clearTimeout(timer);
      busy = run().finally(() => (busy = null));
    }
    return busy ?? Promise.resolve();
  };

  const keepNow = () => store.last([...loose]);

  return {
    add(statement) {
      if (known.has(statement.id)) return;
      known.add(statement.id);
      const entry: Entry = { key: [scope, ++place, statement.id], statement };
      waiting.push(entry);
      loose.add(entry);
      keep(
        store.put([entry]).then((done) => {
          if (done) loose.delete(entry);
          return done;
        }),
      );
      changed();
    },
    async safe() {
      await writing;
      if (!kept) await send();
      return kept || !waiting.length;
    },
    send,
    async last() {
      const batch = next();
      keepNow();
      if (batch.length) await post(batch);
      keepNow();
    },
    hold() {
      held = true;
      keepNow();
    },
    flying: () => flying.size,
    sending: () => ({ waiting: waiting.length, refused: refused.length, kept, problem }),
    takeRefused() {
      const taken = refused;
      refused = [];
      keep(store.drop(taken));
      changed();
      return taken;
    },
  };
}

/** How many ids the LRS lists; -1 where it is no list, and nobody knows what became of the statements. */
function listed(text: string): number {
  const ids = parsed(text);
  return Array.isArray(ids) ? ids.length : -1;
}
