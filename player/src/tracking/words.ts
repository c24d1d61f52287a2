// Text and ids for reports, within a standard's lengths: cut where a reader would cut them, and with a sign that they were.

import { hash } from "coursewright";

/** The text in at most `most` characters, cut after a word where there is one in the last third. Signs that nobody sees go. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 3).replace(/[\ud800-\udbff]$/, "");
  const end = cut.lastIndexOf(" ");
  return `${end > (most * 2) / 3 ? cut.slice(0, end) : cut}...`;
}

/**
 * The id in at most `most` characters. A longer one is cut between words and ends in a hash of the whole, so that different
 * ids stay different. (The builder gives ids of letters, digits, - and _ only: builder/source/slug.py.)
 */
export const identifier = (id: string, most: number): string =>
  id.length > most
    ? `${id.slice(0, most - 8).replace(/[-_][^-_]*$/, "")}-${hash(...[...id].map((sign) => sign.charCodeAt(0))).toString(36)}`
    : id;
