// Questions that are put over the page, one at a time, in the theme's one `<dialog>`. Where a browser has no modal
// dialogs (Firefox 97), it opens in its place and takes the focus.

import type { Asker } from "../tracking/tracker";
import { button, make, part } from "../elements";

export type Button = Parameters<Asker["ask"]>[2][number];

/** Escape means this, and nothing where it is not offered: it must never be what throws work away. */
const BACK = "back";

let last: Promise<unknown> = Promise.resolve();

/** Asks after the dialogs before it; the first button is the main one. Resolves to the chosen button's value. */
export function openDialog(title: string, content: Node[], buttons: Button[]): Promise<string> {
  const asked = last.then(() => show(title, content, buttons));
  last = asked;
  return asked;
}

export const ask: Asker["ask"] = (title, body, buttons) =>
  openDialog(title, body.split("\n").map((line) => make("p", line)), buttons);

function show(title: string, content: Node[], buttons: Button[]): Promise<string> {
  const dialog = part<HTMLDialogElement>("dialog");
  const before = document.activeElement;
  return new Promise((resolve) => {
    const choose = (value: string) => {
      dialog.oncancel = dialog.onclose = dialog.onclick = null;
      if (dialog.close) dialog.close();
      else dialog.removeAttribute("open");
      // Before the first page there was nothing to come back to.
      const place = before === document.body ? document.getElementById("main") : (before as HTMLElement | null);
      place?.focus({ preventScroll: true });
      resolve(value);
    };
    const back = buttons.some(({ value }) => value === BACK);
    const actions = make("div.actions", ...buttons.map(({ value, label }, i) => button(label, () => choose(value), i ? "" : ".primary")));
    part("dialog-title").textContent = title;
    part("dialog-content").replaceChildren(...content, actions);
    dialog.oncancel = (event) => {
      if (!back) event.preventDefault();
    };
    // Chromium closes a dialog at the second Escape whatever a page says. The event comes late: that of the dialog before
    // this one may arrive when this one is open already.
    dialog.onclose = () => {
      if (dialog.open) return;
      if (!back) dialog.showModal();
      else choose(BACK);
    };
    // A link in a dialog leads to a page: the dialog makes way.
    dialog.onclick = (event) => {
      if (back && (event.target as Element).closest("a")) choose(BACK);
    };
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    dialog.querySelector<HTMLElement>("input, button")!.focus();
  });
}
