// One question on the page with the rules of its kind, its hints and how sure the learner is: what practice and quizzes
// both drive.

import type { Host, QuestionKind, QuestionView } from "../activity";
import type { Hundredths, QuestionData } from "../course/data";
import { fit, type Values } from "../course/state";
import { questionKind } from "../registry";
import { hook } from "../elements";
import { type Rating, verdict } from "./verdict";
import { worth } from "./worth";
import { en } from "../sentence";

/** What a record's `sure` says of a learner who is (docs/architecture.md, Records of the kinds). */
const SURE = 3;

export interface Asked {
  readonly data: QuestionData;
  readonly rules: QuestionKind;
  readonly view: QuestionView;
  /** What there is to score, to report and to keep: the answer as it stands (none where `view.read()` is null), `sure`, `hints`. */
  values(): Values;
  /** Keeps that, with these fields of the record; `checked`, `tries` and `first` stay where they are not given. */
  keep(fields: Values): void;
  /** Shows what was kept. False where some of the answer makes no sense (any more), of which the learner is told. */
  write(kept: Values | null): boolean;
  /** 0 to 10000 for the answer as it stands, less what hints cost; 0 without one, null where the kind is never graded. */
  score(): Hundredths | null;
  /** Locks the answer and shows how right it was, and why; `full` shows the right answer and all feedback. */
  show(full: boolean): void;
  /** Takes the marks away and opens the question for an answer. */
  open(): void;
}

/**
 * Binds the question that `section` (its `[data-activity]`) holds; `changed` is called at every change of what is to be kept,
 * `check` when the learner has a whole answer checked. Without it the question has no button for that.
 */
export function openQuestion(section: HTMLElement, data: QuestionData, host: Host, changed: () => void, check?: () => void): Asked {
  const rules = questionKind(data.kind)!;
  const shape = host.course.state[data.n]!;
  const view = rules.bind(section, data, host, changed);
  const outcome = hook(section, "outcome");
  const button = hook(section, "check");
  const outdated = hook(section, "outdated");
  const hints = section.querySelectorAll<HTMLElement>("[data-hint]");
  const form = hook<HTMLFormElement>(section, "question");
  /** Three radio buttons, by a name that no id can be; null where it is not asked. */
  const sure = form.elements.namedItem(".sure") as RadioNodeList | null;
  const surprise = section.querySelector<HTMLElement>("[data-surprise]");
  let shown = 0;

  const values = () => fit(shape, { ...view.read(), sure: Number(sure?.value), hints: shown });
  /** Without an answer, what is graded is worth nothing. */
  const counted = (score: Hundredths | null) => (view.read() ? score : score && 0);
  /** The answer alone, to be compared. */
  const answer = (from: Values | null) => JSON.stringify(fit(shape, { ...from, checked: 0, tries: 0, first: 0, sure: 0, hints: 0 }));

  /** Each hint stands behind the button that shows it. */
  const showHints = (locked?: boolean) =>
    hints.forEach((hint, i) => {
      hint.hidden = i >= shown;
      (hint.previousElementSibling as HTMLElement).hidden = locked || i !== shown;
    });
  hints.forEach((hint) =>
    hint.previousElementSibling!.addEventListener("click", () => {
      shown++;
      showHints();
      host.focus(hint);
      changed();
    }),
  );
  section.querySelector("[data-sure]")?.addEventListener("change", changed);

  /** What to do before the answer can be checked, as a sentence; empty where nothing is missing. */
  const lacks = () => {
    if (!view.read()) return host.t("Give an answer first, then check it.");
    const lacking = view.lacks?.();
    if (lacking) return lacking === true ? host.t("Answer every part first, then check it.") : lacking;
    return sure?.value === "" ? host.t("Say how sure you are first, then check it.") : "";
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.hidden) return;
    const lacking = lacks();
    if (lacking) {
      outcome.replaceChildren(verdict("fair", lacking));
      outcome.hidden = false;
    } else {
      check!();
    }
    host.focus(outcome);
  });

  const lock = (locked: boolean) => {
    button.hidden = locked || !check;
    for (const fieldset of section.querySelectorAll("fieldset")) fieldset.disabled = locked;
    showHints(locked);
  };
  return {
    data,
    rules,
    view,
    values,
    keep(fields) {
      const { checked = 0, tries = 0, first = 0 } = host.values(data.n) ?? {};
      host.put(data.n, { ...values(), checked, tries, first, ...fields });
    },
    write(kept) {
      form.reset();
      if (sure) sure.value = String(kept?.sure);
      view.write(kept);
      shown = Math.min(Number(kept?.hints ?? 0), hints.length);
      return (outdated.hidden = answer(kept) === answer(view.read()));
    },
    score: () => counted(worth(data, rules, values())),
    show(full) {
      const now = values();
      const right = counted(rules.score(data, now));
      const left = counted(worth(data, rules, now));
      const surprised = now.sure === SURE && right !== null && right < 10000;
      const [rating, words]: [Rating, string] =
        right === 10000 ? ["good", en("Correct")] : right ? ["fair", en("Partly correct")] : ["poor", view.read() ? en("Not correct") : en("Not answered")];
      outdated.hidden = true;
      lock(true);
      view.mark(now, full || surprised);
      outcome.innerHTML = data.explain ?? "";
      if (surprised) {
        surprise!.hidden = false;
        outcome.prepend(surprise!);
      }
      const cost = right && left! < 10000 ? ` (${host.percent(left!)})` : "";
      outcome.prepend(left === null && view.read() ? verdict("noted", host.t("Thank you.")) : verdict(rating, host.t(words) + cost));
      outcome.hidden = false;
    },
    open() {
      lock(false);
      view.mark(null);
      outcome.hidden = true;
      outcome.replaceChildren();
    },
  };
}
