// A number to be typed. What cannot be read as a number is said beside the field, and is not taken for a wrong answer.

import { hook, type Host, question, type QuestionView, rate } from "coursewright";
import { whenTyped } from "coursewright/typed";
import { given, type NumericData, score, typed, within } from "./score";

function bind(root: HTMLElement, data: NumericData, host: Host, changed: () => void): QuestionView {
  const box = hook<HTMLFieldSetElement>(root, "fieldset");
  const place = hook(root, "field");
  const field = place.querySelector("input")!;
  const error = hook(root, "error");
  const read = () => (field.value.trim() ? { typed: field.value } : null);
  const unreadable = () => read() !== null && given(data, read()) === null;
  const complain = (of: boolean) => {
    if (of && error.hidden) host.announce(error.textContent!);
    error.hidden = !of;
    field.setAttribute("aria-invalid", String(of));
  };
  whenTyped(box, changed);
  field.onchange = () => complain(unreadable());
  field.oninput = () => !error.hidden && complain(unreadable());

  return {
    read,
    lacks() {
      complain(unreadable());
      return unreadable() && host.t("Put right what is marked, then check it.");
    },
    write(values) {
      field.value = typed(values);
      complain(unreadable());
    },
    mark(values, full) {
      const number = given(data, values);
      const right = within(number, data);
      const wrong = right ? undefined : data.wrong?.find((range) => within(number, range));
      const answer = full && !right ? host.t("The answer is {answer}.", { answer: data.shown }) : "";
      rate(place, host, right ? "good" : "poor", wrong?.html, answer);
    },
  };
}

question<NumericData>("numeric", {
  bind,
  score,
  response(data, values) {
    const value = given(data, values);
    return value === null ? { type: "fill-in", texts: [typed(values)] } : { type: "numeric", least: value, most: value };
  },
});
