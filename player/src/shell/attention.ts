// How long each page was in view, by the session's clock. Only trackers that tell of it carry this.

import { now } from "coursewright";
import type { Left, OpenCourse } from "../tracking/tracker";
import { LEAVING } from "./leaving";

/** Tells of each page that is no longer in view, as the window hides or goes, or when what it gives is called: before another one is shown. */
export function attention(course: OpenCourse, tell: (left: Left) => void): () => void {
  let since: number | undefined;
  const look = () => {
    if (document.visibilityState !== "hidden") since = course.snapshot().elapsed;
  };
  const left = () => {
    const { location, elapsed } = course.snapshot();
    if (since !== undefined) tell({ type: "left", id: location, spent: Math.round(elapsed - since), at: now() });
    since = undefined;
  };
  addEventListener(LEAVING, left);
  document.addEventListener("visibilitychange", look);
  return () => {
    left();
    look();
  };
}
