// How much an order is worth, in whole hundredths: the twin of score.py.

/**
 * 0 to 10000: the share of the key's neighbours (at least one pair) that come one right after the other in this order;
 * with `all` nothing for any order but the key's.
 */
export function orderScore(order: number[], key: number[], all: boolean): number {
  if (all) return String(order) === String(key) ? 10000 : 0;
  const hits = key.filter((n, at) => at && `,${order},`.includes(`,${key[at - 1]},${n},`)).length;
  const pairs = key.length - 1;
  return Math.floor((20000 * hits + pairs) / (2 * pairs));
}
