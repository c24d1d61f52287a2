// What the learner is told about the saving of their work. `saved` is said only of what the LMS has acknowledged.

import type { Host } from "../activity";
import { en } from "../sentence";

export type Status =
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** Refused: tried again by itself. `reason` is for whoever mends it, in English. */
  | { kind: "unsaved"; kept: "device" | "window"; reason: string }
  /** The LMS's session has ended; what is done now does not reach it before the course is opened again. */
  | { kind: "closed" }
  /** Review and browse: nothing is recorded. */
  | { kind: "review" };

/** The sentence for the status line, which is empty until something has changed. */
export function statusText(status: Status, t: Host["t"], language: string): string {
  const { kind } = status;
  if (kind === "saved") {
    return t("Saved {time}", { time: status.at.toLocaleTimeString(language, { timeStyle: "short" }) });
  }
  return t(kind === "unsaved" && status.kept === "device" ? en("Not saved, kept on this device") : SENTENCES[kind]);
}

const SENTENCES = {
  saving: en("Saving"),
  unsaved: en("Not saved, kept in this window only"),
  closed: en("Session closed: open the course again"),
  review: en("Nothing is recorded in this view"),
};
