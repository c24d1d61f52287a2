// What kinds share whose answer is typed: when it is kept.

import { beforeLeaving } from "coursewright";

/** Quiet after the last key before what was typed is kept, in milliseconds. */
const QUIET = 2000;

/**
 * Calls `keep` when the typing in `box` rests and before the page goes, as the form does when a field is left: a key is no
 * reason to write to an LMS. Not once the box is locked: then the answer was kept by whoever locked it.
 */
export function whenTyped(box: HTMLFieldSetElement, keep: () => void): void {
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
  };
  const flush = () => {
    if (timer && !box.disabled) keep();
    stop();
  };
  box.oninput = () => {
    stop();
    timer = window.setTimeout(flush, QUIET);
  };
  box.onchange = stop;
  beforeLeaving(flush);
}
