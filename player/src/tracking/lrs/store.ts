// Statements on this device until they are acknowledged: IndexedDB, one record a statement. Where a browser has none (private
// windows and web views throw, or never answer) they last as long as the window. It writes in its own time, too late for what is
// said as a page goes: that is left in the storage which writes at once.

import { recall, remember } from "coursewright";
import { parsed } from "./json";
import type { Statement } from "./statement";

export interface Entry {
  /** Whose it is and its place among them; the statement's id keeps those of two windows apart. */
  key: [scope: string, place: number, id: string];
  statement: Statement;
  /** What the LRS said when it refused the statement for good. */
  refused?: string;
}

/** Both change nothing and answer false where the device cannot do it. */
export interface Store {
  put(entries: Entry[]): Promise<boolean>;
  drop(entries: Entry[]): Promise<boolean>;
  /** The page may go before the device has taken these, which it had not: keeps them at once, in place of all it kept so before. */
  last(entries: Entry[]): void;
}

const DATABASE = "coursewright";
const STATEMENTS = "statements";
/** Milliseconds that a browser has to open it. */
const PATIENCE = 3000;

/** The store, and what it holds of that scope (one learner's attempt at one course, in one LRS), in order. */
export async function openStore(scope: string): Promise<{ store: Store; entries: Entry[] }> {
  const late = new Promise<null>((give) => setTimeout(give, PATIENCE, null));
  const database = await Promise.race([open(), late]).catch(() => null);

  const run = <T>(act: (records: IDBObjectStore) => IDBRequest<T> | void): Promise<T | undefined> =>
    new Promise((give, fail) => {
      const transaction = database!.transaction(STATEMENTS, "readwrite");
      const request = act(transaction.objectStore(STATEMENTS));
      transaction.oncomplete = () => give(request?.result);
      transaction.onabort = fail;
    });
  const change = (act: (records: IDBObjectStore) => void): Promise<boolean> => run(act).then(() => true, () => false);

  // An array comes after every number.
  const held = (await run<Entry[]>((records) => records.getAll(IDBKeyRange.bound([scope], [scope, []]))).catch(() => null)) ?? [];
  const key = `coursewright/last/${scope}`;
  const lasting = (but: Set<string>) => ((parsed(recall(key)) ?? []) as Entry[]).filter(({ key }) => !but.has(key[2]));
  const added = lasting(new Set(held.map(({ key }) => key[2])));
  const own = new Set<string>();
  const put = (entries: Entry[]) => change((records) => entries.forEach((entry) => records.put(entry)));
  if (await put(added)) remember(key, null);
  return {
    store: {
      put,
      drop: (entries) => change((records) => entries.forEach(({ key }) => records.delete(key))),
      last(entries) {
        entries.forEach(({ key }) => own.add(key[2]));
        // Another window of the same learner may have left something there as it went.
        const all = [...lasting(own), ...entries];
        remember(key, all.length ? JSON.stringify(all) : null);
      },
    },
    entries: [...held, ...added],
  };
}

const open = (): Promise<IDBDatabase> =>
  new Promise((give, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STATEMENTS, { keyPath: "key" });
    request.onsuccess = () => give(request.result);
    request.onerror = fail;
  });
