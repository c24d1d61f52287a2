// Questions from banks: draws them, and puts their HTML into the page, where it is only once they were drawn.

import type { QuestionData } from "coursewright";
import { draw, mayDraw, placed, preferred } from "./draw";
import { ANSWERING, feature } from "./feature";

feature("draw", (quiz) => {
  const { data, host } = quiz;
  const { slots } = data;
  const all = mayDraw(slots);
  const kept = host.values(data.n);
  let drawn = (kept?.drawn ?? []) as number[];
  let seen = (kept?.seen ?? []) as number[];
  const made = new Set<number>();

  const drawAgain = (stay: number[]) => {
    drawn = draw(slots, preferred(host.shuffle(data.n, all, quiz.attempt()), stay, seen, drawn));
    seen = [...seen, ...drawn];
    return { drawn, seen };
  };
  /** Puts what was drawn on the list, where it is not yet, and among the attempt's questions. */
  const place = () => {
    const there = drawn.filter((n) => all.includes(n));
    for (const n of there) {
      if (made.has(n)) continue;
      made.add(n);
      quiz.part("questions").insertAdjacentHTML("beforeend", `<li>${host.data<QuestionData>(n).html!}</li>`);
    }
    quiz.numbers = placed(data.questions, slots, there);
  };

  // Drawn again, the same questions might stand in another order.
  const stands = drawn.length === slots.length && slots.every(([, from], slot) => from.includes(drawn[slot]!));
  if (quiz.phase() === ANSWERING && !stands) {
    const before = drawn;
    const fields = drawAgain(drawn);
    const fresh = drawn.filter((n) => !before.includes(n));
    if (fresh.length || drawn.length < before.length) {
      quiz.part("told").hidden = false;
      quiz.put(fields);
      // What an earlier attempt answered is no answer now.
      if (!quiz.practice()) for (const n of fresh) host.put(n, null);
    }
  }
  place();
  return {
    begin() {
      const fields = drawAgain([]);
      place();
      return fields;
    },
  };
});
