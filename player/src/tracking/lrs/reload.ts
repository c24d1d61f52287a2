// Whether a page goes because it is loaded again: the Navigation API says so of what scripts do, the keyboard of what learners
// do. The browser's own button says nothing, so that a page it loads again comes after the end of its session.

/** Milliseconds from a key to the end of the page. */
const SOON = 3000;

/** From now on; what is given says whether the page is being loaded again. */
export function watchReloads(): () => boolean {
  let until = 0;
  const now = () => (until = performance.now() + SOON);
  (window as { navigation?: EventTarget }).navigation?.addEventListener("navigate", (event) => {
    if ((event as Event & { navigationType?: string }).navigationType === "reload") now();
  });
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "F5" || ((ctrlKey || metaKey) && /^r$/i.test(key))) now();
  });
  return () => performance.now() < until;
}
