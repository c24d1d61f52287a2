// Where the LMS put the object that a SCORM course talks to (SCORM 1.2 RTE 3.3.2, SCORM 2004 RTE 3.3.2): in one of the
// windows above this one, or above the window that opened it. Some LMSs put it there late.

/** The LMS's object: functions by name. */
export type Api = Record<string, (...values: string[]) => unknown>;

/** As much of a window as the search needs. */
export interface WindowLike {
  parent: WindowLike;
  opener?: WindowLike | null;
}

export interface Found {
  api: Api | null;
  /** Whether a window on the way belonged to another origin, so that the LMS may be there and out of reach. */
  blocked: boolean;
}

const MOST_WINDOWS = 500;
const PATIENCE = 3000;
const STEP = 100;

/** Looks for the object of that name with that function, again and again for about three seconds. */
export async function findApi(name: string, entry: string, start: WindowLike): Promise<Found> {
  const alone = start.parent === start && !start.opener;
  for (let waited = 0; ; waited += STEP) {
    const found = lookUp(name, entry, start);
    if (found.api || alone || waited >= PATIENCE) return found;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/** One look through the windows above, then through those above the window that opened the nearest of them. */
export function lookUp(name: string, entry: string, start: WindowLike): Found {
  let blocked = false;
  let next: WindowLike | null | undefined = start;
  let opener: WindowLike | null | undefined;
  for (let i = 0; next && i <= MOST_WINDOWS; i++) {
    try {
      const api = (next as unknown as Record<string, Api | undefined>)[name];
      if (typeof api?.[entry] === "function") return { api, blocked };
    } catch {
      blocked = true; // another origin: its parent may still be ours
    }
    opener ??= next.opener;
    next = next.parent === next ? opener : next.parent;
  }
  return { api: null, blocked };
}
