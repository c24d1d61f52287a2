// What xAPI and cmi5 share: statements through the outbox, the learner's work in the State resource, and the device where no
// LRS is to be had.

import type { CourseData, VerbName } from "../../course/data";
import type { Result } from "../../course/result";
import { attention } from "../../shell/attention";
import { device } from "../device";
import { duration } from "../duration";
import { en } from "../../sentence";
import type { Ack, Launch, LearningEvent, OpenCourse, Snapshot, Tracker } from "../tracker";
import { apart } from "./apart";
import { document } from "./document";
import { likeTheLearner } from "./languages";
import { type Json, objectOf, parsed } from "./json";
import { identity, learnerOf } from "./launch";
import { holds, type Leftovers, sortOut } from "./leftovers";
import { openOutbox, type Outbox } from "./outbox";
import type { Outgoing, Sending } from "./outgoing";
import type { FindSession, LrsSession } from "./session";
import { namedUuid, randomUuid, sha1 } from "./sha1";
import { scaled, scribe } from "./statement";
import { openStore } from "./store";

/** Shows in the page how the sending stands. */
export type Show = (outgoing: Outgoing, open: OpenCourse) => void;

/** The tracker of a standard: by `choose`, which comes first, it becomes what fits the session that the standard finds. */
export function lrsTracker(course: CourseData, find: FindSession, show: Show): Tracker {
  const tracker = {
    uuid: randomUuid,
    async choose(asker) {
      const found = await find(course);
      // A sentence is a number in a bundle (player/sentences.mjs).
      const inner = typeof found !== "object" ? onDevice(course, found) : "problem" in found ? apart(found) : sender(course, found, show);
      await inner.choose?.(asker);
      Object.assign(tracker, inner);
    },
  } as Tracker;
  return tracker;
}

function onDevice(course: CourseData, problem: string): Tracker {
  const tracker = device(course.id);
  return { ...tracker, open: async () => ({ ...(await tracker.open()), problem }) };
}

/** The document `coursewright` of the State resource. */
interface Work {
  format: 1;
  /** A UUID of its own for the learner's work, where no registration names it. */
  attempt: string;
  state: string;
  location: string;
  /** Per cent that were said; 100 once the final result was. */
  progress: number;
  /** Milliseconds of all sessions. */
  spent: number;
}

const FORMAT = 1;
const UNREADABLE = "Newer state";
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
const ALL = 100;
/** Milliseconds by which a clock may be wrong. */
const TOLERANCE = 3_600_000;

const NEWER = en("Your earlier work was kept by a newer version of this course, which cannot be read here. It is left as it is.");
const CLOCK = en("The clock of this device is wrong, so your answers are recorded with wrong times.");

