// What kinds share whose answer is typed: when it is kept, and how right it is, said beside the field.

import { en, hook, type Host } from "coursewright";

/** Quiet after the last key before what was typed is kept, in milliseconds. */
const QUIET = 2000;

/**
 * Calls `keep` when the typing in `box` rests, when a field is left, and before the page goes: a key is no reason to
 * write to an LMS. Not once the box is locked: then the answer was kept by whoever locked it.
 */
export function whenTyped(box: HTMLFieldSetElement, keep: () => void): void {
  let timer = 0;
  const flush = () => {
    if (timer && !box.disabled) keep();
    clearTimeout(timer);
    timer = 0;
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, QUIET);
  });
  box.addEventListener("change", flush);
  // The session commits what was put. At the document it listens after capturing, at the window after this (main.ts).
  for (const type of ["visibilitychange", "pagehide"]) addEventListener(type, flush, true);
}

/** Says at the field that `place` holds whether its answer is right; null says nothing of it. */
export function sign(place: HTMLElement, right: boolean | null, host: Host): void {
  const words = hook(place, "sign");
  delete place.dataset.mark;
  words.textContent = "";
  if (right === null) return;
  place.dataset.mark = right ? "good" : "poor";
  words.textContent = host.t(right ? en("Correct") : en("Not correct"));
}
