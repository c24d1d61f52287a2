// The player's own sentences: English is the key, a course in another language brings the translations.

import type { Host } from "../kit";

/** Looks sentences up in `strings` and fills `{name}` from `words`. */
export const translator =
  (strings: Record<string, string> = {}): Host["t"] =>
  (english, words = {}) =>
    (strings[english] ?? english).replace(/\{(\w+)\}/g, (written, name: string) => String(words[name] ?? written));
