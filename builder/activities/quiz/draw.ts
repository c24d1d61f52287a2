// Which questions an attempt draws, apart from the page. What is kept are the numbers that were drawn, never what they were
// drawn by: so a draw outlives a change of its bank.

export interface Draw {
  /** How many of the quiz's fixed questions stand before it. */
  at: number;
  /** So many of these numbers. */
  pools: [take: number, from: number[]][];
}

const slotsOf = (draw: Draw): number[][] => draw.pools.flatMap(([take, from]) => Array<number[]>(take).fill(from));

/** Every number that the draws may draw. */
export const mayDraw = (draws: Draw[]): number[] => [...new Set(draws.flatMap(slotsOf).flat())];

/**
 * As many of the numbers as fit into the pools of all draws together, slot by slot; those that come first in `order` are
 * preferred to all that come later. A number moves over to another pool where that makes room (an augmenting path), so that
 * nothing is left out that any choice of slots could take.
 */
export function draw(draws: Draw[], order: number[]): number[] {
  const slots = draws.flatMap(slotsOf);
  const held: (number | undefined)[] = slots.map(() => undefined);
  const place = (n: number, tried: boolean[]): boolean =>
    slots.some((from, slot) => {
      if (tried[slot] || !from.includes(n)) return false;
      tried[slot] = true;
      const other = held[slot];
      if (other !== undefined && !place(other, tried)) return false;
      held[slot] = n;
      return true;
    });
  for (const n of order) place(n, []);
  return held.filter((n): n is number => n !== undefined);
}

/**
 * The order to draw by: first what is to `stay`, then what was never drawn, then what was, and last what the attempt
 * before had. Within each, as `shuffled` has them.
 */
export function preferred(shuffled: number[], stay: number[], seen: number[], before: number[]): number[] {
  const rank = (n: number) => (stay.includes(n) ? 0 : !seen.includes(n) ? 1 : before.includes(n) ? 3 : 2);
  return [...shuffled].sort((a, b) => rank(a) - rank(b));
}

/** The fixed questions with what was drawn between them, each draw in its place. */
export function placed(fixed: number[], draws: Draw[], drawn: number[]): number[] {
  let slot = 0;
  const groups = draws.map((each) => drawn.slice(slot, (slot += slotsOf(each).length)));
  const before = (i: number) => groups.filter((_, draw) => draws[draw]!.at === i).flat();
  return [...fixed.flatMap((n, i) => [...before(i), n]), ...before(fixed.length)];
}
