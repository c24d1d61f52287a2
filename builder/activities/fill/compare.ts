// How a typed answer is compared with the author's: the twin of compare.py, character by character.

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
 * slip for each three letters, and none where a digit is in the answer: another number is no typo.
 */
export function isNear(given: string, answer: string, typos: number): boolean {
  const one = [...given];
  const other = [...answer];
  const most = /[0-9]/.test(answer) ? 0 : Math.min(typos, Math.floor(other.length / LETTERS_A_SLIP));
  return Math.abs(one.length - other.length) <= most && slips(one, other) <= most;
}

/** The least number of slips between two texts (optimal string alignment distance), given as their code points. */
export function slips(one: string[], other: string[]): number {
  let above: number[] = [];
  let before: number[] = [];
  let row = [0, ...other.map((_, j) => j + 1)];
  one.forEach((letter, i) => {
    [above, before, row] = [before, row, [i + 1]];
    other.forEach((wanted, j) => {
      const least = Math.min(before[j + 1]! + 1, row[j]! + 1, before[j]! + Number(letter !== wanted));
      const swapped = i && j && letter === other[j - 1] && one[i - 1] === wanted;
      row.push(swapped ? Math.min(least, above[j - 1]! + 1) : least);
    });
  });
  return row[other.length]!;
}
