// Options that stand at another place too: on a picture, in a text. Each `[data-place]` shows how its option stands, by
// `data-chosen` and `data-mark`; the option itself, and what is said about it, is in the list.

import { chosen, hook, optionsKind, type QuestionKind } from "coursewright";
import { type SeveralData, severalScore } from "./several";

export const inputOf = (root: HTMLElement, n: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`[value="${n}"]`)!;

/** The rules of such a question. Its answer is kept as a set, even where only one can be chosen. */
export const mirrorKind: QuestionKind<SeveralData> = {
  ...optionsKind,
  bind(root, data, host, changed) {
    const show = () => {
      for (const place of root.querySelectorAll<HTMLElement | SVGElement>("[data-place]")) {
        const n = place.dataset.place!;
        place.dataset.mark = root.querySelector<HTMLElement>(`[data-n="${n}"]`)!.dataset.mark ?? "";
        place.toggleAttribute("data-chosen", inputOf(root, n).checked);
      }
    };
    hook(root, "options").onchange = show;
    const view = optionsKind.bind(root, data, host, changed);
    return {
      ...view,
      read() {
        const values = view.read();
        return values && { chosen: chosen(values) };
      },
      write(values) {
        view.write(values);
        show();
      },
      mark(values, full) {
        view.mark(values, full);
        show();
      },
    };
  },
  score: severalScore,
};
