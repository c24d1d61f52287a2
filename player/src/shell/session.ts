// One learner at work on one course: owns the state, decides with course/result.ts, and has it saved. The shell shows what
// it says; controllers reach it through the Host.

import { decode, encode } from "../course/codec";
import type { CourseData, PageData } from "../course/data";
import { merge } from "../course/merge";
import { random, shuffle } from "../course/random";
import { judge, sentValues, visited, type Judge, type Rules } from "../course/result";
import { isEmpty, type State, written, type Values } from "../course/state";
import type { Host } from "../activity";
import { now } from "../questions/report";
import type { Launch, LearningEvent, OpenCourse, Tracker } from "../tracking/tracker";
import { startClock } from "./clock";
import { deviceCopy } from "./device_copy";
import { begin } from "./recovery";
import { startSaving, type Saving, type Shot } from "./saving";
import { LEAVING } from "./leaving";
import { watchSecondTab } from "./second_tab";
import type { Status } from "./status";
import { en } from "../sentence";

/** What the session needs of the shell. */
export interface SessionShell extends Omit<OpenCourse, "snapshot"> {
  status(status: Status): void;
  /** The state has changed: what is done, the result, what can be finished. */
  changed(): void;
}

export interface Session extends Judge, Pick<Host, "readOnly" | "final" | "values" | "put" | "shuffle" | "clock" | "keepText" | "keptText"> {
  readonly launch: Launch;
  record(event: LearningEvent): void;
  /** Whether the LMS has acknowledged the final result. */
  delivered(): boolean;
  /** The page to open with: where the learner was. */
  page(): PageData | undefined;
  /** The page is shown: it is remembered as visited and as the place to come back to. */
  visit(page: number): void;
  /** 'Finish and send my result': the result becomes final once everything that completion requires is done. */
  finish(): void;
  /**
   * The pages are bound. From now on it saves when the page hides or goes, after what `beforeLeaving` was given has put what
   * there is to put.
   */
  begun(): void;
}

