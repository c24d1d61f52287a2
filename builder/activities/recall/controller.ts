// Questions of earlier pages come back: copies of what stands there, with ids of their own. They are chosen when the page is
// first seen, and kept by number. An answer is reported under the question's own id; its record stays as it was.

import { activity, type ActivityData, answered, en, hook, type Host, openQuestion, type QuestionData, verdict, whenSeen } from "coursewright";
import { carry, pick } from "./pick";

interface RecallData extends ActivityData {
  /** Numbers of the pages whose practice questions come back. */
  pages: number[];
  count: number;
  missed?: true;
}

/** The questions as the server wrote them, by number: this runs before any of them was brought to life. */
const written = new Map<number, HTMLElement>();
for (const recall of document.querySelectorAll<HTMLElement>("[data-kind=recall]")) {
  for (const page of recall.dataset.from!.split(" ")) {
    for (const question of document.querySelectorAll<HTMLElement>(`[data-page="${page}"] > .question`)) {
      written.set(Number(question.dataset.activity), question.cloneNode(true) as HTMLElement);
    }
  }
}

const NAMES = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls"];

/** Another copy, all ids of which begin with `prefix`. */
function copy(n: number, prefix: string): HTMLElement {
  const section = written.get(n)!.cloneNode(true) as HTMLElement;
  delete section.dataset.activity;
  for (const element of [section, ...section.querySelectorAll("*")]) {
    for (const name of NAMES) {
      const ids = element.getAttribute(name);
      if (ids) element.setAttribute(name, ids.replace(/\S+/g, `${prefix}$&`));
    }
  }
  return section;
}

const numbers = (values: unknown): number[] => (values as number[] | undefined) ?? [];

function start(root: HTMLElement, data: RecallData, host: Host): void {
  const list = hook(root, "list");
  const kept = host.values(data.n);
  let [questions, done, right] = carry(numbers(kept?.questions), (n) => written.has(n), numbers(kept?.answered), numbers(kept?.right));
  const keep = () => host.put(data.n, { chosen: 1, questions: questions!, answered: done!, right: right! });

  const ask = (n: number, i: number) => {
    const prefix = `${data.id}--`;
    const about = host.data<QuestionData>(n);
    const section = copy(n, prefix);
    list.append(section);
    const part = (name: string) => hook(section, name);
    const [check, outcome] = [part("check"), part("outcome")];
    const question = openQuestion(section, { ...about, id: prefix + about.id }, host, () => undefined);
    const { rules } = question;
    let began = 0;
    whenSeen(section, () => (began ||= host.clock()));
    section.addEventListener("submit", (event) => {
      event.preventDefault();
      if (check.hidden) return;
      const lacking = question.lacks();
      if (lacking) {
        outcome.replaceChildren(verdict("fair", lacking));
        outcome.hidden = false;
      } else {
        const values = question.values();
        if ((rules.score(about, values) ?? 10000) === 10000) right = [...right!, i];
        done = [...done!, i];
        keep();
        answered(about, rules, values, Math.round(host.clock() - began)).forEach(host.record);
        question.show(true);
        check.hidden = true;
      }
      host.focus(outcome);
    });
    question.write(null);
    if (done!.includes(i)) {
      const good = right!.includes(i);
      outcome.replaceChildren(verdict(good ? "good" : "poor", host.t(good ? en("Correct") : en("Not correct"))));
      outcome.hidden = false;
    } else {
      question.open();
      check.hidden = false;
    }
  };
  const show = () => {
    questions!.forEach(ask);
    hook(root, "nothing").hidden = !!questions!.length;
  };

  if (kept?.chosen) {
    if (questions!.length < numbers(kept.questions).length) keep();
    return show();
  }
  const seen = whenSeen(root, () => {
    seen.disconnect();
    const practice = host.course.pages.filter(({ n }) => data.pages.includes(n)).flatMap((page) => page.practice);
    const first = (n: number) => Number(host.values(n)?.first ?? 0);
    questions = pick(practice.filter((n) => written.has(n)), first, data.count, data.missed);
    keep();
    show();
  });
}

activity<RecallData>("recall", {
  start,
  done: (_, values) => !!values?.chosen && numbers(values.answered).length === numbers(values.questions).length,
  paged: true,
});
