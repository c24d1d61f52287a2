// How right and wrong are said: a sign for the eye and a word for everybody, never a colour alone (WCAG 1.4.1).

import type { Host } from "../activity";
import { hook, make } from "../elements";
import { en } from "../sentence";

/** `missed` is right, and was not chosen; `noted` is neither right nor wrong. */
export type Rating = "good" | "missed" | "noted" | "fair" | "poor";

/** What each rating says of an answer. */
export const WORDS: Record<Rating, string> = {
  good: en("Correct"),
  missed: en("Correct, but not chosen"),
  noted: en("Thank you."),
  fair: en("Partly correct"),
  poor: en("Not correct"),
};

/** A line with a place for the rating's sign, which the style sheet puts there, and these words. */
export function verdict(rating: Rating, words: string): HTMLElement {
  const sign = make("span");
  sign.setAttribute("aria-hidden", "true");
  const line = make("p.verdict", sign, words);
  line.dataset.rating = rating;
  return line;
}

/**
 * Says at a part of a question how right it is (null says nothing of that), with feedback as HTML behind it, and then the
 * right answer as a sentence.
 */
export function rate(part: HTMLElement, host: Host, rating: Rating | null, feedback = "", answer = "", words = rating && WORDS[rating]): void {
  const place = hook(part, "feedback");
  place.innerHTML = feedback;
  if (rating) {
    part.dataset.mark = rating;
    place.prepend(verdict(rating, host.t(words!)));
  }
  if (answer) place.append(make("p.answer", answer));
}

/** Takes away all that was said so inside `root`. */
export function unrate(root: HTMLElement): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-mark]")) delete part.dataset.mark;
  for (const place of root.querySelectorAll("[data-feedback]")) place.replaceChildren();
}
