// One question on the page with the rules of its kind, its hints and how sure the learner is: what practice and quizzes
// both drive.

import type { Host, QuestionKind, QuestionView } from "../activity";
import type { Hundredths, QuestionData } from "../course/data";
import { fit, type Values } from "../course/state";
import { questionKinds } from "../registry";
import { hook, make, numberOf } from "../elements";
import { type Rating, unrate, verdict, WORDS } from "./verdict";
import { worth } from "./worth";
import { en } from "../sentence";

/** What a record's `sure` says of a learner who is (docs/architecture.md, Records of the kinds). */
const SURE = 3;
/** So many fields come before a record's answer: `checked`, `tries`, `first`, `sure` and `hints`. */
const SHARED = 5;

export interface Asked {
  readonly section: HTMLElement;
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
  mix(section, data, host);
  const rules = questionKinds[data.kind]!;
  const shape = host.course.state[data.n]!;
  const view = rules.bind(section, data, host, changed);
  const outcome = hook(section, "outcome");
  const button = hook(section, "check");
  const outdated = hook(section, "outdated");
  const hints = section.querySelectorAll<HTMLElement>("[data-hint]");
  const form = hook<HTMLFormElement>(section, "question");
  /** Three radio buttons, by a name that no id can be; null where it is not asked. */
  const sure = form.elements.namedItem(".sure") as RadioNodeList | null;
  let shown = 0;

  const values = () => fit(shape, { ...view.read(), sure: Number(sure?.value), hints: shown });
  /** The answer alone, to be compared. */
  const answer = (from: Values | null) => JSON.stringify(Object.values(fit(shape, from ?? {})).slice(SHARED));

  /** Each hint stands behind the button that shows it. */
  const showHints = (locked?: boolean) =>
    hints.forEach((hint, i) => {
      hint.hidden = i >= shown;
      (hint.previousElementSibling as HTMLElement).hidden = locked || i !== shown;
    });
  for (const hint of hints) {
    (hint.previousElementSibling as HTMLElement).onclick = () => {
      shown++;
      showHints();
      host.focus(hint);
      changed();
    };
  }
  form.onchange = changed;

  /** What to do before the answer can be checked, as a sentence; false where nothing is missing. */
  const lacks = () => {
    if (!view.read()) return host.t("Give an answer first, then check it.");
    const lacking = view.lacks?.();
    if (lacking === true) return host.t("Answer every part first, then check it.");
    return lacking || (sure?.value === "" && host.t("Say how sure you are first, then check it."));
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (button.hidden) return;
    const lacking = lacks();
    if (lacking) outcome.replaceChildren(verdict("fair", lacking));
    else check!();
    host.focus(outcome);
  };

  const lock = (locked: boolean) => {
    button.hidden = locked || !check;
    for (const fieldset of section.querySelectorAll("fieldset")) fieldset.disabled = locked;
    showHints(locked);
    unrate(section);
  };
  return {
    section,
    data,
    rules,
    view,
    values,
    keep(fields) {
      const { checked, tries, first, ...rest } = values();
      host.put(data.n, { ...rest, ...fields });
    },
    write(kept) {
      form.reset();
      if (sure) sure.value = String(kept?.sure);
      view.write(kept);
      shown = Math.min(Number(kept?.hints ?? 0), hints.length);
      return (outdated.hidden = answer(kept) === answer(view.read()));
    },
    score: () => worth(data, rules, values()),
    show(full) {
      const now = values();
      const right = rules.score(data, now);
      const left = worth(data, rules, now);
      const given = view.read();
      const surprised = !!given && now.sure === SURE && right !== null && right < 10000;
      const all = full || surprised;
      const rating: Rating = right === 10000 ? "good" : right ? "fair" : right === null && given ? "noted" : "poor";
      const words = host.t(given ? WORDS[rating] : en("Not answered"));
      outdated.hidden = true;
      lock(true);
      view.mark(now, all);
      outcome.replaceChildren(verdict(rating, right && left! < 10000 ? `${words} (${host.percent(left!)})` : words));
      if (surprised) outcome.append(make("p", host.t("You were sure. That makes it worth a closer look: what we put right after being sure, we remember best.")));
      // Where tries are limited it might give the next one away.
      if (all || !data.attempts) outcome.insertAdjacentHTML("beforeend", data.explain ?? "");
    },
    open() {
      lock(false);
      view.open?.();
      outcome.replaceChildren();
    },
  };
}

/**
 * Puts the numbered children of each `[data-shuffled]` into the learner's order. Its value is a salt, which keeps things of
 * the same numbers from coming in the same order, side by side.
 */
function mix(section: HTMLElement, { n }: QuestionData, host: Host): void {
  for (const box of section.querySelectorAll<HTMLElement>("[data-shuffled]")) {
    const numbered = ([...box.children] as HTMLElement[]).filter(numberOf);
    for (const number of host.shuffle(n, numbered.map(numberOf), Number(box.dataset.shuffled))) {
      box.append(numbered.find((each) => numberOf(each) === number)!);
    }
  }
}
