// Messages about the session that stay until the learner dismisses them, one a name.

import type { Host } from "../activity";
import { button, found, make, part } from "../elements";
import { announce, headingInView } from "./speech";

/** Shows a message in place of an earlier one of its name; `more` are links or buttons beside it. */
export function notice(t: Host["t"], name: string, sentence: string, warning = true, ...more: HTMLElement[]): void {
  forget(name);
  const dismiss = button(t("Dismiss"), () => {
    shown.remove();
    headingInView()?.focus({ preventScroll: true });
  });
  const shown = make("div.notice", make("p", sentence), make("div.actions", ...more, dismiss));
  shown.dataset.notice = name;
  shown.toggleAttribute("data-warning", warning);
  part("notices").append(shown);
  announce(sentence);
}

/** Takes the message of that name away. */
export const forget = (name: string): void => found(`notice="${name}"`)?.remove();
