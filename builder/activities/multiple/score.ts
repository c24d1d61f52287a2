// How much a choice of several options is worth, in whole hundredths.

/** `all`: exactly the right ones or nothing. `each`: see `score`. */
export type Rule = "all" | "each";

/**
 * 0 to 10000. By `each`, the share of the right options that were chosen less the share of the wrong ones that were, so
 * that choosing everything is worth as little as choosing nothing.
 */
export function score(rule: Rule, chosen: number[], right: number[], options: number[]): number {
  const wrong = options.filter((n) => !right.includes(n));
  const hits = right.filter((n) => chosen.includes(n)).length;
  const slips = wrong.filter((n) => chosen.includes(n)).length;
  if (rule === "all") return hits === right.length && !slips ? 10000 : 0;
  const whole = right.length * (wrong.length || 1);
  const got = Math.max(0, hits * (wrong.length || 1) - slips * right.length);
  return Math.floor((20000 * got + whole) / (2 * whole));
}