function sender(course: CourseData, session: LrsSession, show: Show): Tracker {
  const { client, actor, activity, registration, mode, strict, returnTo, audio, languages } = session;
  const counts = mode === "normal";
  const learner = identity(actor);
  const scope = sha1(JSON.stringify([client.endpoint, learner, activity, registration]));
  const query = { activityId: activity, agent: JSON.stringify(actor), registration, stateId: "coursewright" };
  const held = document((method, body, headers) => client.ask(method, "activities/state", query, body, headers));
  const write = scribe({ ...course }, session);
  course.language = likeTheLearner(course.language, languages);

  let outbox: Outbox;
  let work: Partial<Work> = {};
  let attempt = registration ?? randomUuid();
  let said = 0;
  /** What earlier sessions left to be said in this one, and what of the final result is with the LRS. */
  let again: Leftovers["again"] = [];
  let settle = (): void => undefined;
  let arrived: VerbName[] = [];
  let unsure = false;
  let sure: Promise<void> | null = null;
  let saves = 0;
  let earlier = 0;
  let began = false;
  let ended = false;
  /** What the LRS has acknowledged, and whether it has something that this window has not been told. */
  let acknowledged = "";
  let unmerged = false;
  let newest: Snapshot | undefined;
  let newer = false;
  let tell = (_: Sending): void => undefined;

  const now = (): Sending => {
    const sending = outbox.sending();
    const wrong = Math.abs(client.behind()) > TOLERANCE;
    return { ...sending, problem: newer ? NEWER : sending.problem ?? (wrong ? CLOCK : null) };
  };
  const changed = () => tell(now());
  const say = (verb: Parameters<typeof write.ofCourse>[0], result?: Json, id?: string) => outbox.add(write.ofCourse(verb, result, id));

  /** Reads what the LRS holds: whether this version can go on with it. */
  const readWork = (): boolean => {
    const text = held.text();
    if (!text) return true;
    work = objectOf(parsed(text));
    newer = work.format !== FORMAT || typeof work.state !== "string";
    if (newer) changed();
    else {
      attempt = registration ?? work.attempt ?? attempt;
      said = Math.max(said, work.progress ?? 0);
    }
    return !newer;
  };

  const pack = ({ state, location, elapsed }: Snapshot, progress: number): string =>
    JSON.stringify({ format: FORMAT, attempt, state, location, progress, spent: earlier + elapsed } satisfies Work);
  const mark = ({ state, location }: Snapshot, progress = said): string => `${state} ${location} ${progress}`;

  const start = () => {
    if (began) return;
    began = true;
    if (session.goesOn) return;
    say("initialized");
    if (counts && work.state) say("resumed");
    for (const [verb, { id, result }] of again) say(verb, result, id);
    settle();
  };

  const onceId = (verb: VerbName) => namedUuid(JSON.stringify([activity, learner, attempt, verb]));

  /** What is said of the course's final result, once: whichever device says it, it has the same id. */
  const conclude = ({ success, score }: Result, spent: number) => {
    const once = (verb: VerbName, result: Json) => {
      if (!arrived.includes(verb)) say(verb, { ...result, duration: duration(spent) }, onceId(verb));
    };
    once("completed", { completion: true });
    if (success !== "unknown") once(success, { success: success === "passed", ...scaled(score) });
    said = ALL;
  };

  const refused = (reason: string): Ack => ({ kind: "refused", reason });

  /** Puts the snapshot, or the newer one that a page which hides has put while this one waited. */
  const put = async (snapshot: Snapshot, progress: number): Promise<Ack> => {
    const last = !newest || snapshot.elapsed >= newest.elapsed ? (newest = snapshot) : newest;
    if (!unmerged) {
      // The first character of a packed state says by which version (docs/state.md).
      if (work.state && work.state[0] !== last.state[0]) {
        newer = true;
        changed();
      }
      if (newer) return refused(UNREADABLE);
      const written = await held.write(pack(last, progress));
      if (written.kind === "accepted") acknowledged = mark(last, progress);
      if (written.kind !== "changed") return written;
      unmerged = true;
    }
    return readWork() ? { kind: "conflict", state: work.state! } : refused(UNREADABLE);
  };

  /** Saves; `aside` where the session does not hear of it: its own next save is told of a conflict. */
  const save = async (snapshot: Snapshot, aside = false): Promise<Ack> => {
    start();
    if (!counts) return { kind: "accepted" };
    saves++;
    await sure;
    void outbox.send();
    // Nothing is saved or said after the end, which may have come meanwhile.
    if (!(await outbox.safe()) || ended) return refused("Unsent");
    const { result, elapsed } = snapshot;
    const reached = result.final ? 0 : Math.floor(result.progress / 100);
    const ack = await put(snapshot, Math.max(reached, said));
    if (ack.kind === "conflict") unmerged = aside;
    if (ended || ack.kind !== "accepted") return ack;
    // Another save of the same moment may have said it.
    if (reached > said) {
      said = reached;
      say("progressed", { extensions: { [PROGRESS]: reached } });
    }
    if (result.final && said < ALL) {
      conclude(result, earlier + elapsed);
      return save(snapshot, aside);
    }
    void outbox.send();
    return ack;
  };

  /** Asks what of a final result that came with the state was said already, where nothing may be said twice. */
  const askWhatArrived = async ({ success }: Result): Promise<void> => {
    for (const verb of ["completed", success] as const) {
      if (verb !== "unknown" && (await holds(client, onceId(verb)))) arrived.push(verb);
    }
    unsure = false;
  };

  /** A final result came with the state, perhaps without its statements. */
  const catchUp = async (open: OpenCourse): Promise<void> => {
    const { result } = open.snapshot();
    if (!counts || !result.final || said === ALL) return;
    unsure = strict;
    if (strict) await (sure = askWhatArrived(result));
    if (!saves) await save(open.snapshot(), true);
  };

  /** Sends what there is to send as the page goes, the end of the session too where it ends. */
  const end = async (last: Snapshot): Promise<void> => {
    if (ended) return;
    ended = true;
    start();
    const { result, elapsed } = last;
    const spent = { duration: duration(elapsed) };
    const late = counts && mark(last) !== acknowledged;
    if (late) void put(last, said);
    if (!session.ends()) return outbox.last();
    if (counts && !newer) {
      // What another device has written, or may have, could make the result another: the next launch says it then.
      if (result.final && said < ALL && !unsure && !unmerged && held.text() !== null) conclude(result, earlier + elapsed);
      if (!result.final) say("suspended", spent);
    }
    const waits = strict && (late || outbox.flying());
    if (waits) void outbox.last();
    say("terminated", spent);
    if (waits) outbox.hold();
    else await outbox.last();
  };

  const leave = async (last: Snapshot, anyway = false): Promise<boolean> => {
    const ack = await save(last, true);
    await outbox.send(true);
    if (!anyway && (ack.kind !== "accepted" || outbox.sending().waiting)) {
      turn(); // the page was told as left, and is in view again
      return false;
    }
    await end(last);
    location.assign(returnTo!);
    return true;
  };

  const outgoing: Outgoing = {
    host: new URL(client.endpoint).host,
    watch(each) {
      tell = each;
      changed();
    },
    refused: async () => JSON.stringify(outbox.takeRefused().map(({ statement, refused }) => ({ refused, statement })), null, 2),
    leave: returnTo ? leave : null,
    audio,
  };

  const record = (event: LearningEvent) => {
    // What comes after the end is told again at the next launch.
    if (ended) return;
    start();
    outbox.add(write.of(event));
  };
  let turn = (): void => undefined;

  return {
    async open(): Promise<Launch> {
      const [{ store, entries }] = await Promise.all([openStore(scope), held.read()]);
      // Where nothing counts, what is left waits for a launch that does.
      const left = strict && !session.goesOn ? await sortOut(client, counts ? entries : [], course.xapi!.verbs, activity) : { entries, gone: [], again: [] };
      again = left.again;
      // Once what is said again is kept: till then they are what a crash would leave.
      settle = () => void store.drop(left.gone);
      outbox = openOutbox(session, scope, store, left.entries, changed);
      const { state = null, location = null, spent = 0 } = readWork() ? work : {};
      earlier = spent;
      return {
        learner: learnerOf(actor),
        mode,
        passMark: session.passMark,
        // Where nothing could be read, there may be something to go on with.
        resumes: !!state || held.text() === null,
        state,
        location,
        keptIn: "lms",
        problem: null,
        registration,
        merges: true,
      };
    },
    begun(open) {
      start();
      for (const sign of ["online", "focus"]) addEventListener(sign, () => void outbox.send(true));
      void outbox.send(true);
      if (counts) turn = attention(open, record);
      show(outgoing, open);
      void catchUp(open);
    },
    turn: () => turn(),
    save: (snapshot) => save(snapshot),
    record,
    suspend(last) {
      if (ended) return;
      if (counts && mark(last) !== acknowledged) void put(last, said);
      void outbox.last();
    },
    close: (last) => void end(last),
  };
}
