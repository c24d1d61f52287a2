// JSON that comes from elsewhere: from launches, LRSs, LMSs and the device's storage. It may be anything.

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** The value in that text; null where it is no JSON. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text!);
  } catch {
    return null;
  }
}

/** The value, where it is an object and no list; else an empty one. */
export const objectOf = (value: unknown): Json => (value && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {});
