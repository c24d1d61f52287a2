// How much an order is worth, in whole hundredths: the twin of score.py.

import { rounded } from "coursewright";

/**
 * 0 to 10000: the share of the key's neighbours (at least one pair) that come one right after the other in this order;
 * with `all` nothing for any order but the key's.
 */
export function orderScore(order: number[], key: number[], all: boolean): number {
  if (all) return String(order) === String(key) ? 10000 : 0;
  const hits = key.filter((n, at) => at && `,${order},`.includes(`,${key[at - 1]},${n},`)).length;
  return rounded(10000 * hits, key.length - 1);
}
