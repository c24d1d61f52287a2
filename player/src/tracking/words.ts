// Text for reports: one line, cut where a reader would cut it, and with a sign that it was cut.

/** The text in at most `most` characters, cut after a word where there is one in the last third. */
export function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 3).replace(/[\ud800-\udbff]$/, "");
  const end = cut.lastIndexOf(" ");
  return `${end > (most * 2) / 3 ? cut.slice(0, end) : cut}...`;
}
