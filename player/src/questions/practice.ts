// Practice on a page: check an answer, read why, try again. Every check is reported; none counts for the score.

import type { Host } from "../activity";
import type { QuestionData } from "../course/data";
import { openQuestion } from "./asked";
import { hook, whenSeen } from "../elements";
import { answered } from "./report";
import { verdict } from "./verdict";

// What a question's `checked` says (docs/architecture.md, Records of the kinds).
const DRAFT = 0;
const SHOWN = 1;
const AGAIN = 2;

/** Starts a question that stands on a page; those in a quiz are the quiz's. */
export function practise(section: HTMLElement, data: QuestionData, host: Host): void {
  const form = hook(section, "question");
  const check = hook(section, "check");
  const retry = hook(section, "retry");
  const outcome = hook(section, "outcome");
  const kept = host.values(data.n);
  let tried = kept?.checked ? AGAIN : DRAFT;
  let began = 0;

  const question = openQuestion(section, data, host, () => {
    const answer = view.read();
    if (answer) host.put(data.n, { ...answer, checked: tried });
    else if (!tried) host.put(data.n, null);
  });
  const { rules, view } = question;

  const show = () => {
    question.show(question.score() === 10000);
    check.hidden = true;
    retry.hidden = false;
  };
  const open = () => {
    question.open();
    check.hidden = false;
    retry.hidden = true;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (check.hidden) return;
    const answer = view.read();
    if (!answer) {
      outcome.replaceChildren(verdict("fair", host.t("Choose an answer first, then check it.")));
      outcome.hidden = false;
    } else {
      tried = AGAIN;
      host.put(data.n, { ...answer, checked: SHOWN });
      answered(data, rules, answer, began ? Math.round(host.clock() - began) : 0).forEach(host.record);
      show();
    }
    host.focus(outcome);
  });
  retry.addEventListener("click", () => {
    open();
    began = host.clock();
    (form.querySelector<HTMLElement>(":checked") ?? form.querySelector("input"))?.focus();
  });

  // An answer takes its time from when the question came into view, not from when the course was opened.
  whenSeen(form, () => (began ||= host.clock()));

  view.write(kept);
  if (kept?.checked === SHOWN && view.read()) show();
  else open();
}
