// When to save, and what to say of it. One save is under way and at most one waits behind it; a refused one is tried again
// later and later. The status says `saved` only when nothing has changed since the save that was accepted.

import type { Ack, Snapshot, Tracker } from "../tracking/tracker";
import type { Status } from "./status";

/** Between two saves, for LMSs that refuse frequent commits. */
const REST = 1000;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;
/** After a conflict: sooner than another window or device is likely to save again, but later and later too. */
const FIRST_AGAIN = 50;

/** A snapshot, and what is to be done once the LMS has acknowledged it. */
export interface Shot {
  snapshot: Snapshot;
  accepted(): void;
  /** What another window or device has saved meanwhile is to be put together with it. */
  conflict(state: string): void;
}

export interface Saving {
  /** Something has changed and must be saved. */
  changed(): void;
  /** The connection may be back: try at once. */
  retry(): void;
  /** Commits without waiting, and goes on. */
  suspend(): void;
  /** Commits for the last time; afterwards nothing is sent. */
  close(): void;
  closed(): boolean;
}

/** Saves through the tracker. `kept` says where work is that the LMS did not take. */
export function startSaving(
  tracker: Tracker,
  take: () => Shot,
  kept: () => "device" | "window",
  say: (status: Status) => void,
): Saving {
  let dirty = false;
  let busy = false;
  let closed = false;
  let wait = 0;
  let rested = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delay);
  };

  async function save(): Promise<void> {
    timer = undefined;
    if (busy || closed) return;
    busy = true;
    dirty = false;
    say({ kind: "saving" });
    const shot = take();
    const ack = await tracker.save(shot.snapshot).catch((error: unknown): Ack => ({ kind: "refused", reason: String(error) }));
    busy = false;
    rested = performance.now() + REST;
    if (closed) return;
    if (ack.kind === "accepted") {
      wait = 0;
      shot.accepted();
      if (dirty) plan(REST);
      else say({ kind: "saved", at: new Date() });
      return;
    }
    dirty = true;
    const conflict = ack.kind === "conflict";
    if (conflict) shot.conflict(ack.state);
    wait = Math.min(Math.max(2 * wait, conflict ? FIRST_AGAIN : FIRST_RETRY), LAST_RETRY);
    if (wait > REST) say({ kind: "unsaved", kept: kept(), reason: conflict ? ack.kind : ack.reason });
    plan(wait);
  }

  return {
    changed() {
      dirty = true;
      if (closed) say({ kind: "closed" });
      else if (!busy && !timer) {
        say({ kind: "saving" });
        plan(Math.max(0, rested - performance.now()));
      }
    },
    retry() {
      if (dirty && !closed) plan(0);
    },
    suspend() {
      if (!closed) tracker.suspend(take().snapshot);
    },
    close() {
      clearTimeout(timer);
      if (!closed) tracker.close(take().snapshot);
      closed = true;
      say({ kind: "closed" });
    },
    closed: () => closed,
  };
}
