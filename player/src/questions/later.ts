// What is not needed at once comes in a second script of the course: `<name>.later.ts` in a kind's folder, which registers
// itself in `features` under `<kind>.<name>`.

import type { Host } from "../activity";
import { hook, make } from "../elements";
import { features } from "../registry";

/**
 * What registered itself under that name, once the second script is there. Rejects where it cannot be fetched; asking
 * again fetches it again.
 */
export const later = <F>({ course }: Host, name: string): Promise<F> =>
  new Promise((found, missed) => {
    const give = (): void => found(features[name] as F);
    if (features[name]) return give();
    const script = Object.assign(make("script"), { src: course.later, onload: give, onerror: missed });
    document.head.append(script);
  });

/**
 * Gives what puts into `place` what `made` makes of that name. Where it cannot be had, the `[data-missed]` beside it is shown:
 * it holds a sentence in a `p` that says so, and a `[data-retry]` to try again.
 */
export function shower<F>(host: Host, place: HTMLElement, name: string, made: (found: F) => (Node | string)[]): () => unknown {
  const missed = hook(place.parentElement!, "missed");
  missed.hidden = true;
  const show = (pressed?: Event): unknown =>
    later<F>(host, name).then(
      (found) => {
        missed.hidden = true;
        place.replaceChildren(...made(found));
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
