// What the two ways of placing statements share: the learner's own order of them, and what is said after the answer.

import { en, hook, type Host, type QuestionView, rate, type Values } from "coursewright";
import { type CompareData, isNear, placed } from "./score";

export interface Placing extends Pick<QuestionView, "read" | "lacks" | "write"> {
  /** Shows the expert's places, or takes them away. */
  reveal(shown: boolean): void;
}

export const numberOf = (item: HTMLElement): number => Number(item.dataset.item);

/** The items of the question, put in an order that is never that of its options. */
export function mixed(root: HTMLElement, data: CompareData, host: Host): HTMLElement[] {
  const list = hook(root, "list");
  const right = data.options.map(({ n }) => n);
  const start = host.shuffle(data.n, right);
  if (String(start) === String(right)) start.reverse();
  list.append(...start.map((n) => list.querySelector(`[data-item="${n}"]`)!));
  return [...list.children] as HTMLElement[];
}

/** The whole view. In a quiz the expert's places are a key like any other; on a page they are what the question is for. */
export const view = (data: CompareData, host: Host, items: HTMLElement[], placing: Placing): QuestionView => ({
  ...placing,
  mark(values: Values | null, full) {
    for (const item of items) {
      const n = numberOf(item);
      const near = isNear(data, placed(values), n);
      const words = near ? en("As the expert sees it") : en("Not as the expert sees it");
      rate(item, values && data.graded ? (near ? "good" : "poor") : null, host.t(words), values ? data.feedback[n] : "");
    }
    placing.reveal(!!values && (full || !data.quiz));
  },
});
