// Which questions an attempt draws, apart from the page. What is kept are the numbers that were drawn, never what they were
// drawn by: so a draw outlives a change of its bank.

/** A question to draw: how many of the quiz's fixed questions stand before it, and the numbers that it may be. */
export type Slot = [at: number, from: number[]];

/** Every number that may be drawn. */
export const mayDraw = (slots: Slot[]): number[] => [...new Set(slots.flatMap(([, from]) => from))];

/**
 * A number for each slot, none twice; those that come first in `order` are preferred to all that come later. A number moves
 * over to another slot where that makes room (an augmenting path), so that nothing is left out that any choice could take.
 */
export function draw(slots: Slot[], order: number[]): number[] {
  const held: number[] = [];
  const place = (n: number, tried: boolean[]): boolean =>
    slots.some(([, from], slot) => {
      if (tried[slot] || !from.includes(n)) return false;
      tried[slot] = true;
      if (held[slot] && !place(held[slot]!, tried)) return false;
      held[slot] = n;
      return true;
    });
  for (const n of order) place(n, []);
  return held.filter(Boolean);
}

/**
 * The order to draw by: first what is to `stay`, then what was never drawn, then what was, and last what the attempt
 * before had. Within each, as `shuffled` has them.
 */
export function preferred(shuffled: number[], stay: number[], seen: number[], before: number[]): number[] {
  const rank = (n: number) => (stay.includes(n) ? 0 : !seen.includes(n) ? 1 : before.includes(n) ? 3 : 2);
  return [...shuffled].sort((a, b) => rank(a) - rank(b));
}

/** The fixed questions with what was drawn between them, in the places of the slots. */
export const placed = (fixed: number[], slots: Slot[], drawn: number[]): number[] =>
  [...fixed, 0].flatMap((n, i) => [...drawn.filter((_, slot) => slots[slot]?.[0] === i), n]).filter(Boolean);
