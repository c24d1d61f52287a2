// Which questions come back, apart from the page.

/** A question's `first` where its first answer was not right (docs/architecture.md, Records of the kinds). */
export const MISSED = 2;

/**
 * At most `count` of the numbers, which are in reading order: those missed at first, then, unless just these are wanted, the
 * others. `first` gives what is kept of a question's first answer.
 */
export function pick(numbers: number[], first: (n: number) => number, count: number, missedOnly?: boolean): number[] {
  const missed = numbers.filter((n) => first(n) === MISSED);
  const others = numbers.filter((n) => first(n) !== MISSED);
  return [...missed, ...(missedOnly ? [] : others)].slice(0, count);
}

/** What is kept of the questions that are still there: their numbers, and the places of those answered and right. */
export function carry(questions: number[], there: (n: number) => boolean, ...places: number[][]): number[][] {
  const stay = questions.flatMap((n, i) => (there(n) && questions.indexOf(n) === i ? [i] : []));
  return [stay.map((i) => questions[i]!), ...places.map((some) => stay.flatMap((i, now) => (some.includes(i) ? [now] : [])))];
}
