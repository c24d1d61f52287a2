// The seconds until a choice happens by itself. They pass only while the learner could see what to choose.

/** Counts down, telling each second how many are left, while `form` is in view; at the end it calls `then`. Gives what stops it. */
export function countDown(seconds: number, form: HTMLElement, tell: (left: number) => void, then: () => void): () => void {
  let left = seconds;
  tell(left);
  const ticking = setInterval(() => {
    if (document.hidden || !form.offsetParent || document.querySelector("dialog[open]")) return;
    tell(--left);
    if (left <= 0) then();
  }, 1000);
  return () => clearInterval(ticking);
}
