// How sure the learner was, beside how right: told when the attempt was sent.

import { feature, SENT } from "./feature";

const LEVELS = [3, 2, 1];

feature("calibration", (quiz) => {
  const { host, part } = quiz;
  return {
    show() {
      const panel = part("calibration");
      if (quiz.phase() !== SENT) return;
      const told = quiz.asked().map((asked) => {
        const values = quiz.checked.get(asked.data.n) ?? asked.values();
        return { sure: values.sure, score: asked.view.read() && asked.rules.score(asked.data, values) };
      });
      const [sure, , guess] = LEVELS.map((level) => {
        const all = told.filter(({ sure, score }) => sure === level && score !== null);
        const right = all.filter(({ score }) => score === 10000).length;
        const words = all.length ? host.t("{right} of {all}", { right, all: all.length }) : host.t("none");
        panel.querySelector(`[data-level="${level}"]`)!.textContent = words;
        return { right, wrong: all.length - right };
      });
      const advice = sure!.wrong ? "sure" : guess!.right > guess!.wrong ? "guess" : sure!.right ? "fits" : "unsure";
      for (const each of panel.querySelectorAll<HTMLElement>("[data-advice]")) each.hidden = each.dataset.advice !== advice;
    },
  };
});
