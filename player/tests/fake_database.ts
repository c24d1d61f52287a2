// A browser's IndexedDB for the tests, as far as player/src/tracking/lrs/store.ts uses it. What it holds outlives pages.

type Key = (string | number)[];
type Held = { key: Key };
type Callbacks = Record<string, (() => void) | undefined> & { result?: unknown };

export interface FakeDatabase {
  records: Map<string, Held>;
  /** What goes wrong: nothing answers, it may not be opened, or every write fails. */
  trouble: "none" | "silent" | "closed" | "full";
  /** The page has died: nothing that it asked for is answered any more. */
  forgetPage(): void;
}

const compare = (a: unknown, b: unknown): number => {
  if (Array.isArray(a) && Array.isArray(b)) {
    const different = a.map((each, i) => (i < b.length ? compare(each, b[i]) : 1)).find((each) => each);
    return different ?? a.length - b.length;
  }
  if (typeof a !== typeof b) return ["number", "string", "object"].indexOf(typeof a) - ["number", "string", "object"].indexOf(typeof b);
  return (a as number) < (b as number) ? -1 : a === b ? 0 : 1;
};

/** Puts an empty one in the browser's place. */
export function fakeDatabase(): FakeDatabase {
  let page = 0;
  const fake: FakeDatabase = { records: new Map(), trouble: "none", forgetPage: () => page++ };
  const later = (act: () => void) => {
    const asked = page;
    setImmediate(() => asked === page && act());
  };
  const request = (act: (made: Callbacks) => void): Callbacks => {
    const made: Callbacks = {};
    later(() => act(made));
    return made;
  };

  const objectStore = (changes: (() => void)[]) => ({
    put: (held: Held) => changes.push(() => fake.records.set(JSON.stringify(held.key), structuredClone(held))),
    delete: (key: Key) => changes.push(() => fake.records.delete(JSON.stringify(key))),
    getAll: ({ from, to }: { from: Key; to: Key }) => ({
      result: [...fake.records.values()]
        .filter(({ key }) => compare(key, from) >= 0 && compare(key, to) <= 0)
        .sort((a, b) => compare(a.key, b.key))
        .map((held) => structuredClone(held)),
    }),
  });
  const database = {
    createObjectStore: () => undefined,
    transaction() {
      const changes: (() => void)[] = [];
      const made: Callbacks = request(() => {
        if (fake.trouble === "full" && changes.length) return made.onabort?.();
        changes.forEach((change) => change());
        made.oncomplete?.();
      });
      return Object.assign(made, { objectStore: () => objectStore(changes) });
    },
  };
  const open = () =>
    request((made) => {
      made.result = database;
      if (fake.trouble === "silent") return;
      if (fake.trouble === "closed") return made.onerror?.();
      made.onupgradeneeded?.();
      made.onsuccess?.();
    });
  const IDBKeyRange = { bound: (from: Key, to: Key) => ({ from, to }) };
  Object.assign(globalThis, { indexedDB: { open }, IDBKeyRange });
  return fake;
}
