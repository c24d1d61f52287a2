// Places on a picture. The list of options below it is the control, for the keyboard and for screen readers; the picture's
// regions only pass a press on to it and show what it says, so nothing is met twice.

import { chosen, hook, optionsKind, question } from "coursewright";
import { type SeveralData, severalScore } from "coursewright/several";

question<SeveralData>("hotspot", {
  ...optionsKind,
  bind(root, data, host, changed) {
    const picture = hook(root, "picture");
    const card = (region: SVGElement) => root.querySelector<HTMLElement>(`[data-option="${region.dataset.region}"]`)!;
    const show = () => {
      for (const region of picture.querySelectorAll<SVGElement>("[data-region]")) {
        const { dataset } = card(region);
        region.dataset.mark = dataset.mark ?? "";
        region.toggleAttribute("data-chosen", card(region).querySelector("input")!.checked);
        region.querySelector("[data-sign]")!.textContent = (dataset.mark && card(region).querySelector(".verdict > span")?.textContent) ?? "";
      }
    };
    picture.addEventListener("click", (event) => {
      const region = (event.target as Element).closest<SVGElement>("[data-region]");
      if (region) card(region).querySelector("input")!.click();
    });
    const view = optionsKind.bind(root, data, host, () => {
      show();
      changed();
    });
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
});
