// A list that the learner puts in order by the two buttons of each item: what kinds share whose answer is an order.

import { type Host, hook, numberOf, type QuestionData, type QuestionView } from "coursewright";

export interface Ranking extends Omit<QuestionView, "mark"> {
  /** The items as they stand, from top to bottom. */
  items(): HTMLElement[];
  /** Moves an item up or down by one place, where there is one. */
  move(item: HTMLElement, up: boolean): void;
}

/** The items of a list that was put into the learner's order: never the right one, which is that of the options. */
export function disorder(list: HTMLElement, { options }: QuestionData): HTMLElement[] {
  const items = [...list.children] as HTMLElement[];
  return String(items.map(numberOf)) === String(options.map(({ n }) => n)) ? items.reverse() : items;
}

/** Binds the list in `root`. Its answer is `order`, the numbers from top to bottom; there is none until something was moved. */
export function ranking(root: HTMLElement, data: QuestionData, host: Host, changed: () => void): Ranking {
  const list = hook(root, "ranking");
  // An answer is always something that was done.
  const start = disorder(list, data);
  let moved = false;

  const items = () => [...list.children] as HTMLElement[];
  const move = (item: HTMLElement, up: boolean) => {
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      // The other one goes round the item, which so keeps the focus and the pointer.
      item[up ? "after" : "before"](other);
      item.scrollIntoView({ block: "nearest" });
      moved = true;
      changed();
    }
    const all = items();
    const place = { item: hook(item, "words").textContent!, place: all.indexOf(item) + 1, count: all.length };
    host.announce(host.t("{item} is now {place} of {count}", place));
  };
  list.onclick = ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-move]");
    if (button) move(button.closest<HTMLElement>("[data-item]")!, button.dataset.move === "up");
  };

  return {
    items,
    move,
    read: () => (moved ? { order: items().map(numberOf) } : null),
    write(values) {
      const kept = ((values?.order ?? []) as number[]).flatMap((n) => list.querySelector(`[data-n="${n}"]`) ?? []);
      moved = !!kept.length;
      list.append(...start);
      list.prepend(...kept);
    },
  };
}
