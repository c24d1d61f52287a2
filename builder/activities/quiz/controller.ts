// A quiz: questions that are answered together, sent together and counted. Each change of an answer is kept at once; a
// confirmation names what has no answer yet (WCAG 3.3.4); marks and feedback are shown when the attempt was sent.

import { activity, type ActivityData, answered, type Asked, hook, type Host, openQuestion, type Values } from "coursewright";
import { attemptScore, countedScore, type Counts } from "./score";

interface QuizData extends ActivityData {
  attempts: number;
  counts: Counts;
  shuffle: boolean;
  /** Numbers of its questions, in the author's order. */
  questions: number[];
}

// What a quiz's `phase` says; 0 is not begun.
const ANSWERING = 1;
const SENT = 2;

const rowsOf = (values: Values | null): number[][] => (values?.attempts as number[][] | undefined) ?? [];

function start(root: HTMLElement, data: QuizData, host: Host): () => void {
  const part = (name: string) => hook(root, name);
  const list = part("questions");
  const next = part("next");
  const kept = host.values(data.n);
  let rows = rowsOf(kept);
  let phase = Number(kept?.phase ?? 0);
  let attempt = Number(kept?.attempt ?? 0);
  let practice = phase === ANSWERING && host.final();

  // How long each answer took: from the change before it, whichever question that was in.
  const spent = new Map<number, number>();
  let since = host.clock();
  const place = (n: number) => list.querySelector<HTMLElement>(`[data-activity="${n}"]`)!;
  const open = (n: number): Asked => {
    place(n).addEventListener("submit", (event) => event.preventDefault());
    const asked = openQuestion(place(n), host.data(n), host, () => {
      const at = host.clock();
      spent.set(n, (spent.get(n) ?? 0) + at - since);
      since = at;
      const answer = asked.view.read();
      if (!practice) host.put(n, answer && { ...answer, checked: 0 });
    });
    asked.view.write(host.values(n));
    return asked;
  };
  const questions = new Map(data.questions.map((n) => [n, open(n)]));
  const order = () => (data.shuffle ? host.shuffle(data.n, data.questions, attempt) : data.questions);
  const scored = () =>
    attemptScore(
      [...questions.values()].flatMap((asked) => {
        const score = asked.score();
        return score === null ? [] : [{ points: asked.data.points, score }];
      }),
    );

  const ofAttempts = (words: string, n: number) => host.t(words, { attempt: n, attempts: data.attempts });
  const percent = (score: number | null) => host.percent(score ?? 0);

  /** Puts the page into the state that the variables say. */
  const show = () => {
    part("intro").hidden = phase > 0;
    list.hidden = part("where").hidden = phase === 0;
    part("send").hidden = phase !== ANSWERING;
    part("result").hidden = phase !== SENT;
    offer();
    part("practice").hidden = !practice;
    part("attempt").hidden = practice;
    part("attempt").textContent = ofAttempts("Attempt {attempt} of {attempts}", attempt);
    list.append(...order().map((n) => place(n).parentElement!));
    for (const asked of questions.values()) {
      if (phase === SENT) asked.show(true);
      else asked.open();
    }
    if (phase !== SENT) return;
    const rowsNow = rows.filter(([n]) => n === attempt);
    part("score").textContent = percent(practice ? scored() : countedScore("best", rowsNow));
    if (data.attempts > 1) part("counted").textContent = percent(countedScore(data.counts, rows));
  };

  /** Offers the next attempt: one that counts, as long as there is one and the result is open, or practice. */
  const offer = () => {
    const over = rows.length >= data.attempts;
    part("spent").hidden = !over || host.final();
    next.hidden = phase !== SENT || (over && !host.final());
    next.textContent = host.final() ? host.t("Practise again") : ofAttempts("Start attempt {attempt} of {attempts}", rows.length + 1);
  };

  const begin = () => {
    practice = host.final();
    phase = ANSWERING;
    attempt = rows.length + 1;
    for (const [n, { view }] of questions) {
      view.write(null);
      if (!practice) host.put(n, null);
    }
    if (!practice) host.put(data.n, { attempt, phase });
    spent.clear();
    since = host.clock();
    show();
    host.focus(part("where"));
  };

  const send = async () => {
    const shown = order();
    const missing = shown.filter((n) => !questions.get(n)!.view.read());
    const numbers = missing.map((n) => shown.indexOf(n) + 1).join(", ");
    const state = missing.length ? host.t("No answer yet to question: {numbers}.", { numbers }) : host.t("Every question has an answer.");
    const answer = await host.ask(host.t("Send your answers?"), `${state}\n${host.t("Once sent, the answers of this attempt cannot be changed.")}`, [
      { value: "send", label: host.t("Send my answers") },
      { value: "back", label: host.t("Go back") },
    ]);
    if (answer !== "send") {
      if (missing.length) host.focus(place(missing[0]!).querySelector("legend")!);
      return;
    }
    practice ||= host.final();
    phase = SENT;
    if (!practice) {
      rows = [...rows, [attempt, scored()]];
      for (const [n, { data: about, rules, view }] of questions) {
        const values = view.read();
        host.put(n, { checked: 1 });
        if (values) answered(about, rules, values, Math.round(spent.get(n) ?? 0)).forEach(host.record);
      }
      host.put(data.n, { phase, attempts: rows });
    }
    show();
    host.focus(part("result"));
  };

  part("start").addEventListener("click", begin);
  next.addEventListener("click", begin);
  part("send").addEventListener("click", send);
  part("start").hidden = false;
  // The pass mark may be the LMS's own.
  const mark = root.querySelector("[data-pass-mark]");
  if (mark && host.passMark !== null) {
    mark.textContent = host.percent(host.passMark);
    mark.parentElement!.hidden = false;
  }
  show();
  return offer;
}

activity<QuizData>("quiz", {
  start,
  done: (_data, values) => rowsOf(values).length > 0,
  score: (data, values) => countedScore(data.counts, rowsOf(values)),
  spent: (data, values) => rowsOf(values).length >= data.attempts,
});
