// The learner's notes on scenarios, above the prompts of an account: each can be added to the answer that it belongs to.

import { type ActivityData, button, features, type Host, later, make } from "coursewright";
import { type Fill, type Notes, notesOf, ownerOf, pageTitle } from "coursewright/work";

interface NotedData extends ActivityData {
  /** The scenarios, by number. */
  from: number[];
}

const notes: Fill = async (host, place) => {
  const [root, { from }] = ownerOf<NotedData>(host, place);
  const answers = [...root.querySelectorAll("textarea")];
  return (await Promise.all(from.map((n) => noted(host, answers, host.data(n))))).flat();
};

/** The notes on one scenario. */
async function noted(host: Host, answers: HTMLTextAreaElement[], data: ActivityData): Promise<HTMLElement[]> {
  const kept = (await later<Notes>(host, notesOf(data.kind)))(data, host);
  const last = kept.length - 1;
  const found = kept.flatMap(([asked, text], i) => {
    // The last note is on what comes next, as the last answer is.
    const at = i === last ? answers.length - 1 : Math.min(i, answers.length - 1);
    return text.trim() ? [note(host, answers, at, asked, text.trim())] : [];
  });
  const none = make("p", host.t("You have no notes on this yet. After a play, its debrief has room for them."));
  return [make("h3", host.t("Your notes: {title}", { title: pageTitle(host, data) })), ...(found.length ? found : [none])];
}

/** A note, and what puts it behind what the answer has already. */
function note(host: Host, answers: HTMLTextAreaElement[], at: number, asked: string, text: string): HTMLElement {
  const number = at + 1;
  const box = answers[at]!;
  const add = (): void => {
    if (box.value.includes(text)) return host.announce(host.t("It is in answer {number} already.", { number }));
    box.value = box.value.trim() ? `${box.value.trimEnd()}\n\n${text}` : text;
    for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
    host.announce(host.t("Added to answer {number}.", { number }));
  };
  const label = host.t("Add to answer {number}", { number });
  const pressed = Object.assign(button(label, add), { disabled: box.disabled });
  pressed.setAttribute("aria-label", `${label}: ${asked}`);
  return make("div.reflection-note", make("p.label", asked), make("blockquote", text), make("div.actions", pressed));
}

features["reflection.notes"] = notes;
