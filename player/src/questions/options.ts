// What every question has whose answer is some of its options: radio buttons or checkboxes on cards.

import type { Option, QuestionData } from "../course/data";
import type { Values } from "../course/state";
import type { Host, QuestionKind, QuestionView } from "../activity";
import type { Response } from "../tracking/tracker";
import { hook } from "../elements";
import { rate } from "./verdict";
import { en } from "../sentence";

/** What builder/course/options.py gives for such a question. */
export interface ChoiceData extends QuestionData {
  /** Numbers of the right options. */
  right: number[];
  /** HTML by the option's number. */
  feedback: Record<number, string>;
  /** Numbers of the options that come in the learner's own order; the others stay behind them. */
  shuffled: number[];
}

const WORDS = { good: en("Correct"), poor: en("Not correct"), missed: en("Correct, but not chosen") };

/** The numbers of the options chosen in these values. */
export function chosen(values: Values): number[] {
  return ([values.chosen].flat() as number[]).filter(Boolean);
}

/** The options of these numbers, as reports name them. */
export function named(data: QuestionData, numbers: number[]): Option[] {
  return data.options.filter((option) => numbers.includes(option.n));
}

/** The options of these numbers as a response. */
const choices = (data: QuestionData, numbers: number[]): Response => ({ type: "choice", chosen: named(data, numbers) });

/** The rules of such a question: exactly the right options are worth everything, any other answer nothing. */
export const optionsKind: QuestionKind<ChoiceData> = {
  bind: optionsView,
  score: (data, values) => (String(chosen(values)) === String(data.right) ? 10000 : 0),
  response: (data, values) => choices(data, chosen(values)),
  correct: (data) => [choices(data, data.right)],
};

/** Binds `[data-option]` cards, each with a place for its feedback, and the input that has its number as value. */
function optionsView(root: HTMLElement, data: ChoiceData, host: Host, changed: () => void): QuestionView {
  const box = hook(root, "options");
  const cards = new Map<number, HTMLElement>();
  for (const card of box.querySelectorAll<HTMLElement>("[data-option]")) cards.set(Number(card.dataset.option), card);
  const fixed = [...cards.keys()].filter((n) => !data.shuffled.includes(n));
  for (const n of [...host.shuffle(data.n, data.shuffled), ...fixed]) box.append(cards.get(n)!);

  // Its input may stand elsewhere than the card: in a text, say, that the cards are notes to.
  const input = (n: number) => box.querySelector<HTMLInputElement>(`[value="${n}"]`)!;
  const many = box.querySelector("[type=checkbox]") !== null;
  const picked = () => [...cards.keys()].filter((n) => input(n).checked);
  box.addEventListener("change", changed);

  return {
    read() {
      const numbers = picked().sort((a, b) => a - b);
      return numbers.length ? { chosen: many ? numbers : numbers[0]! } : null;
    },
    write(values) {
      const numbers = values ? chosen(values) : [];
      for (const n of cards.keys()) input(n).checked = numbers.includes(n);
    },
    mark(values, full) {
      const numbers = values ? chosen(values) : [];
      for (const [n, card] of cards) {
        const right = data.right.includes(n);
        const taken = numbers.includes(n);
        const shown = values && (taken || full);
        const rating = taken ? (right ? "good" : "poor") : shown && right ? "missed" : null;
        rate(card, rating, rating ? host.t(WORDS[rating]) : "", shown ? data.feedback[n] : "");
      }
    },
  };
}
