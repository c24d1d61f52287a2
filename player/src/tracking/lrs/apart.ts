// A learner is known, but nothing can be sent for them: the session is over, or the LMS does not let them in. The work stays on
// this device, where the next launch takes it up.

import type { Hundredths } from "../../course/data";
import type { Ack, Tracker } from "../tracker";
import { learnerOf, type Place } from "./launch";

export interface Apart extends Omit<Place, "endpoint"> {
  passMark: Hundredths | null;
  /** Why, for the learner, in English for translation. */
  problem: string;
}

/** The tracker that sends nothing. */
export function apart({ actor, registration, passMark, problem }: Apart): Tracker {
  const refused: Ack = { kind: "refused", reason: "No session" };
  return {
    open: async () => ({
      learner: learnerOf(actor),
      mode: "normal",
      passMark,
      resumes: true,
      state: null,
      location: null,
      keptIn: "device",
      problem,
      registration,
    }),
    save: async () => refused,
    record() {},
    suspend() {},
    close() {},
  };
}
