// The form of a reflection. Nothing is marked and nothing is ever cut. The learner is told before typing where the words are
// kept: with the record where texts travel, else on this device, or nowhere if it cannot keep them.

import { beforeLeaving, en, features, hook, now } from "coursewright";
import { excess, words } from "coursewright/length";
import { keepTexts, keptTexts, textsKeptIn } from "coursewright/texts";
import { type Open, OPEN } from "./form";

/** Quiet after the last key before a draft is kept, in milliseconds. */
const QUIET = 2000;

/** What the record calls the texts, before the field's number. */
const NAME = "text";

const open: Open = (root, data, host) => {
  const { textsTravel: travels } = host;
  const part = (name: string) => hook(root, name);
  const values = host.values(data.n);
  const kept = keptTexts(host, data.n, NAME);
  let dirty = false;
  let timer = 0;
  let began = 0;
  /** Nothing but the copy that the learner downloads would last. */
  let needsCopy = false;
  /** The file's text at the last download. */
  let copied = "";

  const fields = data.fields.map((field) => {
    const place = root.querySelector<HTMLElement>(`[data-field="${field.n}"]`)!;
    const box = place.querySelector("textarea")!;
    box.value = kept(field.n);
    box.disabled = false;
    return { ...field, place, box, excess: () => excess(box.value, field.max) };
  });

  /** Shows those of the sentences `[data-<name>]` that the page has ready for this case. */
  const tell = (name: string, ...cases: string[]) => {
    for (const line of root.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
      line.hidden = !cases.includes(line.getAttribute(`data-${name}`)!);
    }
  };
  const tellWhere = () => {
    const keeps = textsKeptIn(host, data.n);
    needsCopy = !travels || keeps === "window";
    if (host.readOnly) tell("where", "review");
    else tell("where", keeps, host.keptIn === "lms" ? "report" : "", travels ? "" : "unsent");
  };
  const say = (about: string) => {
    tell("say", about);
    host.focus(part("state"));
  };

  const show = () => {
    let total = 0;
    for (const { place, box, excess } of fields) {
      const written = words(box.value);
      const error = hook(place, "error");
      const over = excess();
      const news = over > 0 && error.hidden;
      total += written;
      hook(place, "count").textContent = String(written);
      hook(place, "excess").textContent = String(over);
      box.setAttribute("aria-invalid", String(over > 0));
      error.hidden = !over;
      if (news) host.announce(error.textContent!);
    }
    part("total").textContent = String(total);
    if (data.words) {
      part("short").hidden = total >= data.words[0];
      part("long").hidden = total <= data.words[1];
    }
  };

  /** Keeps what was written since the last time. */
  const save = () => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    if (!keepTexts(host, data.n, NAME, fields)) tellWhere();
  };

  const prompt = (place: HTMLElement) => hook(place, "prompt").textContent!.trim();
  const file = () => [host.course.title, ...fields.flatMap(({ place, box }) => [prompt(place), box.value])].join("\n\n") + "\n";
  const copy = () => host.download(`${host.course.id}-${data.id}.txt`, (copied = file()));
  const confirmed = async (title: string, body: string, yes: string) =>
    (await host.ask(host.t(title), body, [
      { value: "yes", label: host.t(yes) },
      { value: "back", label: host.t("Go back") },
    ])) === "yes";

  const submit = async () => {
    save();
    const faulty = fields.find(({ excess }) => excess());
    if (faulty) return faulty.box.focus();
    const written = fields.filter(({ box }) => box.value.trim());
    if (!written.length) return say("empty");
    if (needsCopy && copied !== file()) {
      const why = host.t("Your text is not sent anywhere. The copy that you download is the one to keep and to hand in.");
      if (!(await confirmed(en("Download your copy first"), why, en("Download a copy")))) return;
      copy();
    }
    const gaps = fields.length - written.length;
    const notes = [gaps ? host.t("Prompts without an answer: {count}.", { count: gaps }) : "", part("summary").innerText];
    if (!(await confirmed(en("Submit your reflection?"), notes.join("\n").trim(), en("Submit")))) return;
    host.put(data.n, { submitted: 1 });
    if (data.report) written.forEach(report);
    say("submitted");
  };
  const report = ({ id, text, box }: (typeof fields)[number]) =>
    host.record({
      type: "answered",
      id: `${data.id}-${id}`,
      prompt: text,
      options: [],
      response: { type: "fill-in", texts: [box.value], long: true },
      correct: [],
      result: "neutral",
      weight: 0,
      latency: began ? Math.round(host.clock() - began) : 0,
      at: now(),
      objectives: data.objectives,
    });
  const erase = async () => {
    const what = host.t("All that you have written here is erased and cannot be brought back. Copies that you downloaded stay yours.");
    if (!(await confirmed(en("Erase your text?"), what, en("Erase my text")))) return;
    for (const { box } of fields) box.value = "";
    dirty = true;
    save();
    show();
    say("erased");
  };

  root.oninput = () => {
    dirty = true;
    began ||= host.clock();
    clearTimeout(timer);
    timer = window.setTimeout(save, QUIET);
    show();
  };
  root.onchange = save;
  beforeLeaving(save);
  root.onsubmit = (event) => {
    event.preventDefault();
    void submit();
  };
  part("download").onclick = copy;
  part("erase").onclick = erase;
  part("actions").hidden = false;
  tellWhere();
  tell("say", values?.submitted ? "submitted" : "");
  show();
};

features[OPEN] = open;
