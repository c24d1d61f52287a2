// A text that the learner writes and then compares with a model answer or a rubric. Nothing is marked. With a rubric, the
// first press of the button shows what to compare with, and the second one, when that is ticked, is the answer.

import { hook, type Host, type Option, question, type QuestionData, type QuestionView, type Values } from "coursewright";
import { excess, words } from "coursewright/length";
import { whenTyped } from "coursewright/typed";

/** What builder/activities/short/model.py gives. */
interface ShortData extends QuestionData {
  rubric: Option[];
  /** Bytes of UTF-8. */
  max: number;
  /** Whether the text goes into reports. */
  report: boolean;
  /** HTML. */
  model?: string;
}

const written = (values: Values | null): string => String(values?.text ?? "");
const met = (values: Values | null): number[] => (values?.met ?? []) as number[];

function bind(root: HTMLElement, data: ShortData, host: Host, changed: () => void): QuestionView {
  const box = hook<HTMLFieldSetElement>(root, "fieldset");
  const place = hook(root, "written");
  const field = place.querySelector("textarea")!;
  const error = hook(place, "error");
  const check = hook(root, "check");
  const [compare, go] = [hook(root, "compare"), check.textContent!];
  // In a quiz there are none: nobody ticks anything, and the rubric is only there to be read when all was sent.
  const ticks = [...compare.querySelectorAll("input")];
  let compared = 0;
  let marked = false;

  if (data.model) hook(compare, "model").innerHTML = data.model;
  if (data.report) hook(place, "told").hidden = host.keptIn !== "lms";

  const tooLong = () => excess(field.value, data.max);
  const count = () => {
    const over = tooLong();
    hook(place, "count").textContent = String(words(field.value));
    hook(error, "excess").textContent = String(over);
    field.setAttribute("aria-invalid", String(over > 0));
    if (over && error.hidden) host.announce(error.textContent!);
    error.hidden = !over;
  };
  const show = () => {
    compare.hidden = !compared && !marked;
    field.readOnly = !!compared;
    check.textContent = compared ? host.t("I have compared") : go;
    count();
  };
  field.oninput = count;
  whenTyped(box, changed);

  return {
    read: () =>
      field.value.trim() ? { compared, met: ticks.filter(({ checked }) => checked).map(({ value }) => Number(value)), text: field.value } : null,
    lacks() {
      if (tooLong()) return host.t("Put right what is marked, then check it.");
      if (compared || !ticks.length) return false;
      compared = 1;
      show();
      changed();
      return host.t("Compare your text with what is shown now, and tick what it has. Then press the button again.");
    },
    write(values) {
      field.value = written(values);
      for (const tick of ticks) tick.checked = met(values).includes(Number(tick.value));
      compared = ticks.length ? Number(values?.compared ?? 0) : 0;
      show();
    },
    mark() {
      marked = true;
      show();
    },
    open() {
      // To change the text is to compare it anew.
      if (marked) {
        compared = 0;
        for (const tick of ticks) tick.checked = false;
      }
      marked = false;
      show();
    },
  };
}

question<ShortData>("short", {
  bind,
  score: () => null,
  response: (data, values) => ({ type: "fill-in", texts: [data.report ? written(values) : ""], long: true }),
  parts(data, values) {
    const text = { id: "text", prompt: data.prompt, options: [], response: this.response(data, values) };
    const chosen = data.rubric.filter(({ n }) => met(values).includes(n));
    const rubric = { id: "rubric", prompt: `${data.prompt} (rubric)`, options: data.rubric, response: { type: "choice", chosen } as const };
    if (data.quiz || !data.rubric.length) return [text];
    return data.report ? [text, rubric] : [rubric];
  },
});
