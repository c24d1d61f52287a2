// What every question has whose answer is some of its options: radio buttons or checkboxes on cards.

import type { QuestionData } from "../course/data";
import type { Values } from "../course/state";
import type { Host, QuestionKind, QuestionView } from "../activity";
import { numberOf } from "../elements";
import { rate } from "./verdict";

/** What builder/course/options.py gives for such a question. */
export interface ChoiceData extends QuestionData {
  /** Numbers of the right options. */
  right: number[];
  /** HTML by the option's number. */
  feedback: Record<number, string>;
}

/** The numbers of the options chosen in these values. */
export function chosen(values: Values | null): number[] {
  return ([values?.chosen].flat() as number[]).filter(Boolean);
}

/** The rules of such a question: exactly the right options are worth everything, any other answer nothing. */
export const optionsKind: QuestionKind<ChoiceData> = {
  bind: optionsView,
  score: (data, values) => (String(chosen(values)) === String(data.right) ? 10000 : 0),
  response: ({ options }, values) => ({ type: "choice", chosen: options.filter(({ n }) => chosen(values).includes(n)) }),
};

/** Binds `[data-option]` cards, each with a place for its feedback, and the input that has its number as value. */
function optionsView(root: HTMLElement, data: ChoiceData, host: Host): QuestionView {
  const cards = [...root.querySelectorAll<HTMLElement>("[data-option]")];
  // Its input may stand elsewhere than the card: in a text, say, that the cards are notes to.
  const input = (card: HTMLElement) => root.querySelector<HTMLInputElement>(`[value="${card.dataset.n}"]`)!;
  const many = input(cards[0]!).type === "checkbox";

  // A picture or a table cannot stand in a label, and is a part of the option all the same.
  for (const card of cards) card.querySelector(".option-more")?.addEventListener("click", () => input(card).click());

  return {
    read() {
      const numbers = cards.filter((card) => input(card).checked).map(numberOf);
      return numbers.length ? { chosen: many ? numbers : numbers[0]! } : null;
    },
    write(values) {
      for (const card of cards) input(card).checked = chosen(values).includes(numberOf(card));
    },
    mark(values, full) {
      for (const card of cards) {
        const n = numberOf(card);
        const right = data.right.includes(n);
        const taken = chosen(values).includes(n);
        const rating = taken ? (right ? "good" : "poor") : full && right ? "missed" : null;
        rate(card, host, rating, taken || full ? data.feedback[n] : "");
      }
    },
  };
}
