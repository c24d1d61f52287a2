// The debrief under the end of a play, once the second script is there.

import { hook, type Host, later, shower } from "coursewright";
import { type Debrief, DEBRIEF, type Scene, type Told } from "./scene";

/** The debrief, fetched where it is not there yet. */
export const fetchDebrief = (host: Host): Promise<Debrief> => later<Debrief>(host, DEBRIEF);

/** Gives what shows the debrief of this play, once, or says that it could not be had and offers to try again. */
export function debriefing(scene: Scene, ending: HTMLElement, told: Told): () => unknown {
  const place = hook(ending, "debrief");
  place.replaceChildren();
  const show = shower<Debrief>(scene.host, place, DEBRIEF, (debrief) => debrief(scene, told));
  return () => place.firstChild || show();
}
