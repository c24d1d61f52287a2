// Questions in which each item belongs to one of some targets: pairs to match, items to put into categories. An item's
// control is a select or some radio buttons (themes/base/templates/pairs.html).

import { en, hook, type Option, type QuestionData, type QuestionKind, rate, type Response, type Values } from "coursewright";

/** What builder/course/pairs.py gives for such a question; its options are the items. */
export interface PairsData extends QuestionData {
  targets: Option[];
  /** The number of the right target by the item's. */
  pairs: Record<number, number>;
  /** `all`: everything right or nothing. `each`: the share of the items that are. */
  score: "all" | "each";
  /** HTML by the item's number, of those that have some. */
  feedback: Record<number, string>;
  /** HTML by the target's number, of those that have some: said of each item that was wrongly given to it. */
  astray: Record<number, string>;
}

/** The number of the target that an item was given to; 0 for none. */
const taken = (values: Values | null, item: number): number => ((values?.chosen ?? []) as number[])[item - 1] ?? 0;

const target = (data: PairsData, n: number) => data.targets.find((one) => one.n === n);

const pairs = (data: PairsData, targetOf: (item: number) => number): Response => ({
  type: "matching",
  chosen: data.options.flatMap((item): [Option, Option][] => {
    const found = target(data, targetOf(item.n));
    return found ? [[item, found]] : [];
  }),
});

/** 0 to 10000, in whole hundredths: the twin of builder/course/pairs_score.py. */
function score(data: PairsData, values: Values): number {
  const all = data.options.length;
  const hits = data.options.filter(({ n }) => taken(values, n) === data.pairs[n]).length;
  return hits < all && data.score === "all" ? 0 : Math.floor((20000 * hits + all) / (2 * all));
}

const number = (element: HTMLElement) => Number(element.dataset.n);

/** What is chosen in an item's control. */
const choice = (row: HTMLElement) => Number(row.querySelector<HTMLInputElement>("select, :checked")?.value);

/** The rules of such a question. Its answer is `chosen`: place by place the target of the item of that number, 0 for none. */
export const pairsKind: QuestionKind<PairsData> = {
  bind(root, data, host, changed) {
    for (const box of root.querySelectorAll<HTMLElement>("[data-shuffled]")) {
      const children = [...box.querySelectorAll<HTMLElement>(":scope > [data-n]")];
      // The salt keeps items and targets of the same numbers from coming in the same order, side by side.
      const order = host.shuffle(data.n, children.map(number), Number(box.dataset.shuffled));
      box.append(...order.map((n) => children.find((child) => number(child) === n)!));
    }
    const rows = [...root.querySelectorAll<HTMLElement>("[data-item]")];
    hook(root, "options").addEventListener("change", changed);

    return {
      read() {
        const chosen: number[] = [];
        for (const row of rows) chosen[number(row) - 1] = choice(row);
        return rows.some(choice) ? { chosen: Array.from(chosen, (n) => n || 0) } : null;
      },
      lacks: () => !rows.every(choice),
      write(values) {
        for (const row of rows) {
          for (const each of row.querySelectorAll<HTMLInputElement & HTMLOptionElement>("input, option")) {
            each.checked = each.selected = Number(each.value) === taken(values, number(row));
          }
        }
      },
      mark(values, full) {
        for (const row of rows) {
          const n = number(row);
          const given = taken(values, n);
          const good = given === data.pairs[n];
          const words = good ? en("Correct") : given ? en("Not correct") : en("Not answered");
          const astray = (!good && data.astray[given]) || "";
          rate(row, values && (good ? "good" : "poor"), host.t(words), values ? (data.feedback[n] ?? "") + astray : "");
          hook(row, "given").textContent = target(data, given)?.text ?? "";
          const right = hook(row, "right");
          right.hidden = !values || !full || good;
          right.textContent = `${right.dataset.right} ${target(data, data.pairs[n]!)!.text}`;
        }
      },
    };
  },
  score,
  response: (data, values) => pairs(data, (n) => taken(values, n)),
  correct: (data) => [pairs(data, (n) => data.pairs[n]!)],
};
