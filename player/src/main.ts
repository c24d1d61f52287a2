// The player: opens the learner's session, starts what is on the pages, and follows the learner through them. Kinds and
// trackers are scripts of their own that register here first; what this file exports is all that they can import.

import type { CourseData, QuestionData } from "./course/data";
import { shower } from "./questions/later";
import { practise } from "./questions/practice";
import type { Fill } from "./questions/work";
import { activityKinds, makeTracker } from "./registry";
import { startAppearance } from "./shell/appearance";
import { startContents } from "./shell/contents";
import { ask } from "./shell/dialog";
import { part, whenSeen } from "./elements";
import { startFinish } from "./shell/finish";
import { makeHost } from "./shell/host";
import { startNavigation } from "./shell/navigation";
import { notice } from "./shell/notices";
import { openSession } from "./shell/session";
import { type Status, statusText } from "./shell/status";
import { translator } from "./shell/words";

export * from "./kit";

/** Milliseconds to wait for the first paint. */
const PATIENCE = 250;

declare const Coursewright_data: CourseData;

/** Starts the course in the page. Called once, by the last line of a course's script. */
export async function start(): Promise<void> {
  await firstPaint();
  const course = Coursewright_data;
  const t = translator(course.strings);
  let update = (): void => undefined;
  startAppearance();
  const session = await openSession(course, makeTracker(course), (kind) => activityKinds[kind], {
    t,
    ask,
    status: (status) => showStatus(statusText(status, t, course.language), status),
    notice: (name, sentence) => notice(t, name, t(sentence)),
    changed: () => update(),
  });

  const host = makeHost(course, session, t);
  const updates = course.activities.map((data) => {
    const root = part(`activity="${data.n}"`);
    const kind = activityKinds[data.kind];
    if (kind) return kind.start(root, data, host);
    const question = data as QuestionData;
    if (!question.quiz) practise(root, question, host);
  });
  for (const place of document.querySelectorAll<HTMLElement>("[data-later]")) {
    whenSeen(place, shower<Fill>(host, place, place.dataset.later!, (fill) => fill(host, place)));
  }
  session.begun();

  const contents = startContents(course, session, t);
  const finish = startFinish(course, session, t);
  // Several changes of one moment are shown once.
  let planned = 0;
  update = () => {
    planned ||= requestAnimationFrame(() => {
      planned = 0;
      for (const each of [contents.update, finish, ...updates]) each?.();
    });
  };
  update();
  startNavigation(course, session, t, contents.shown);
  // Pictures of later pages come after all else, and then at once: a learner whose connection drops reads on.
  for (const image of document.images) image.loading = "eager";
}

/** The text is there to be read before the player takes the processor. A hidden window paints nothing, and need not. */
const firstPaint = (): Promise<void> =>
  new Promise((go) => {
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, PATIENCE);
  });

let told = "";

/** The save status. What goes as it should is not said aloud; what does not is, once, however often it is tried again. */
function showStatus(sentence: string, status: Status): void {
  const { kind } = status;
  const place = part("status");
  const quiet = kind === "saving" || kind === "saved" || sentence === told;
  place.setAttribute("aria-live", quiet ? "off" : "polite");
  place.dataset.status = kind;
  place.title = kind === "unsaved" ? status.reason : "";
  place.textContent = sentence;
  if (kind !== "saving") told = sentence;
}
