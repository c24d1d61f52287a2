// Text and ids for reports, within a standard's lengths: cut where a reader would cut them, and with a sign that they were.

import { hash } from "coursewright";

/** The text in at most `most` characters, cut after a word where there is one in the last third. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 3).replace(/[\ud800-\udbff]$/, "");
  const end = cut.lastIndexOf(" ");
  return `${end > (most * 2) / 3 ? cut.slice(0, end) : cut}...`;
}

/**
 * The id in at most `most` of the characters that every identifier of both standards may have. One that must change for
 * that is cut between words and ends in a hash of the whole, so that different ids stay different.
 */
export function identifier(id: string, most: number): string {
  if (/^[a-z\d][\w-]*$/i.test(id) && id.length <= most) return id;
  const words = id.replace(/[^a-z\d]+/gi, "-").replace(/^-/, "").slice(0, most - 8).replace(/-[^-]*$/, "");
  return [words, hash(...[...id].map((sign) => sign.codePointAt(0)!)).toString(36)].filter(Boolean).join("-");
}
