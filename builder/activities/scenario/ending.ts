// The debrief under the end of a play, once the second script is there.

import { hook, type Host } from "coursewright";
import { later } from "coursewright/later";
import { type Debrief, DEBRIEF, type Scene, type Told } from "./scene";

/** The debrief, fetched where it is not there yet. */
export const fetchDebrief = (host: Host): Promise<Debrief> => later<Debrief>(host, DEBRIEF);

/** Gives what shows the debrief of this play, once, or says that it could not be had and offers to try again. */
export function debriefing(scene: Scene, ending: HTMLElement, told: Told): () => unknown {
  const { host } = scene;
  const [place, missed] = [hook(ending, "debrief"), hook(ending, "missed")];
  place.replaceChildren();
  missed.hidden = true;
  const show = (pressed?: Event): unknown =>
    fetchDebrief(host).then(
      (debrief) => {
        missed.hidden = true;
        place.replaceChildren(...debrief(scene, told));
        if (pressed) host.focus(place);
      },
      () => {
        missed.hidden = false;
        host.announce(missed.querySelector("p")!.textContent!);
      },
    );
  hook(missed, "retry").onclick = show;
  return () => place.firstChild || show();
}
