// Each question is checked by itself, and its answer then stays. Where the author says so, what was missed comes back after
// the others, until it is right or the learner sends; only the first answer counts.

import { type Asked, hook } from "coursewright";
import { ANSWERING, feature, itemOf, listed } from "./feature";

const ALL = 10000;
// A question's `tries` in such a quiz: checked once, and put right when it came back.
const CHECKED = 1;
const RIGHTED = 2;
// Its `first`.
const RIGHT = 1;
const MISSED = 2;

feature("each", (quiz) => {
  const { data, host, part, checked } = quiz;
  const { again } = data;
  const righted = new Set<number>();
  const right = (asked: Asked, values = asked.values()) => (asked.rules.score(asked.data, values) ?? ALL) === ALL;
  const missed = () =>
    quiz.asked().filter((asked) => {
      const first = checked.get(asked.data.n);
      return first && !right(asked, first) && !righted.has(asked.data.n);
    });
  const isOpen = (asked: Asked) => !hook(asked.section, "check").hidden;

  /** Offers to come back to what was missed, once nothing else is open. */
  const offer = () => {
    if (again) part("again").hidden = quiz.phase() !== ANSWERING || listed(quiz).some(isOpen) || !missed().length;
  };
  if (again) {
    part("again").onclick = () => {
      const round = missed();
      for (const asked of round) {
        asked.write(null);
        asked.open();
      }
      part("round").hidden = false;
      part("questions").replaceChildren(...round.map(itemOf));
      quiz.go(round[0]!);
      offer();
    };
  }
  return {
    begin() {
      righted.clear();
      return {};
    },
    opened({ data: { n } }) {
      if (host.values(n)?.tries === RIGHTED) righted.add(n);
    },
    check(asked) {
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
      quiz.mark(asked, good || !again);
      offer();
    },
    show() {
      if (again) part("round").hidden = true;
      if (quiz.phase() !== ANSWERING) return;
      for (const asked of quiz.asked()) {
        const first = checked.get(asked.data.n);
        if (first) quiz.mark(asked, right(asked, first) || !again);
      }
      offer();
    },
  };
});
