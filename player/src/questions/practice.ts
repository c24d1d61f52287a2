// Practice on a page: check an answer, read why, try again. Every check is reported; none counts for the score.

import type { Host } from "../activity";
import type { QuestionData } from "../course/data";
import { openQuestion } from "./asked";
import { hook, make, whenSeen } from "../elements";
import { answered } from "./report";

// What a question's `checked` says (docs/architecture.md, Records of the kinds).
const DRAFT = 0;
const SHOWN = 1;
const AGAIN = 2;
// Its `first`.
const RIGHT = 1;
const MISSED = 2;

/** Where tries are not limited, the answer may be looked up after so many: who is stuck learns nothing from another. */
const STUCK = 2;

/** Starts a question that stands on a page; those in a quiz are the quiz's. */
export function practise(section: HTMLElement, data: QuestionData, host: Host): void {
  const part = (name: string) => hook(section, name);
  const [retry, solution, outcome] = [part("retry"), part("solution"), part("outcome")];
  const { attempts } = data;
  const kept = host.values(data.n);
  let { checked = DRAFT, tries = 0, first = 0 } = (kept ?? {}) as Record<string, number>;
  let tried = checked && AGAIN;
  let began = 0;

  const keep = (now: number) => question.keep({ checked: now, tries, first });
  const check = () => {
    const got = score();
    tried = AGAIN;
    tries++;
    first ||= got === null ? 0 : got === 10000 ? RIGHT : MISSED;
    keep(SHOWN);
    answered(data, rules, question.values(), Math.round(host.clock() - began)).forEach(host.record);
    show();
  };
  const question = openQuestion(section, data, host, () => keep(tried), check);
  const { rules, view } = question;
  const score = () => rules.score(data, question.values());
  const count = (n: number) => {
    if (attempts) part("try").textContent = `${Math.min(n, attempts)}`;
  };

  const show = (asked = false) => {
    const over = !!attempts && tries >= attempts;
    const missed = (score() ?? 10000) < 10000;
    const full = asked || over || !missed;
    question.show(full);
    if (over && missed) outcome.append(make("p", host.t("That was your last try, so the answer is shown.")));
    count(tries);
    retry.hidden = over;
    solution.hidden = full || !!attempts || tries < STUCK;
  };
  const open = () => {
    question.open();
    count(tries + 1);
    retry.hidden = solution.hidden = true;
  };

  solution.onclick = () => {
    show(true);
    host.focus(outcome);
  };
  retry.onclick = () => {
    open();
    began = host.clock();
    const controls = [...(part("fieldset") as HTMLFieldSetElement).elements] as HTMLInputElement[];
    (controls.find(({ checked }) => checked) ?? controls[0])?.focus();
  };

  // An answer takes its time from when the question came into view, not from when the course was opened.
  whenSeen(section, () => (began ||= host.clock()));

  if (!question.write(kept) && tried) {
    tried = DRAFT;
    tries = 0;
    keep(DRAFT);
  }
  if (tried && checked === SHOWN && view.read()) show();
  else open();
}
