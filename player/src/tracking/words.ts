// Text and ids for reports, within a standard's lengths: cut where a reader would cut them, and with a sign that they were.

/** The text in at most `most` characters, cut after a word where one ends near there. Signs that nobody sees go. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 3).replace(/( \S{0,50}|[\ud800-\udbff])$/, "")}...` : line;
}
