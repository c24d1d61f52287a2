// How much a choice of several options is worth where each counts by itself, in whole hundredths.

/**
 * 0 to 10000: the share of the right options that were chosen less the share of the wrong ones that were, so that
 * choosing everything is worth as little as choosing nothing. `wrong` is how many of the options are.
 */
export function eachScore(chosen: number[], right: number[], wrong: number): number {
  const hits = chosen.filter((n) => right.includes(n)).length;
  const slips = chosen.length - hits;
  const all = right.length * (wrong || 1);
  const got = Math.max(0, hits * (wrong || 1) - slips * right.length);
  return Math.floor((20000 * got + all) / (2 * all));
}
