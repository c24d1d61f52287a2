// How much of something, from 0 to 10: a select.

import { hook, question, type QuestionData } from "coursewright";

interface GaugeData extends QuestionData {
  answer: number;
}

question<GaugeData>("gauge", {
  bind(root, data) {
    const select = hook<HTMLSelectElement>(root, "gauge");
    return {
      read: () => (select.value ? { gauged: Number(select.value) + 1 } : null),
      write(values) {
        select.value = values?.gauged ? `${Number(values.gauged) - 1}` : "";
      },
      mark(_values, full) {
        hook(root, "gauged").textContent = full ? `${data.answer}` : "";
      },
      open() {
        hook(root, "gauged").textContent = "";
      },
    };
  },
  score: (data, { gauged }) => (gauged ? Math.max(0, 10000 - 5000 * Math.abs(Number(gauged) - 1 - data.answer)) : 0),
  response: (_data, { gauged }) => ({ type: "numeric", least: Number(gauged) - 1, most: Number(gauged) - 1 }),
});
