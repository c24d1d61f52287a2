// Questions from banks: draws them, and puts their HTML into the page, where it is only once they were drawn.

import { make, type QuestionData } from "coursewright";
import { draw, mayDraw, placed, preferred } from "./draw";
import { ANSWERING, feature } from "./feature";

feature((quiz) => {
  const { data, host } = quiz;
  const { slots } = data;
  if (!slots) return {};
  const all = mayDraw(slots);
  const kept = host.values(data.n);
  let drawn = (kept?.drawn ?? []) as number[];
  let seen = (kept?.seen ?? []) as number[];

  const drawAgain = (stay: number[]) => {
    drawn = draw(slots, preferred(host.shuffle(data.n, all, quiz.attempt()), stay, seen, drawn));
    seen = [...seen, ...drawn];
    return { drawn, seen };
  };

  if (quiz.phase() === ANSWERING) {
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
  const made = new Set<number>();
  return {
    begin: () => drawAgain([]),
    numbers(fixed) {
      const there = [...new Set(drawn)].filter((n) => all.includes(n));
      for (const n of there) {
        if (made.has(n)) continue;
        made.add(n);
        const item = make("li");
        item.innerHTML = host.data<QuestionData>(n).html!;
        quiz.part("questions").append(item);
      }
      return placed(fixed, slots, there);
    },
  };
});
