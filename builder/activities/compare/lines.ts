// Each statement on a line of its own: a slider with a button at each end.

import { hook, type Host, numberOf } from "coursewright";
import { type CompareData, placed } from "./score";
import type { Placing } from "./view";

const MIDDLE = 6;

/** Where nothing was placed yet, the slider stands in the middle and says so. */
export function lines(root: HTMLElement, { key }: CompareData, host: Host, rows: HTMLElement[], changed: () => void): Placing {
  const list = hook(root, "list");
  const words = list.dataset.words!.split("\n");
  const points = key.map(() => 0);
  const range = (row: HTMLElement) => row.querySelector("input")!;
  const set = (row: HTMLElement, point: number) => {
    points[numberOf(row) - 1] = point;
    range(row).value = String(point || MIDDLE);
    range(row).setAttribute("aria-valuetext", (hook(row, "said").textContent = words[point]!));
    row.toggleAttribute("data-placed", !!point);
  };
  const place = ({ target }: Event) => {
    const row = (target as Element).closest<HTMLElement>("[data-item]");
    const step = (target as HTMLElement).dataset.step as "stepUp" | "stepDown" | undefined;
    if (!row || (!step && target !== range(row))) return;
    if (step) range(row)[step]();
    const point = Number(range(row).value);
    set(row, point);
    if (step) host.announce(words[point]!);
    changed();
  };
  // A press on the middle changes no slider that stands there, and places the statement all the same.
  for (const event of ["input", "click"]) list.addEventListener(event, place);

  return {
    read: () => (points.some(Boolean) ? { placed: [...points] } : null),
    lacks: () => rows.some((row) => !points[numberOf(row) - 1]),
    write(values) {
      for (const row of rows) set(row, placed(values)[numberOf(row) - 1] ?? 0);
    },
    reveal(shown) {
      for (const row of rows) {
        const point = key[numberOf(row) - 1]!;
        const [expert, sign] = [hook(row, "expert"), hook(row, "point")];
        expert.hidden = sign.hidden = !shown;
        expert.lastElementChild!.textContent = words[point]!;
        sign.style.setProperty("--at", String((point - 1) / 10));
      }
    },
  };
}
