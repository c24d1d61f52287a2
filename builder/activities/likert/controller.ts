// Statements that the learner rates on a scale. Nothing is right or wrong, and each statement is reported by itself.

import { type Host, type Option, question, type QuestionData, type QuestionView, type Values } from "coursewright";

/** What builder/activities/likert/model.py gives; its options are the points of the scale. */
interface LikertData extends QuestionData {
  statements: Option[];
}

/** The place on the scale of the statement of that number; 0 while it has none. */
const pointOf = (values: Values | null, n: number): number => Number((values?.points as number[] | undefined)?.[n - 1] ?? 0);

function bind(root: HTMLElement, data: LikertData, host: Host): QuestionView {
  const rows = data.statements.map(({ n }) => ({ n, inputs: [...root.querySelectorAll<HTMLInputElement>(`[data-statement="${n}"] input`)] }));
  const picked = () => rows.map(({ n, inputs }) => [n, inputs.findIndex(({ checked }) => checked) + 1] as const);
  return {
    read() {
      const points: number[] = [];
      for (const [n, point] of picked()) points[n - 1] = point;
      return picked().some(([, point]) => point) ? { points } : null;
    },
    lacks: () => picked().some(([, point]) => !point) && host.t("Rate every statement first, then send your answers."),
    write(values) {
      for (const { n, inputs } of rows) {
        const input = inputs[pointOf(values, n) - 1];
        if (input) input.checked = true;
      }
    },
    mark() {},
  };
}

question<LikertData>("likert", {
  bind,
  score: () => null,
  response: (data, values) => ({ type: "fill-in", texts: data.statements.map(({ n }) => data.options[pointOf(values, n) - 1]?.text ?? "") }),
  parts: ({ statements, options, prompt }, values) =>
    statements.flatMap(({ n, id, text }) => {
      const chosen = options[pointOf(values, n) - 1];
      return chosen ? { id, prompt: `${prompt} ${text}`, options, response: { type: "likert", chosen: [chosen] } } : [];
    }),
});
