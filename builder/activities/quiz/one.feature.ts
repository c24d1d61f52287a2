// One question at a time, with Next and Back, while the attempt is answered; afterwards all of them.

import { ANSWERING, feature, listed } from "./feature";

feature("one", (quiz) => {
  const { host, part } = quiz;
  let at = 0;

  const show = () => {
    const answering = quiz.phase() === ANSWERING;
    const shown = listed(quiz);
    const last = shown.length - 1;
    // The item itself stays, so that it is counted.
    shown.forEach((asked, i) => (asked.section.hidden = answering && i !== at));
    part("backward").hidden = at <= 0;
    part("forward").hidden = at >= last;
    if (answering) part("send").hidden = at < last;
    part("place").textContent = host.t("Question {n} of {all}", { n: at + 1, all: last + 1 });
  };
  const turn = (step: number) => {
    at += step;
    show();
    host.focus(listed(quiz)[at]!.section.querySelector("legend")!);
  };
  part("backward").onclick = () => turn(-1);
  part("forward").onclick = () => turn(1);

  return {
    show() {
      const shown = listed(quiz);
      const open = shown.findIndex((asked) => !asked.view.read());
      at = open < 0 ? shown.length - 1 : open;
      show();
    },
    reveal(asked) {
      at = listed(quiz).indexOf(asked);
      show();
    },
  };
});
