// 'Finish and send my result': what is done, what is left, the score so far, and what finishing means. What the result is and
// when it is final is decided elsewhere (course/result.ts); here it is shown and asked for.

import type { CourseData } from "../course/data";
import type { Host } from "../activity";
import { verdict } from "../questions/verdict";
import { count } from "./contents";
import { openDialog } from "./dialog";
import { button, make } from "../elements";
import type { Session } from "./session";
import { announce } from "./speech";
import { percentage } from "./words";
import { en } from "../sentence";

const MEANING =
  en("Your result then stays as it is. You can still open every page and practise, but no better score will count.");

/** Fills the theme's places for the result, and gives what keeps them up to date. */
export function startFinish(course: CourseData, session: Session, t: Host["t"]): () => void {
  const places = [...document.querySelectorAll<HTMLElement>("[data-finish]")];
  const pass = session.passMark;
  // Without an LMS nobody receives the result.
  const sends = session.launch.keptIn === "lms";
  const label = sends ? t("Finish and send my result") : t("Finish and settle my result");
  const percent = percentage(course);
  let final = session.final();

  const scoreLine = () => {
    const score = session.score();
    const words = { score: percent(score ?? 0), pass: percent(pass ?? 0) };
    return score === null
      ? t("No score yet. The pass mark is {pass}.", words)
      : t("Score so far: {score}. The pass mark is {pass}.", words);
  };

  const below = () => (session.passes() ? "" : t("You would not pass now."));

  /** What the place says: the score so far and the way to finish, or the result. */
  const told = (): HTMLElement[] => {
    if (!final) return [make("p", scoreLine()), button(label, () => void press())];
    const { score, success } = session.result();
    const outcome =
      success === "passed"
        ? en("You passed with {score}.")
        : success === "failed"
          ? (score ?? 0) < (pass ?? 0)
            ? en("You did not reach the pass mark. Your score is {score}.")
            : en("You did not reach the pass mark of every part. Your score is {score}.")
          : en("You have completed the course.");
    const sent = !sends
      ? en("Your result is settled.")
      : session.delivered()
        ? en("Your result has been sent.")
        : en("Your result is being sent.");
    return [
      verdict(success === "failed" ? "poor" : "good", t(outcome, { score: percent(score ?? 0) })),
      make("p", `${t(sent)} ${t("What you do now is practice and changes nothing.")}`),
    ];
  };

  const press = async () => {
    const { done, all, left } = count(course, session);
    const links = left.map((page) => {
      const link = make("a", page.title);
      link.href = `#${page.id}`;
      return make("li", link);
    });
    const answer = await openDialog(
      label,
      [
        make("p", `${t("{done} of {all} done", { done, all })}. ${scoreLine()}`),
        make("p", left.length ? t("These are left to do first:") : `${below()} ${t(MEANING)}`),
        make("ul", ...links),
      ],
      [...(left.length ? [] : [{ value: "finish", label }]), { value: "back", label: t("Go back") }],
    );
    if (answer === "finish") session.finish();
  };

  return () => {
    const news = !final && session.final();
    final = session.final();
    for (const place of places) {
      const focused = place.contains(document.activeElement);
      place.hidden = session.readOnly || (!final && pass === null);
      place.replaceChildren(make("h2", t("Your result")), ...told());
      if (focused) (place.querySelector("button") ?? place).focus();
    }
    if (news) announce(told().map(({ lastChild }) => lastChild!.textContent).join(" "));
  };
}
