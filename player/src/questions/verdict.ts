// How right and wrong are said: a sign for the eye and a word for everybody, never a colour alone (WCAG 1.4.1).

import { hook, make } from "../elements";

/** `missed` is right, and was not chosen; `noted` is neither right nor wrong. */
export type Rating = "good" | "missed" | "noted" | "fair" | "poor";

const signs: Record<Rating, string> = { good: "✓", missed: "✓", noted: "✓", fair: "~", poor: "✗" };

/** A line with the rating's sign and these words. */
export function verdict(rating: Rating, words: string): HTMLElement {
  const sign = make("span", signs[rating]);
  sign.setAttribute("aria-hidden", "true");
  const line = make("p.verdict", sign, ` ${words}`);
  line.dataset.rating = rating;
  return line;
}

/** Says at a part of a question how right it is (null says nothing of that), with feedback as HTML behind the words. */
export function rate(part: HTMLElement, rating: Rating | null, words: string, feedback = ""): void {
  const place = hook(part, "feedback");
  place.innerHTML = feedback;
  delete part.dataset.mark;
  if (rating) {
    part.dataset.mark = rating;
    place.prepend(verdict(rating, words));
  }
  place.hidden = !place.firstChild;
}
