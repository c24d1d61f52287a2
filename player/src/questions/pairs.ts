// Questions in which each item belongs to one of some targets: pairs to match, items to put into categories. An item's
// control is a select or some radio buttons (themes/base/templates/pairs.html).

import { en, hook, numberOf, type Option, type QuestionData, type QuestionKind, rate, rounded, type Values } from "coursewright";

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

/** 0 to 10000, in whole hundredths: the twin of builder/course/pairs_score.py. */
function score(data: PairsData, values: Values): number {
  const all = data.options.length;
  const hits = data.options.filter(({ n }) => taken(values, n) === data.pairs[n]).length;
  return hits < all && data.score === "all" ? 0 : rounded(10000 * hits, all);
}

/** What is chosen in an item's control. */
const choice = (row: HTMLElement) => Number(row.querySelector<HTMLInputElement>("select, :checked")?.value);

/** The rules of such a question. Its answer is `chosen`: place by place the target of the item of that number, 0 for none. */
export const pairsKind: QuestionKind<PairsData> = {
  bind(root, data, host) {
    const rows = [...root.querySelectorAll<HTMLElement>("[data-item]")];

    return {
      read() {
        const chosen: number[] = [];
        for (const row of rows) chosen[numberOf(row) - 1] = choice(row);
        return rows.some(choice) ? { chosen } : null;
      },
      lacks: () => !rows.every(choice),
      write(values) {
        for (const row of rows) {
          const given = row.querySelector<HTMLInputElement & HTMLOptionElement>(`[value="${taken(values, numberOf(row))}"]`);
          if (given) given.checked = given.selected = true;
        }
      },
      mark(values, full) {
        for (const row of rows) {
          const n = numberOf(row);
          const given = taken(values, n);
          const right = data.pairs[n]!;
          const good = given === right;
          hook(row, "given").textContent = target(data, given)?.text ?? "";
          rate(
            row,
            host,
            good ? "good" : "poor",
            (data.feedback[n] ?? "") + ((!good && data.astray[given]) || ""),
            full && !good ? host.t("Right answer: {answer}", { answer: target(data, right)!.text }) : "",
            given ? undefined : en("Not answered"),
          );
        }
      },
    };
  },
  score,
  response: (data, values) => ({
    type: "matching",
    chosen: data.options.flatMap((item): [Option, Option][] => {
      const found = target(data, taken(values, item.n));
      return found ? [[item, found]] : [];
    }),
  }),
};
