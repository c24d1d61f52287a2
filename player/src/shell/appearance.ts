// How the page looks on this device: the colour scheme that the learner prefers, and paper.

import { found } from "../elements";
import { recall, remember } from "./storage";

/** Without storage the choice lasts as long as the window. */
const KEY = "coursewright/appearance";

export function startAppearance(): void {
  const root = document.documentElement;
  // An LMS whose own policy forbids `data:` has refused the style sheet that came with the page.
  const styles = found<HTMLLinkElement>("file");
  if (styles && !getComputedStyle(root).getPropertyValue("--colour-page")) styles.href = styles.dataset.file!;
  const scheme = found("scheme");
  if (scheme) {
    const choice = scheme.querySelector("select")!;
    const apply = () => (root.dataset.scheme = choice.value);
    scheme.hidden = false;
    choice.value = recall(KEY) ?? "";
    apply();
    choice.onchange = () => {
      apply();
      remember(KEY, choice.value);
    };
  }
  for (const press of document.querySelectorAll<HTMLElement>("[data-print]")) {
    press.hidden = false;
    press.onclick = () => {
      root.toggleAttribute("data-print", press.dataset.print === "course");
      print();
    };
  }
  addEventListener("afterprint", () => root.removeAttribute("data-print"));
}
