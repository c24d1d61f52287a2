// How right and wrong are said: a sign for the eye and a word for everybody, never a colour alone (WCAG 1.4.1).

/** `missed` is right, and was not chosen. */
export type Rating = "good" | "missed" | "fair" | "poor";

const signs: Record<Rating, string> = { good: "✓", missed: "✓", fair: "~", poor: "✗" };

/** A line with the rating's sign and these words. */
export function verdict(rating: Rating, words: string): HTMLElement {
  const line = document.createElement("p");
  const sign = document.createElement("span");
  line.className = "verdict";
  line.dataset.rating = rating;
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = signs[rating];
  line.append(sign, ` ${words}`);
  return line;
}
