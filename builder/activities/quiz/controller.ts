// A quiz: questions that are answered together, sent together and counted. Each change of an answer is kept at once; marks
// and feedback are shown when the attempt was sent. What only some quizzes have are features (feature.ts).

import { activity, answered, type Asked, en, hook, type Host, make, openQuestion, type Values, worth } from "coursewright";
import { allFeatures, ANSWERING, type Feature, type Quiz, type QuizData, SENT } from "./feature";
import { attemptScore, counted, countedScore, goalScores } from "./score";

const rowsOf = (values: Values | null, name = "attempts"): number[][] => (values?.[name] as number[][] | undefined) ?? [];

function start(root: HTMLElement, data: QuizData, host: Host): () => void {
  const part = <E extends HTMLElement = HTMLElement>(name: string) => hook<E>(root, name);
  const list = part("questions");
  const next = part("next");
  const kept = host.values(data.n);
  let rows = rowsOf(kept);
  let phase = Number(kept?.phase ?? 0);
  let attempt = Number(kept?.attempt ?? 0);
  let practice = phase === ANSWERING && host.final();
  let all: Asked[] = [];

  // How long each answer took: from the change before it, whichever question that was in.
  const spent = new Map<number, number>();
  let since = host.clock();
  const checked = new Map<number, Values>();
  const opened = new Map<number, [Asked, HTMLElement]>();

  const quiz: Quiz = {
    data,
    host,
    checked,
    part,
    phase: () => phase,
    attempt: () => attempt,
    practice: () => practice,
    asked: () => all,
    item: ({ data: { n } }) => opened.get(n)![1],
    mark(asked, full) {
      asked.show(full);
      const score = scoreOf(asked);
      if (score === null) return;
      const got = (Math.round((asked.data.points * score) / 100) / 100).toLocaleString(host.course.language);
      const points = make("p", host.t("Points: {got} of {points}", { got, points: asked.data.points }));
      hook(quiz.item(asked), "outcome").firstElementChild!.after(points);
    },
    report({ data: about, rules, values }, worthless) {
      const events = answered(about, rules, values(), Math.round(spent.get(about.n) ?? 0));
      for (const event of events) host.record(worthless ? { ...event, weight: 0 } : event);
    },
    put(fields) {
      if (!practice) host.put(data.n, fields);
    },
    go(asked) {
      for (const each of features) each.reveal?.(asked);
      host.focus(quiz.item(asked).querySelector("legend")!);
    },
    send,
  };
  const features: Feature[] = allFeatures().map((make) => make(quiz));

  function open(n: number): Asked {
    const found = opened.get(n);
    if (found) return found[0];
    const section = list.querySelector<HTMLElement>(`[data-activity="${n}"]`)!;
    const item = section.parentElement!;
    const changed = () => {
      const at = host.clock();
      spent.set(n, (spent.get(n) ?? 0) + at - since);
      since = at;
      if (!practice && !checked.has(n)) asked.keep({ checked: 0 });
    };
    const check = data.each && (() => features.forEach((each) => each.check?.(asked)));
    const asked = openQuestion(section, host.data(n), host, changed, check);
    const values = host.values(n);
    asked.write(values);
    if (phase === ANSWERING && values?.checked) checked.set(n, values);
    opened.set(n, [asked, item]);
    for (const each of features) each.opened?.(asked, item);
    return asked;
  }

  /** Opens the attempt's questions, in the learner's order. */
  function gather(): void {
    const numbers = features.reduce((numbers, each) => each.numbers?.(numbers) ?? numbers, data.questions);
    all = (data.shuffle ? host.shuffle(data.n, numbers, attempt) : numbers).map(open);
  }

  function scoreOf(asked: Asked): number | null {
    const values = checked.get(asked.data.n);
    return values ? worth(asked.data, asked.rules, values) : asked.score();
  }

  /** What these questions came to; null where none of them is graded. */
  function scored(questions: Asked[]): number | null {
    const graded = questions.flatMap((asked) => {
      const score = scoreOf(asked);
      return score === null ? [] : [{ points: asked.data.points, score }];
    });
    return graded.length ? attemptScore(graded) : null;
  }

  const ofAttempts = (words: string, n: number) => host.t(words, { attempt: n, attempts: data.attempts });
  const percent = (score: number | null) => host.percent(score ?? 0);

  /** Puts the page into the state that the variables say. */
  function show(): void {
    part("intro").hidden = phase > 0;
    list.hidden = part("where").hidden = phase === 0;
    part("send").hidden = phase !== ANSWERING;
    part("result").hidden = phase !== SENT;
    offer();
    part("practice").hidden = !practice;
    part("attempt").hidden = practice;
    part("attempt").textContent = ofAttempts(en("Attempt {attempt} of {attempts}"), attempt);
    list.replaceChildren(...all.map(quiz.item));
    for (const asked of all) {
      const first = checked.get(asked.data.n);
      if (first) asked.write(first);
      if (phase === SENT) quiz.mark(asked, true);
      else asked.open();
    }
    for (const each of features) each.show?.();
    if (phase !== SENT) return;
    const rowsNow = rows.filter(([n]) => n === attempt);
    part("score").textContent = percent(practice ? scored(all) : countedScore("best", rowsNow));
    if (data.attempts > 1) part("counted").textContent = percent(countedScore(data.counts, rows));
    if (data.pass) {
      const reached = passed(data, rows);
      part("reached").hidden = !reached;
      part("short").hidden = reached;
    }
  }

  /** Offers the next attempt: one that counts, as long as there is one and the result is open, or practice. */
  function offer(): void {
    const over = rows.length >= data.attempts;
    part("spent").hidden = !over || host.final();
    next.hidden = phase !== SENT || (over && !host.final());
    next.textContent = host.final() ? host.t("Practise again") : ofAttempts(en("Start attempt {attempt} of {attempts}"), rows.length + 1);
  }

  function begin(): void {
    practice = host.final();
    phase = ANSWERING;
    attempt = rows.length + 1;
    checked.clear();
    spent.clear();
    const fields = features.map((each) => each.begin?.());
    gather();
    for (const asked of all) {
      asked.write(null);
      if (!practice) host.put(asked.data.n, null);
    }
    quiz.put(Object.assign({ attempt, phase }, ...fields) as Values);
    since = host.clock();
    part("told").hidden = true;
    show();
    host.focus(part("where"));
  }

  function send(): void {
    practice ||= host.final();
    phase = SENT;
    if (!practice) {
      for (const asked of all) {
        if (checked.has(asked.data.n)) continue;
        asked.keep({ checked: 1 });
        if (asked.view.read()) quiz.report(asked);
      }
      rows = [...rows, [attempt, scored(all) ?? 0]];
      const goals = Object.entries(data.goals ?? {}).flatMap(([n, id]) => {
        const score = scored(all.filter((asked) => asked.data.objectives.includes(id)));
        return score === null ? [] : [[attempt, Number(n), score]];
      });
      quiz.put({ phase, attempts: rows, objectives: [...rowsOf(host.values(data.n), "objectives"), ...goals] });
    }
    show();
    host.focus(part("result"));
  }

  part("start").addEventListener("click", begin);
  next.addEventListener("click", begin);
  part("send").addEventListener("click", () => features.forEach((each) => each.sending?.()));
  part("start").hidden = false;
  // The pass mark may be the LMS's own.
  const mark = root.querySelector("[data-pass-mark]");
  if (mark && host.passMark !== null) {
    mark.textContent = host.percent(host.passMark);
    mark.parentElement!.hidden = false;
  }
  gather();
  show();
  return offer;
}

const passed = (data: QuizData, rows: number[][]): boolean => (countedScore(data.counts, rows) ?? 0) >= (data.pass ?? 0);

activity<QuizData>("quiz", {
  start,
  done: (_data, values) => rowsOf(values).length > 0,
  score: (data, values) => countedScore(data.counts, rowsOf(values)),
  spent: (data, values) => rowsOf(values).length >= data.attempts,
  passed: (data, values) => passed(data, rowsOf(values)),
  objectives: (data, values) =>
    goalScores(data.goals ?? {}, counted(data.counts, rowsOf(values))?.[0], rowsOf(values, "objectives")),
});
