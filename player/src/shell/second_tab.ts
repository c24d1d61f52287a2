// Two windows with the same course would overwrite each other in the LMS. Each new one writes its token to the device's
// storage; the others hear of it, warn, and answer, so that the new one warns too.

import { random } from "../course/random";
import { remember } from "./storage";

/** Calls `warn` when the same course and learner are open in another window. Without storage nothing is said. */
export function watchSecondTab(key: string, warn: () => void): void {
  const token = String(random(2 ** 32));
  const answer = `here ${token}`;
  addEventListener("storage", (event) => {
    if (event.key !== key || !event.newValue) return;
    warn();
    if (!event.newValue.startsWith("here")) remember(key, answer);
  });
  remember(key, token);
}
