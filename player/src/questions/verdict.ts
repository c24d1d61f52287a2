// How right and wrong are said: a sign for the eye and a word for everybody, never a colour alone (WCAG 1.4.1).

import { make } from "../elements";

/** `missed` is right, and was not chosen. */
export type Rating = "good" | "missed" | "fair" | "poor";

const signs: Record<Rating, string> = { good: "✓", missed: "✓", fair: "~", poor: "✗" };

/** A line with the rating's sign and these words. */
export function verdict(rating: Rating, words: string): HTMLElement {
  const sign = make("span", signs[rating]);
  sign.setAttribute("aria-hidden", "true");
  const line = make("p.verdict", sign, ` ${words}`);
  line.dataset.rating = rating;
  return line;
}
