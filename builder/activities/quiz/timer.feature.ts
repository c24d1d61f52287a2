// A time limit that nobody has to take: chosen before each attempt, without it by one click. The time left is kept, warnings
// are said politely, and when it is over the answers go as they are (WCAG 2.2.1).

import { beforeLeaving } from "coursewright";
import { ANSWERING, feature, SENT } from "./feature";

// What record 0 says in `timed` (docs/architecture.md, Numbers).
const UNTIMED = 1;
const TIMED = 2;
/** Seconds: when the learner is warned. */
const WARNINGS = [300, 60];
/** Seconds between two keepings of the time left. */
const KEEP = 30;

feature("timer", (quiz) => {
  const { data, host, part } = quiz;
  const choice = part("limit");
  const clock = part("clock");
  const radio = (timed: number) => choice.querySelector<HTMLInputElement>(`[value="${timed}"]`)!;
  // Seconds; below 0 there is no limit. The record has one more, so that its 0 says so.
  let left = Number(host.values(data.n)?.left ?? 0) - 1;
  let kept = left;
  let at = host.clock();

  const counts = () => quiz.phase() === ANSWERING && left >= 0;
  const keep = () => {
    if (!counts()) return;
    kept = left;
    quiz.put({ left: Math.ceil(left) + 1 });
  };
  const tell = () => {
    const seconds = Math.ceil(left);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    clock.hidden = !counts();
    clock.textContent = host.t("Time left: {time}", { time });
  };
  const tick = () => {
    const now = host.clock();
    const passed = (now - at) / 1000;
    at = now;
    if (!counts()) return;
    const before = left;
    left = Math.max(left - passed, 0);
    for (const warning of WARNINGS) {
      if (before > warning && left <= warning) host.announce(host.t("Minutes left: {minutes}.", { minutes: warning / 60 }));
    }
    tell();
    if (!left) {
      quiz.send();
      part("over").hidden = false;
      host.announce(part("over").textContent!);
    } else if (kept - left >= KEEP) keep();
  };
  setInterval(tick, 1000);
  beforeLeaving(keep);
  radio(host.values(0)?.timed === UNTIMED ? UNTIMED : TIMED).checked = true;

  return {
    begin() {
      const timed = radio(TIMED).checked;
      host.put(0, { timed: timed ? TIMED : UNTIMED });
      left = kept = timed ? data.minutes! * 60 : -1;
      at = host.clock();
      return { left: left + 1 };
    },
    show() {
      const sent = quiz.phase() === SENT;
      const button = part(sent ? "next" : "start");
      button.parentElement!.before(choice);
      choice.hidden = button.hidden || quiz.phase() === ANSWERING;
      part("over").hidden = true;
      tell();
    },
  };
});
