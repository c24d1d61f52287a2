// The player's own sentences: English is the key, a course in another language brings the translations. Numbers as the
// course's language writes them.

import type { CourseData } from "../course/data";
import type { Host } from "../activity";

/** Looks sentences up in `strings` and fills `{name}` from `words`. */
export const translator =
  (strings: Record<string, string> = {}): Host["t"] =>
  (english, words = {}) =>
    (strings[english] ?? english).replace(/\{(\w+)\}/g, (written, name: string) => String(words[name] ?? written));

/** Says hundredths as a percentage, with two decimals at the most. */
export const percentage =
  ({ language }: CourseData): Host["percent"] =>
  (hundredths) =>
    (hundredths / 10000).toLocaleString(language, { style: "percent", maximumFractionDigits: 2 });
