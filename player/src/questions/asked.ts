// One question on the page with the rules of its kind: what practice and quizzes both drive.

import type { Host, QuestionKind, QuestionView } from "../activity";
import type { Hundredths, QuestionData } from "../course/data";
import { questionKind } from "../registry";
import { hook } from "../elements";
import { type Rating, verdict } from "./verdict";

export interface Asked {
  readonly data: QuestionData;
  readonly rules: QuestionKind;
  readonly view: QuestionView;
  /** 0 to 10000 for the answer as it stands; 0 without one, null where the kind is never graded. */
  score(): Hundredths | null;
  /** Locks the answer and shows how right it was, and why; `full` shows every option's feedback. */
  show(full: boolean): void;
  /** Takes the marks away and opens the question for an answer. */
  open(): void;
}

/** Binds the question that `section` (its `[data-activity]`) holds; `changed` is called at every change of the answer. */
export function openQuestion(section: HTMLElement, data: QuestionData, host: Host, changed: () => void): Asked {
  const rules = questionKind(data.kind)!;
  const view = rules.bind(section, data, host, changed);
  const outcome = hook(section, "outcome");

  const score = () => {
    const values = view.read();
    return values ? rules.score(data, values) : 0;
  };
  return {
    data,
    rules,
    view,
    score,
    show(full) {
      const values = view.read();
      const got = score();
      const [rating, words]: [Rating, string] =
        got === 10000 ? ["good", "Correct"] : got ? ["fair", "Partly correct"] : ["poor", values ? "Not correct" : "Not answered"];
      view.lock(true);
      view.mark(values ?? {}, full);
      outcome.innerHTML = data.explain ?? "";
      if (got !== null) outcome.prepend(verdict(rating, host.t(words)));
      outcome.hidden = false;
    },
    open() {
      view.lock(false);
      view.mark(null);
      outcome.hidden = true;
      outcome.replaceChildren();
    },
  };
}
