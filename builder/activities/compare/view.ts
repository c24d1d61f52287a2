// What the two ways of placing statements share: what is said after the answer.

import { en, type Host, numberOf, type QuestionView, rate } from "coursewright";
import { type CompareData, isNear, placed } from "./score";

export interface Placing extends Pick<QuestionView, "read" | "lacks" | "write"> {
  /** Shows the expert's places, or takes them away. */
  reveal(shown: boolean): void;
}

/** The whole view. In a quiz the expert's places are a key like any other; on a page they are what the question is for. */
export const view = (data: CompareData, host: Host, items: HTMLElement[], placing: Placing): QuestionView => ({
  ...placing,
  mark(values, full) {
    for (const item of items) {
      const n = numberOf(item);
      const near = isNear(data, placed(values), n);
      const words = near ? en("As the expert sees it") : en("Not as the expert sees it");
      rate(item, host, data.graded ? (near ? "good" : "poor") : null, data.feedback[n], "", words);
    }
    placing.reveal(full || !data.quiz);
  },
  open: () => placing.reveal(false),
});
