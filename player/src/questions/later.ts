// What is not needed at once comes in a second script of its kind: `<name>.later.ts` in the kind's folder, which registers
// itself in `features` under `<kind>.<name>`.

import type { Host } from "../activity";
import { hook, make } from "../elements";
import { features } from "../registry";

/** What is there or on its way, by address. */
const fetched: Record<string, Promise<unknown>> = {};

/**
 * What registered itself under that name, once the kind's second script is there; nothing where the kind has no such name.
 * Rejects where the script cannot be fetched; asking again fetches it again.
 */
export async function later<F>({ course }: Host, name: string): Promise<F> {
  const src = course.later?.[name.split(".")[0]!];
  if (src) {
    await (fetched[src] ??= new Promise((onload, missed) => {
      const onerror = (): void => {
        delete fetched[src];
        missed();
      };
      document.head.append(Object.assign(make("script"), { src, onload, onerror }));
    }));
  }
  return features[name] as F;
}

type Made = (Node | string)[];

/**
 * Gives what puts into `place` what `made` makes of that name. Where it cannot be had, the `[data-missed]` beside it is shown:
 * it holds a sentence in a `p` that says so, and a `[data-retry]` to try again.
 */
export function shower<F>(host: Host, place: HTMLElement, name: string, made: (found: F) => Made | Promise<Made>): () => unknown {
  const missed = hook(place.parentElement!, "missed");
  missed.hidden = true;
  const show = (pressed?: Event): unknown =>
    later<F>(host, name).then(made).then(
      (content) => {
        missed.hidden = true;
        place.replaceChildren(...content);
        if (pressed) host.focus(place);
      },
      () => {
        missed.hidden = false;
        host.announce(missed.querySelector("p")!.textContent!);
      },
    );
  hook(missed, "retry").onclick = show;
  return show;
}
