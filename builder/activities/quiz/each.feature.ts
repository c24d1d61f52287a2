// Each question is checked by itself, and its answer then stays. Where the author says so, what was missed comes back after
// the others, until it is right or the learner sends; only the first answer counts.

import { type Asked, hook, verdict } from "coursewright";
import { ANSWERING, feature, listed } from "./feature";

const ALL = 10000;
// A question's `tries` in such a quiz: checked once, and put right when it came back.
const CHECKED = 1;
const RIGHTED = 2;
// Its `first`.
const RIGHT = 1;
const MISSED = 2;

feature((quiz) => {
  const { data, host, part, checked } = quiz;
  if (!data.each) return {};
  const checks = new Map<number, HTMLElement>();
  const righted = new Set<number>();
  const right = (asked: Asked, values = asked.values()) => (asked.rules.score(asked.data, values) ?? ALL) === ALL;
  const missed = () => quiz.asked().filter((asked) => {
    const first = checked.get(asked.data.n);
    return !!first && !right(asked, first) && !righted.has(asked.data.n);
  });
  const openNow = (asked: Asked) => !checks.get(asked.data.n)!.hidden;

  /** Offers to come back to what was missed, once nothing else is open. */
  const offer = () => {
    if (data.again) part("again").hidden = quiz.phase() !== ANSWERING || listed(quiz).some(openNow) || !missed().length;
  };
  const ask = (asked: Asked) => {
    asked.open();
    checks.get(asked.data.n)!.hidden = false;
  };
  const grade = (asked: Asked) => {
    const { n } = asked.data;
    const good = right(asked);
    const back = checked.has(n);
    if (!back) checked.set(n, asked.values());
    else if (good) righted.add(n);
    if (!quiz.practice()) {
      if (!back) asked.keep({ checked: 1, tries: CHECKED, first: good ? RIGHT : MISSED });
      else if (good) host.put(n, { tries: RIGHTED });
      quiz.report(asked, back);
    }
    quiz.mark(asked, good || !data.again);
    checks.get(n)!.hidden = true;
    offer();
  };

  if (data.again) {
    part("again").addEventListener("click", () => {
      const round = missed();
      for (const asked of round) {
        asked.write(null);
        ask(asked);
      }
      part("round").hidden = false;
      part("questions").replaceChildren(...round.map(quiz.item));
      quiz.go(round[0]!);
      offer();
    });
  }
  return {
    begin() {
      righted.clear();
      return {};
    },
    opened(asked, item) {
      const { n } = asked.data;
      const check = hook(item, "check");
      const outcome = hook(item, "outcome");
      checks.set(n, check);
      if (Number(host.values(n)?.tries) === RIGHTED) righted.add(n);
      item.addEventListener("submit", () => {
        if (check.hidden) return;
        const lacking = asked.lacks();
        if (lacking) {
          outcome.replaceChildren(verdict("fair", lacking));
          outcome.hidden = false;
        } else {
          grade(asked);
        }
        host.focus(outcome);
      });
    },
    show() {
      if (data.again) part("round").hidden = true;
      for (const asked of quiz.asked()) {
        const first = checked.get(asked.data.n);
        checks.get(asked.data.n)!.hidden = true;
        if (quiz.phase() !== ANSWERING) continue;
        if (first) quiz.mark(asked, right(asked, first) || !data.again);
        else ask(asked);
      }
      offer();
    },
  };
});
