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
  const choice = document.querySelector<HTMLSelectElement>("[data-scheme] select");
  if (choice) {
    const apply = () => (root.dataset.scheme = choice.value);
    choice.closest<HTMLElement>("[data-scheme]")!.hidden = false;
    choice.value = recall(KEY) ?? "";
    apply();
    choice.addEventListener("change", () => {
      apply();
      remember(KEY, choice.value);
    });
  }
  for (const press of document.querySelectorAll<HTMLElement>("button[data-print]")) {
    press.hidden = false;
    press.addEventListener("click", () => {
      root.toggleAttribute("data-print", press.dataset.print === "course");
      print();
    });
  }
  addEventListener("afterprint", () => root.removeAttribute("data-print"));
  // Pictures of later pages come after all else, and then at once: a learner whose connection drops reads on.
  const fetchImages = () => {
    for (const image of document.images) image.loading = "eager";
  };
  if (document.readyState === "complete") fetchImages();
  else addEventListener("load", fetchImages);
}
