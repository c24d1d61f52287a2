// The seconds until a choice happens by itself. They pass only while the learner could see what to choose.

/** Counts down in `place` while `form` is in view; at the end it calls `then`. Gives what stops it. */
export function countDown(seconds: number, form: HTMLElement, place: HTMLElement, then: () => void): () => void {
  const tell = (): unknown => (place.textContent = String(seconds));
  tell();
  const ticking = setInterval(() => {
    if (document.hidden || !form.offsetParent || document.querySelector("dialog[open]")) return;
    seconds--;
    tell();
    if (seconds <= 0) then();
  }, 1000);
  return () => clearInterval(ticking);
}
