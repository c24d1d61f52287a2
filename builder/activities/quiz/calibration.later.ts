// How sure the learner was, beside how right, once an attempt was sent.

import { features } from "coursewright";
import { type Calibration, CALIBRATION } from "./calibration";

const LEVELS = [3, 2, 1];

const calibrate: Calibration = ({ asked, checked, host }, told) => {
  const answers = asked().map(({ data, rules, values, view }) => {
    const kept = checked.get(data.n) ?? values();
    return { sure: kept.sure, score: view.read() && rules.score(data, kept) };
  });
  const [sure, , guess] = LEVELS.map((level) => {
    const all = answers.filter(({ sure, score }) => sure === level && score !== null);
    const right = all.filter(({ score }) => score === 10000).length;
    const words = all.length ? host.t("{right} of {all}", { right, all: all.length }) : host.t("none");
    told.querySelector(`[data-level="${level}"]`)!.textContent = words;
    return { right, wrong: all.length - right };
  });
  const advice = sure!.wrong ? "sure" : guess!.right > guess!.wrong ? "guess" : sure!.right ? "fits" : "unsure";
  for (const each of told.querySelectorAll<HTMLElement>("[data-advice]")) each.hidden = each.dataset.advice !== advice;
  told.hidden = false;
  return [...told.childNodes];
};

features[CALIBRATION] = calibrate;
