// What a session begins with: the LMS's copy of the state and the device's, put together where both are surely the same
// learner's attempt, and otherwise only as the learner decides.

import { decode, encode, type Decoded } from "../course/codec";
import type { CourseData } from "../course/data";
import { merge } from "../course/merge";
import { random } from "../course/random";
import type { State } from "../course/state";
import type { Asker, Launch } from "../tracking/tracker";
import type { Copy, DeviceCopy } from "./device_copy";

export interface Beginning {
  state: State;
  mark: number;
  /** Events that the LMS may not have. */
  outbox: Copy["outbox"];
  /** Whether the LMS lacks something of the state. */
  behind: boolean;
  damage: Decoded["damage"];
}

/** Reads both copies. The device's copy is removed once the LMS has been seen to hold all of it, or the learner declines it. */
export async function begin(course: CourseData, launch: Launch, device: DeviceCopy, asker: Asker): Promise<Beginning> {
  const { state, damage } = decode(course.state, launch.state ?? "");
  const copy = device.read();
  const alone: Beginning = { state, mark: random(4096), outbox: [], behind: false, damage };
  if (!copy) return alone;
  const theirs = decode(course.state, copy.state).state;
  const merged = merge(course.state, state, theirs);
  const behind = encode(course.state, merged) !== encode(course.state, state);
  const outbox = copy.outbox.filter(([serial, event]) => event.uuid || !arrived(state, copy, serial));
  if (!behind && !outbox.length) device.remove();
  else if (launch.keptIn !== "device" && (!launch.resumes || !(state.size || launch.merges))) {
    // A new attempt after a result that has arrived is meant to be new; there is nothing to recover.
    const sent = copy.accepted && !!theirs.get(0)?.values.sent;
    if (sent || !(await offer(copy, asker))) {
      device.remove();
      // "Remove it" holds for the texts as well; who was not asked has declined nothing.
      if (!sent) for (const { n } of course.activities) device.keepText(n, "");
      return alone;
    }
  }
  return { state: merged, mark: copy.mark, outbox, behind, damage };
}

/** Whether an event came in with the state that the LMS holds. Its number tells only where this device wrote it last. */
function arrived(held: State, copy: Copy, serial: number): boolean {
  const record = held.get(0);
  return record?.mark === copy.mark && serial <= Number(record.values.serial);
}

async function offer(copy: Copy, { ask, t }: Asker): Promise<boolean> {
  const answer = await ask(
    t("Work kept on this device"),
    t("Work from {time} is kept on this device only. Do you want to go on with it?", {
      time: new Date(copy.at).toLocaleString(),
    }),
    [
      { value: "use", label: t("Go on with it") },
      { value: "drop", label: t("Start afresh and remove it") },
    ],
  );
  return answer === "use";
}
