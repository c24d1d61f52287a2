// What kinds get (player/src/kit.ts): the session and the shell behind one small interface.

import type { ActivityData, CourseData } from "../course/data";
import type { Host } from "../activity";
import { ask } from "./dialog";
import { download } from "./download";
import type { Session } from "./session";
import { announce, focus } from "./speech";
import { percentage } from "./words";

export function makeHost(course: CourseData, session: Session, t: Host["t"]): Host {
  const { launch } = session;
  return {
    ...session,
    course,
    t,
    percent: percentage(course),
    ask,
    announce,
    focus,
    download,
    keptIn: launch.keptIn,
    textsTravel: course.texts === "state",
    data: <D extends ActivityData>(n: number) => course.activities.find((each) => each.n === n) as D,
  };
}
