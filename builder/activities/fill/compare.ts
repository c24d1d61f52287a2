// How a typed answer is compared with the author's: the twin of compare.py, with the same outcome for every text.

// Listed and not left to `\s`, whose meaning differs between Python and JavaScript.
const BLANKS = /[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
// What keyboards put in by themselves; the final sigma, because only its place in the word tells it from the other.
const PLAIN: [RegExp, string][] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2010\u2011\u2013\u2014\u2212]/g, "-"],
  [/\u03c2/g, "\u03c3"],
  [BLANKS, " "],
  [/^ | $/g, ""],
];

const LETTERS_A_SLIP = 3;

/** What the author says of comparing. */
export interface Comparison {
  /** By capitals too. */
  case?: boolean;
  /** False for letters alone. */
  accents?: boolean;
}

/** The text as it is compared. */
export function fold(text: string, { case: capitals, accents = true }: Comparison): string {
  let folded = text.normalize();
  if (!capitals) folded = folded.toLowerCase();
  if (!accents) folded = folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return PLAIN.reduce((found, [from, to]) => found.replace(from, to), folded.normalize());
}

/**
 * Whether so many slips at the most part two folded texts: a letter too many, too few, wrong, or two swapped. At most one
 * slip for each three letters, and never in an answer that has a digit: another number is no typo.
 */
export function isNear(given: string, answer: string, typos: number): boolean {
  const letters = [...answer];
  return !/[0-9]/.test(answer) && isWithin([...given], letters, Math.min(typos, Math.floor(letters.length / LETTERS_A_SLIP)));
}

/** The same for their letters. Where both begin alike, taking that for a slip would never save another one. */
function isWithin(one: string[], other: string[], slips: number): boolean {
  const [a, ...rest] = one;
  const [b, ...others] = other;
  if (a === b) return a === undefined || isWithin(rest, others, slips);
  return (
    slips-- > 0 &&
    (isWithin(rest, other, slips) ||
      isWithin(one, others, slips) ||
      isWithin(rest, others, slips) ||
      (rest[0] === b && others[0] === a && isWithin(rest.slice(1), others.slice(1), slips)))
  );
}
