// A text with gaps: fields to type in, and lists to choose from.

import { hook, type Host, make, question, type QuestionView, rate } from "coursewright";
import { whenTyped } from "coursewright/typed";
import { type FillData, given, isOne, isRight, score } from "./score";

function bind(root: HTMLElement, data: FillData, host: Host, changed: () => void): QuestionView {
  const box = hook<HTMLFieldSetElement>(root, "fieldset");
  const notes = hook(root, "notes");
  const fields = data.gaps.map((gap) => {
    const place = root.querySelector<HTMLElement>(`[data-gap="${gap.n}"]`)!;
    const field = place.querySelector<HTMLInputElement | HTMLSelectElement>("input, select")!;
    return { gap, place, field };
  });
  whenTyped(box, changed);
  const isEmpty = ({ field }: { field: { value: string } }) => !field.value.trim();

  return {
    read: () => (fields.every(isEmpty) ? null : Object.fromEntries(fields.map(({ gap, field }) => [`gap${gap.n}`, field.value]))),
    lacks: () => fields.some(isEmpty),
    write(values) {
      for (const { gap, field } of fields) {
        field.value = given(values, gap);
        // A list without such a choice (any more) would show nothing at all.
        field.value ||= "";
      }
    },
    mark(values, full) {
      fields.forEach(({ gap, place }, i) => {
        const text = given(values, gap);
        const right = isRight(data, gap, text);
        rate(place, host, right ? "good" : "poor");
        const note = make("li");
        const spelt = right && !gap.list && !isOne(data, gap.answers, text);
        if (spelt) note.append(host.t("It is spelt “{answer}”.", { answer: gap.answers[0]! }));
        if (full && !right) note.append(host.t("The answer is “{answer}”.", { answer: gap.answers[0]! }));
        if (!right) note.insertAdjacentHTML("beforeend", data.wrong?.find(({ answers }) => isOne(data, answers, text))?.html ?? "");
        if (!note.firstChild) return;
        if (fields.length > 1) note.prepend(make("b", host.t("Gap {n}", { n: i + 1 })), " ");
        notes.append(note);
      });
    },
  };
}

question<FillData>("fill", {
  bind,
  score,
  response: (data, values) => ({ type: "fill-in", texts: data.gaps.map((gap) => given(values, gap)) }),
});
