// Orders that look random and are the same every time. The builder and older learners' states count on them: `hash` must
// never change.

/** A number from 0 to `count` - 1 by the browser's own generator (randomUUID is missing on plain http, this is not). */
export const random = (count: number): number => crypto.getRandomValues(new Uint32Array(1))[0]! % count;

/** The 32 bits of MurmurHash3's last step, folded over the words: different words of one length rarely meet. */
export const hash = (...words: number[]): number => words.reduce((mixed, word) => mix(mixed ^ word), 0);

/**
 * The numbers in the order of hash(seed, n, salt, number): one learner's order of one thing's options. A number that is
 * added later leaves the others in their order.
 */
export function shuffle(seed: number, n: number, numbers: number[], salt = 0): number[] {
  return numbers
    .map((number) => [hash(seed, n, salt, number), number] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, number]) => number);
}

function mix(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