/** Opens the course for the learner. Never rejects: where nothing can be kept, the shell is told and the course works. */
export async function openSession(
  course: CourseData,
  tracker: Tracker,
  rules: Rules,
  shell: SessionShell,
): Promise<Session> {
  const clock = startClock();
  await tracker.choose?.(shell);
  const launch = await tracker.open();
  const readOnly = launch.mode !== "normal";
  const device = deviceCopy(course.id, readOnly ? null : launch.learner.id, launch.registration);
  const began = await begin(course, launch, device, shell);
  const { mark } = began;
  let { state, outbox } = began;
  // What came from other windows and devices. Each writing is put together with it: what is open here does not know of it.
  let elsewhere: State = new Map();
  let keptOnDevice = false;
  let keeping = false;

  const values = (n: number): Values | null => {
    const found = state.get(n)?.values;
    return found && !isEmpty(found) ? found : null;
  };
  const final = () => !!values(0)?.sent;
  // A final result that came back with the LMS's own copy has arrived.
  let delivered = final() && !began.behind;
  const judged = judge(course, rules, values, launch.passMark);
  const { result } = judged;
  const serial = () => Number(values(0)?.serial ?? 0);
  const together = (ours: State) => merge(course.state, ours, elsewhere);
  const write = (n: number, changes: Values | null) => (state = together(written(course.state, state, n, changes, mark)));
  const packed = () => encode(course.state, state, course.capacity ?? Infinity);
  const keep = (accepted: boolean) =>
    (keptOnDevice = device.write({ mark, state: packed(), outbox, at: Date.now(), accepted }));

  const here = () => course.pages.find(({ n }) => n === values(0)?.page);
  const take = (): Shot => {
    const taken = state;
    const sent = outbox;
    const settled = final();
    return {
      snapshot: { state: packed(), location: here()?.id ?? "", result: result(), elapsed: clock() },
      accepted() {
        outbox = outbox.filter((each) => !sent.includes(each));
        keep(taken === state);
        if (settled && !delivered) {
          delivered = true;
          shell.changed();
        }
      },
      conflict(theirs) {
        elsewhere = together(decode(course.state, theirs).state);
        shell.notice("merged", MERGED);
        put(0, {});
      },
    };
  };
  const saving = startSaving(tracker, take, () => (keptOnDevice ? "device" : "window"), shell.status);

  const changed = () => {
    // The result is settled with the very change that makes it final: nothing that comes after can alter it.
    const decided = result();
    if (decided.final && !final() && !readOnly) write(0, sentValues(decided));
    shell.changed();
    if (readOnly) return;
    saving.changed();
    if (keeping) return;
    keeping = true;
    queueMicrotask(() => {
      keeping = false;
      keep(false);
    });
  };
  const put = (n: number, changes: Values | null) => {
    write(n, changes);
    changed();
  };
  const record = (event: LearningEvent) => {
    if (readOnly) return;
    const earlier = serial();
    if ("response" in event) write(0, { serial: earlier + 1 });
    if (tracker.uuid) event.uuid = tracker.uuid();
    outbox = [...outbox, [serial(), event] as [number, LearningEvent]].slice(-MOST_UNSENT);
    tracker.record(event, earlier);
    changed();
  };
  if (launch.problem) shell.notice("problem", launch.problem);
  if (began.damage !== "none") shell.notice("damage", DAMAGE[began.damage]);
  if (!values(0)?.seed) write(0, { seed: 1 + random(2 ** 30 - 1) });
  if (readOnly) shell.status({ kind: "review" });
  else {
    const waiting = outbox.filter(([, event]) => "response" in event).length;
    for (const [, event] of outbox) tracker.record(event, serial() - waiting);
    if (began.behind || outbox.length || result().final !== final()) changed();
    if (!launch.merges) watchSecondTab(`coursewright/tab/${course.id}/${launch.learner.id ?? ""}`, () => shell.notice("second-tab", SECOND_TAB));
  }

  return {
    ...judged,
    ...device,
    launch,
    readOnly,
    final,
    values,
    put,
    record,
    delivered: () => delivered,
    clock,
    shuffle: (n, numbers, salt) => shuffle(Number(values(0)?.seed), n, numbers, salt),
    page: () => here() ?? course.pages.find(({ id }) => id === launch.location),
    visit(page) {
      tracker.turn?.();
      const shown = course.pages.find((each) => each.n === page);
      if (shown && !visited(values).includes(page)) record({ type: "experienced", id: shown.id, title: shown.title, at: now() });
      put(0, { page, visited: [...visited(values), page] });
    },
    finish: () => put(0, { finished: 1 }),
    begun() {
      watchPage(saving, () => shell.notice("closed", CLOSED));
      tracker.begun?.({ ...shell, snapshot: () => take().snapshot });
    },
  };
}

/**
 * `unload` never fires on phones, and a page in the back-forward cache comes back: only commit there (traps 1 and 2). What
 * is still to be put is asked for first, by an event of our own: a window's listeners to `pagehide` run in the order in
 * which they were added, and a second script adds its own late.
 */
function watchPage(saving: Saving, ended: () => void): void {
  const leave = (end: () => void): void => {
    dispatchEvent(new Event(LEAVING));
    end();
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave(saving.suspend));
  addEventListener("pagehide", (event) => leave(event.persisted ? saving.suspend : saving.close));
  addEventListener("pageshow", (event) => event.persisted && saving.closed() && ended());
  addEventListener("online", saving.retry);
}

/** So many events wait for an LMS that is away; the oldest go first. */
const MOST_UNSENT = 500;
const DAMAGE = {
  cut: en("Part of your saved work could not be read. Please check what is here."),
  unknown: en("Your saved work could not be read. It may come from another version of this course."),
};
const SECOND_TAB = en("This course is open in another window too. Close one of them, or they overwrite each other's work.");
const MERGED = en("Work from another window or device was added. Load the page again to see it.");
const CLOSED = en("This session has ended. Close this window and open the course again.");
