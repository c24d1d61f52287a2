// The player's own sentences. They stand in the code in English, and the bundler (player/sentences.mjs) puts a number in the
// place of each: the course brings them in its language. Numbers as the course's language writes them.

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
