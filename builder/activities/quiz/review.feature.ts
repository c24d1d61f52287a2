// A page before sending: every question with whether it has an answer, and what the learner wanted to look at again.

import { type Asked, en, hook, make } from "coursewright";
import { ANSWERING, feature } from "./feature";

feature("review", (quiz) => {
  const { data, host, part } = quiz;
  const panel = part("review");
  const boxes = new Map<number, HTMLInputElement>();
  const marked = () => [...boxes].filter(([, box]) => box.checked).map(([n]) => n);
  const kept = (host.values(data.n)?.marked ?? []) as number[];

  const open = (shown: boolean) => {
    panel.hidden = !shown;
    part("questions").hidden = part("where").hidden = shown;
  };
  const back = (asked: Asked) => {
    open(false);
    quiz.go(asked);
  };
  const line = (asked: Asked, i: number) => {
    const link = make("a", host.t("Question {n}", { n: i + 1 }));
    link.href = `#${asked.data.id}`;
    link.onclick = (event) => {
      event.preventDefault();
      back(asked);
    };
    const state = !asked.view.read() ? en("not answered") : asked.view.lacks?.() ? en("answered in part") : en("answered");
    const again = boxes.get(asked.data.n)!.checked ? `, ${host.t("look again")}` : "";
    return make("li", link, `: ${host.t(state)}${again}`);
  };
  part("back").onclick = () => back(quiz.asked()[0]!);

  return {
    // An empty form has no marks.
    begin: () => ({ marked: [] }),
    opened({ data: { n }, section }) {
      const box = make("input");
      box.type = "checkbox";
      box.checked = kept.includes(n);
      box.onchange = () => quiz.put({ marked: marked() });
      boxes.set(n, box);
      hook(section, "question").append(make("label.look-again", box, ` ${host.t("Look at this again before sending")}`));
    },
    show() {
      open(false);
      for (const box of boxes.values()) box.parentElement!.hidden = quiz.phase() !== ANSWERING;
    },
    sending() {
      if (!panel.hidden) {
        quiz.send();
      } else {
        hook(panel, "lines").replaceChildren(...quiz.asked().map(line));
        open(true);
        host.focus(panel.querySelector("h3")!);
      }
    },
  };
});
