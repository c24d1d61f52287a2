// A quiz: questions that are answered together, sent together and counted. Each change of an answer is kept at once; marks
// and feedback are shown when the attempt was sent. What only some quizzes have are features (feature.ts).

import { activity, answered, type Asked, hook, type Host, type Hundredths, make, mean, now, openQuestion, type Values, worth } from "coursewright";
import { ANSWERING, featuresOf, itemOf, type Quiz, type QuizData, SENT } from "./feature";
import { counted, countedScore, goalScores } from "./score";

const rowsOf = (values: Values | null, name = "attempts"): number[][] => (values?.[name] as number[][] | undefined) ?? [];

function start(root: HTMLElement, data: QuizData, host: Host): () => void {
  const part = <E extends HTMLElement = HTMLElement>(name: string) => hook<E>(root, name);
  const list = part("questions");
  const kept = host.values(data.n);
  let rows = rowsOf(kept);

  // How long each answer took: from the change before it, whichever question that was in.
  const spent = new Map<number, number>();
  let since = host.clock();
  // When the attempt began, or went on in this page.
  let began = since;
  const checked = new Map<number, Values>();
  const opened = new Map<number, Asked>();

  let phase = Number(kept?.phase ?? 0);
  let attempt = Number(kept?.attempt ?? 0);
  let practice = phase === ANSWERING && host.final();
  let all: Asked[] = [];
  const quiz: Quiz = {
    data,
    host,
    checked,
    part,
    phase: () => phase,
    attempt: () => attempt,
    practice: () => practice,
    asked: () => all,
    numbers: data.questions,
    mark(asked, full) {
      asked.show(full);
      const score = scoreOf(asked);
      if (score === null) return;
      const { points } = asked.data;
      const got = (Math.round((points * score) / 100) / 100).toLocaleString(host.course.language);
      hook(asked.section, "outcome").firstElementChild!.after(make("p", host.t("Points: {got} of {points}", { got, points })));
    },
    report({ data: about, rules, values }, worthless) {
      for (const event of answered(about, rules, values(), Math.round(spent.get(about.n) ?? 0))) {
        host.record(worthless ? { ...event, weight: 0 } : event);
      }
    },
    put(fields) {
      if (!practice) host.put(data.n, fields);
    },
    go(asked) {
      for (const each of features) each.reveal?.(asked);
      host.focus(asked.section.querySelector("legend")!);
    },
    send,
  };
  const features = featuresOf(quiz);

  function open(n: number): Asked {
    const found = opened.get(n);
    if (found) return found;
    const section = list.querySelector<HTMLElement>(`[data-activity="${n}"]`)!;
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
    opened.set(n, asked);
    for (const each of features) each.opened?.(asked);
    return asked;
  }

  /** Opens the attempt's questions, in the learner's order. */
  function gather(): void {
    const { numbers } = quiz;
    all = (data.shuffle ? host.shuffle(data.n, numbers, attempt) : numbers).map(open);
  }

  function scoreOf(asked: Asked): number | null {
    const values = checked.get(asked.data.n);
    return values ? worth(asked.data, asked.rules, values) : asked.score();
  }

  /** What these questions came to; null where none of them is graded. */
  function scored(questions: Asked[]): number | null {
    const graded = questions.filter((asked) => scoreOf(asked) !== null);
    return mean(graded.map(scoreOf) as Hundredths[], graded.map(({ data: { points } }) => points));
  }

  /** Shows what has its time now: all words of its `data-when` hold. */
  function offer(): void {
    const settled = host.final();
    const over = !settled && rows.length >= data.attempts;
    const now = [
      phase ? "begun" : "new",
      ["", "answering", "sent"][phase],
      practice ? "practice" : "counts",
      passed(data, rows) ? "reached" : "short",
      over ? "spent" : "next",
      settled ? "settled" : "open",
    ];
    for (const each of root.querySelectorAll<HTMLElement>("[data-when]")) {
      each.hidden = !each.dataset.when!.split(" ").every((word) => now.includes(word));
    }
    part("upcoming").textContent = `${rows.length + 1}`;
  }

  /** Puts the page into the state that the variables say. */
  function show(): void {
    const tell = (name: string, score: number | null) => (part(name).textContent = host.percent(score ?? 0));
    offer();
    part("attempt").textContent = `${attempt}`;
    list.replaceChildren(...all.map(itemOf));
    for (const asked of all) {
      const first = checked.get(asked.data.n);
      if (first) asked.write(first);
      if (phase === SENT) quiz.mark(asked, true);
      else asked.open();
    }
    for (const each of features) each.show?.();
    if (phase !== SENT) return;
    tell("score", practice ? scored(all) : countedScore("best", rows.filter(([n]) => n === attempt)));
    if (data.attempts > 1) tell("counted", countedScore(data.counts, rows));
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
    since = began = host.clock();
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
      const score = scored(all);
      rows = [...rows, [attempt, score ?? 0]];
      const goals = Object.entries(data.goals).flatMap(([n, id]) => {
        const score = scored(all.filter((asked) => asked.data.objectives.includes(id)));
        return score === null ? [] : [[attempt, Number(n), score]];
      });
      const reached = data.pass ? (score ?? 0) >= data.pass : null;
      host.record({ type: "scored", id: data.id, score, passed: reached, spent: Math.round(host.clock() - began), at: now() });
      quiz.put({ phase: SENT, attempts: rows, objectives: [...rowsOf(host.values(data.n), "objectives"), ...goals] });
    }
    show();
    host.focus(part("result"));
  }

  part("start").onclick = begin;
  part("next").onclick = begin;
  part("send").onclick = () => features.forEach((each) => each.sending?.());
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

const passed = (data: QuizData, rows: number[][]): boolean => (countedScore(data.counts, rows) ?? 0) >= data.pass;

activity<QuizData>("quiz", {
  start,
  done: (_data, values) => rowsOf(values).length > 0,
  score: (data, values) => countedScore(data.counts, rowsOf(values)),
  spent: (data, values) => rowsOf(values).length >= data.attempts,
  passed: (data, values) => passed(data, rowsOf(values)),
  objectives: (data, values) =>
    goalScores(data.goals, counted(data.counts, rowsOf(values))?.[0], rowsOf(values, "objectives")),
});
