// The moment before the page hides or goes: what was typed and not yet kept is put now, and saved with all else after that.

/** The event at the window. */
export const LEAVING = "leaving";

/** Calls `put` each time before the session saves because the page hides or goes. */
export const beforeLeaving = (put: () => void): void => addEventListener(LEAVING, put);
