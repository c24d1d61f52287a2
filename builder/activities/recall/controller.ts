// Questions of earlier pages come back: copies of what stands there, with ids of their own. They are chosen when the page is
// seen after one of them was answered, and kept by number. An answer is reported under the question's own id; its record stays as it was.

import { activity, type ActivityData, answered, hook, type Host, openQuestion, type QuestionData, verdict, whenSeen } from "coursewright";
import { carry, pick } from "./pick";

interface RecallData extends ActivityData {
  /** Numbers of the pages whose practice questions come back. */
  pages: number[];
  count: number;
  missed?: true;
}

/** The questions as the server wrote them, by number: this runs before any of them was brought to life. */
const written = new Map<number, string>();
for (const recall of document.querySelectorAll<HTMLElement>("[data-kind=recall]")) {
  for (const page of recall.dataset.from!.split(" ")) {
    for (const question of document.querySelectorAll<HTMLElement>(`[data-page="${page}"] > .question`)) {
      written.set(Number(question.dataset.activity), question.outerHTML);
    }
  }
}

/** Another copy, all ids of which begin with `prefix`, and which is no activity of the page. */
const copy = (n: number, prefix: string): string =>
  written
    .get(n)!
    .replace("data-activity", "data-copy")
    .replace(/( (?:id|for|aria-(?:labelledby|describedby|controls))=")([^"]+)/g, (_, name: string, ids: string) => name + ids.replace(/\S+/g, `${prefix}$&`));

const numbers = (values: unknown): number[] => (values as number[] | undefined) ?? [];

function start(root: HTMLElement, data: RecallData, host: Host): void {
  const list = hook(root, "list");
  const kept = host.values(data.n);
  let [questions, done, right] = carry(numbers(kept?.questions), (n) => written.has(n), numbers(kept?.answered), numbers(kept?.right));
  const keep = () => host.put(data.n, { chosen: 1, questions: questions!, answered: done!, right: right! });

  const ask = (n: number, i: number) => {
    const prefix = `${data.id}--`;
    const about = host.data<QuestionData>(n);
    list.insertAdjacentHTML("beforeend", copy(n, prefix));
    const section = list.lastElementChild as HTMLElement;
    let began = 0;
    whenSeen(section, () => (began ||= host.clock()));
    const check = () => {
      const values = question.values();
      if ((rules.score(about, values) ?? 10000) === 10000) right = [...right!, i];
      done = [...done!, i];
      keep();
      answered(about, rules, values, Math.round(host.clock() - began)).forEach(host.record);
      question.show(true);
    };
    const question = openQuestion(section, { ...about, id: prefix + about.id }, host, () => undefined, check);
    const { rules } = question;
    question.write(null);
    if (done!.includes(i)) {
      const outcome = hook(section, "outcome");
      outcome.append(right!.includes(i) ? verdict("good", host.t("Correct")) : verdict("poor", host.t("Not correct")));
      outcome.hidden = false;
    } else {
      question.open();
    }
  };
  const show = () => {
    questions!.forEach(ask);
    hook(root, "early").hidden = true;
    hook(root, "list").hidden = !(hook(root, "nothing").hidden = !!questions!.length);
  };

  if (kept?.chosen) {
    if (questions!.length < numbers(kept.questions).length) keep();
    return show();
  }
  const seen = whenSeen(root, () => {
    const pages = host.course.pages.filter(({ n }) => data.pages.includes(n));
    const practice = pages.flatMap((page) => page.practice).filter((n) => written.has(n));
    const first = (n: number) => Number(host.values(n)?.first ?? 0);
    const found = pick(practice, first, data.count, data.missed);
    const met = practice.filter((n) => host.values(n)?.tries).length;
    // Nothing was missed only when all were answered: what is missed later must still come.
    if (found.length ? !met : met < practice.length) return;
    seen.disconnect();
    questions = found;
    keep();
    show();
  });
}

activity<RecallData>("recall", {
  start,
  done: (_, values) => !!values?.chosen && numbers(values.answered).length === numbers(values.questions).length,
});
