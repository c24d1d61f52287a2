// Two columns: the statements that are still to be ranked, and the learner's order of the others.

import { hook, type Host, make, numberOf } from "coursewright";
import { type CompareData, placed } from "./score";
import type { Placing } from "./view";

export function orders(root: HTMLElement, { options }: CompareData, host: Host, items: HTMLElement[], changed: () => void): Placing {
  const [from, to, expert] = [hook(root, "list"), hook(root, "ranking"), hook(root, "expert")];
  const ranked = () => [...to.children] as HTMLElement[];

  hook(root, "options").onclick = ({ target }) => {
    const { move } = (target as HTMLElement).dataset;
    if (!move) return;
    const item = (target as Element).closest<HTMLElement>("[data-item]")!;
    const [above, below] = [item.previousElementSibling, item.nextElementSibling];
    // In a column the other one goes round the item, which so keeps the focus.
    if (move === "up") above && item.after(above);
    else if (move === "down") below && item.before(below);
    else {
      (move === "add" ? to : from).append(item);
      // The button is gone with its column: the next statement there goes on, or else this one where it is now.
      [...(below ?? above ?? item).querySelectorAll("button")].find(({ offsetParent }) => offsetParent)!.focus();
    }
    const words = { item: hook(item, "words").textContent!, place: ranked().indexOf(item) + 1, count: to.children.length };
    host.announce(words.place ? host.t("{item} is now {place} of {count}", words) : host.t("{item} was taken back", words));
    changed();
  };
  expert.lastElementChild!.append(...options.map(({ text }) => make("li", text)));

  return {
    read: () => (to.firstChild ? { placed: ranked().map(numberOf) } : null),
    lacks: () => !!from.firstElementChild,
    write(values) {
      from.append(...items);
      for (const n of placed(values)) to.append(...items.filter((item) => numberOf(item) === n));
    },
    reveal(shown) {
      expert.hidden = !shown;
      from.parentElement!.hidden = shown && !from.firstElementChild;
    },
  };
}
