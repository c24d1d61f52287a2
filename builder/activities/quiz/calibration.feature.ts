// How sure the learner was, beside how right: told when the attempt was sent.

import { feature, SENT } from "./feature";

const LEVELS = [3, 2, 1];

feature((quiz) => {
  const { data, host, part } = quiz;
  if (!data.confidence) return {};
  return {
    show() {
      const panel = part("calibration");
      panel.hidden = quiz.phase() !== SENT;
      if (panel.hidden) return;
      const told = quiz.asked().flatMap((asked) => {
        const values = quiz.checked.get(asked.data.n) ?? asked.values();
        const score = asked.view.read() && asked.rules.score(asked.data, values);
        return score === null ? [] : [{ sure: values.sure, right: score === 10000 }];
      });
      const [sure, , guess] = LEVELS.map((level) => {
        const all = told.filter((each) => each.sure === level);
        const right = all.filter((each) => each.right).length;
        const words = all.length ? host.t("{right} of {all}", { right, all: all.length }) : host.t("none");
        panel.querySelector(`[data-level="${level}"]`)!.textContent = words;
        return { right, wrong: all.length - right };
      });
      const advice = sure!.wrong ? "sure" : guess!.right > guess!.wrong ? "guess" : sure!.right ? "fits" : "unsure";
      for (const each of panel.querySelectorAll<HTMLElement>("[data-advice]")) each.hidden = each.dataset.advice !== advice;
    },
  };
});
