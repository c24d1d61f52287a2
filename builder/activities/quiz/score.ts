// The rules of a quiz's score, apart from the page: what an attempt is worth, and which attempt counts.

export type Counts = "best" | "last" | "first";

/**
 * The row that counts, of rows (attempt, score); undefined before the first. Of two rows of one attempt the better stands,
 * of two attempts that are as good the earlier.
 */
export function counted(counts: Counts, rows: number[][]): number[] | undefined {
  const order = { best: 0, last: -1, first: 1 }[counts];
  return [...rows].sort(([a, x], [b, y]) => order * (a! - b!) || y! - x! || a! - b!)[0];
}

/** Scores by the ids in `goals`, of the attempt that counts, from rows (attempt, the id's number, score). */
export function goalScores(goals: Record<number, string>, attempt: number | undefined, rows: number[][]): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const [of, n, score] of rows) {
    const id = goals[n!];
    // Two devices may have sent the same attempt.
    if (id && of === attempt) scores[id] = Math.max(scores[id] ?? 0, score!);
  }
  return scores;
}

/** The score that counts; null before the first attempt was sent. */
export const countedScore = (counts: Counts, rows: number[][]): number | null => counted(counts, rows)?.[1] ?? null;
