// One question at a time, with Next and Back, while the attempt is answered; afterwards all of them.

import { hook } from "coursewright";
import { ANSWERING, feature } from "./feature";

feature((quiz) => {
  const { data, host, part } = quiz;
  if (!data.one) return {};
  let at = 0;

  const show = () => {
    const answering = quiz.phase() === ANSWERING;
    const listed = quiz.listed();
    const last = listed.length - 1;
    // The item itself stays, so that it is counted.
    listed.forEach((asked, i) => ((quiz.item(asked).firstElementChild as HTMLElement).hidden = answering && i !== at));
    part("turn").hidden = !answering;
    part("backward").hidden = at <= 0;
    part("forward").hidden = at >= last;
    if (answering) part("send").hidden = at < last;
    part("place").hidden = !answering;
    part("place").textContent = host.t("Question {n} of {all}", { n: at + 1, all: last + 1 });
  };
  const turn = (step: number) => {
    at += step;
    show();
    host.focus(hook(quiz.item(quiz.listed()[at]!), "question").querySelector("legend")!);
  };
  part("backward").addEventListener("click", () => turn(-1));
  part("forward").addEventListener("click", () => turn(1));

  return {
    show() {
      const open = quiz.listed().findIndex((asked) => !asked.view.read());
      at = open < 0 ? quiz.listed().length - 1 : open;
      show();
    },
    listed() {
      at = 0;
      show();
    },
    reveal(asked) {
      at = quiz.listed().indexOf(asked);
      show();
    },
  };
});
