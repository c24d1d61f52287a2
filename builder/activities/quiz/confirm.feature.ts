// A confirmation before sending, which names what has no answer yet (WCAG 3.3.4): where there is no page for that.

import { ANSWERING, feature } from "./feature";

feature("confirm", (quiz) => {
  const { host, part } = quiz;
  const ask = async () => {
    const all = quiz.asked();
    const missing = all.filter((asked) => !asked.view.read());
    const numbers = missing.map((asked) => all.indexOf(asked) + 1).join(", ");
    const state = missing.length ? host.t("No answer yet to question: {numbers}.", { numbers }) : host.t("Every question has an answer.");
    const answer = await host.ask(host.t("Send your answers?"), `${state}\n${host.t("Once sent, the answers of this attempt cannot be changed.")}`, [
      { value: "send", label: host.t("Send my answers") },
      { value: "back", label: host.t("Go back") },
    ]);
    // The time may have been up while the question stood there.
    if (quiz.phase() !== ANSWERING) host.focus(part("result"));
    else if (answer === "send") quiz.send();
    else if (missing.length) quiz.go(missing[0]!);
  };
  return { sending: () => void ask() };
});
