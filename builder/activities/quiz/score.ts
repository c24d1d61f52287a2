// The rules of a quiz's score, apart from the page: what an attempt is worth, and which attempt counts.

export type Counts = "best" | "last" | "first";

/** An attempt's score: points and their questions' scores (0 to 10000), rounded half up to whole hundredths. */
export function attemptScore(answers: { points: number; score: number }[]): number {
  const got = answers.reduce((sum, { points, score }) => sum + points * score, 0);
  const all = answers.reduce((sum, { points }) => sum + points, 0);
  return all ? Math.floor((2 * got + all) / (2 * all)) : 0;
}

/** The score that counts, of rows (attempt, score); null before the first. Of two rows of one attempt the better stands. */
export function countedScore(counts: Counts, rows: number[][]): number | null {
  if (!rows.length) return null;
  const attempts = rows.map(([attempt]) => attempt!);
  const which = counts === "last" ? Math.max(...attempts) : Math.min(...attempts);
  return Math.max(...rows.filter(([attempt]) => counts === "best" || attempt === which).map(([, score]) => score!));
}
