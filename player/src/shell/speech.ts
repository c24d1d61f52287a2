// Where the learner's attention is led: the polite live region, and the focus.

import { found, part } from "../elements";

/** Screen readers say what changes after the change was noticed, so sentences that come together wait for each other. */
const GATHER = 100;

let waiting: string[] = [];

/** Says a sentence in the live region; sentences of the same moment are said together. */
export function announce(sentence: string): void {
  const region = part("announce");
  if (!waiting.length) {
    region.textContent = "";
    setTimeout(() => {
      region.textContent = waiting.join(" ");
      waiting = [];
    }, GATHER);
  }
  waiting.push(sentence);
}

/** The heading of the page that is in view; null before the first one is. */
export const headingInView = (): HTMLElement | null | undefined => found("current")?.querySelector("h1");

/** Moves the focus to an element that is not a control, and brings it into view, its beginning first. */
export function focus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.offsetHeight > innerHeight ? "start" : "nearest" });
}
