// Two windows with the same course would overwrite each other in the LMS. Each new one writes its number to the device's
// storage; the others hear of it, warn, and answer by theirs, below zero, so that the new one warns too.

import { random } from "../course/random";
import { remember } from "./storage";

/** Calls `warn` when the same course and learner are open in another window. Without storage nothing is said. */
export function watchSecondTab(key: string, warn: () => void): void {
  const number = 1 + random(2 ** 30);
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    warn();
    if (Number(event.newValue) > 0) remember(key, String(-number));
  });
  remember(key, String(number));
}
