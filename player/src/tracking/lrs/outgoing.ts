// What a tracker that sends statements shows to the shell: where they go, how many wait, what was refused, and the way out.

import type { Snapshot } from "../tracker";

/** How the sending stands. */
export interface Sending {
  /** Statements of this learner and course that the LRS has not acknowledged, those of earlier sessions too. */
  waiting: number;
  /** Statements that the LRS has refused for good: kept until the learner has downloaded them. */
  refused: number;
  /** Whether what waits outlives this window: false where the device cannot keep it. */
  kept: boolean;
  /** A sentence for the learner in English, for translation, while nothing can be sent as usual; else null. */
  problem: string | null;
}

export interface Outgoing {
  /** The host that answers are sent to; '' where none is. */
  host: string;
  /** Tells how the sending stands now, and whenever that changes. */
  watch(tell: (now: Sending) => void): void;
  /** The refused statements with what the LRS said, as JSON to download; afterwards they are no longer kept. */
  refused(): Promise<string>;
  /**
   * Saves, sends, ends the session and goes where the LMS says; false where not all could be sent, unless the learner wants
   * to go `anyway`. Null without a way out.
   */
  leave: ((last: Snapshot, anyway?: boolean) => Promise<boolean>) | null;
  /** Whether sounds play unasked: a learner may prefer them not to. */
  audio: boolean;
}
