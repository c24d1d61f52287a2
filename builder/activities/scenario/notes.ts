// The learner's own words on a play: three prompts, kept while typing, which the reflective account shows again.

import { beforeLeaving, button, en, features, type Host, make } from "coursewright";
import { excess } from "coursewright/length";
import { keepTexts, keptTexts, type TextBox, textsKeptIn } from "coursewright/texts";
import { type Notes, notesOf } from "coursewright/work";
import type { Scene, SceneData } from "./scene";

/** What the record calls them, before 1 to 3. */
const NAME = "note";
/** Quiet after the last key before a draft is kept, in milliseconds. */
const QUIET = 2000;

const PROMPTS = [en("What happened?"), en("Why did you choose what you chose?"), en("What will you do next time?")];
const WHERE: Record<Host["keptIn"] | "review" | "nowhere", string> = {
  nowhere: en("You chose not to keep your work: what you write here will be gone when this page is closed. Download a copy before you leave."),
  review: en("You are only looking at this course: what you write here is not kept."),
  window: en("This browser cannot keep what you write: it will be gone when this page is closed. Download a copy before you leave."),
  device: en("What you write stays in this browser on this device; on another device you will not find it."),
  lms: en("What you write is kept with your record in the learning platform, so you can go on with it on another device."),
};

/** By scenario: what keeps the drafts of the debrief that was shown last. */
const savers = new Map<number, () => void>();
beforeLeaving(() => savers.forEach((save) => save()));

const written = (data: SceneData, host: Host): ReturnType<Notes> => {
  const kept = keptTexts(host, data.n, NAME);
  const { prompts } = data.debrief;
  return PROMPTS.map((prompt, index) => [prompts[index] ?? host.t(prompt), kept(index + 1)]);
};
features[notesOf("scenario")] = written as Notes;

/** A window that keeps nothing, without a problem, was asked to. */
const whereKept = (host: Host, n: number): keyof typeof WHERE => {
  if (host.readOnly) return "review";
  return host.keptIn === "window" && !host.launch.problem ? "nowhere" : textsKeptIn(host, n);
};

export function notes(scene: Scene): HTMLElement[] {
  const { data, host } = scene;
  const { n, id } = data;
  savers.get(n)?.();
  const where = make("p.notes-where", host.t(WHERE[whereKept(host, n)]));
  where.id = `${id}--notes`;
  const asked = written(data, host);
  const { most } = data.debrief;
  const fields = asked.map(([prompt, text], index) => field(scene, where.id, index + 1, prompt, text));
  const boxes: TextBox[] = fields.map(({ box }, index) => ({ n: index + 1, max: most, box }));
  let dirty = false;
  let timer = 0;
  const save = (): void => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    if (!keepTexts(host, n, NAME, boxes)) where.textContent = host.t(WHERE.window);
  };
  savers.set(n, save);
  const whole = (): string => asked.flatMap(([prompt], index) => [prompt, boxes[index]!.box.value]).join("\n\n");
  const copy = (): void => host.download(`${host.course.id}-${id}.txt`, `${host.course.title}\n\n${whole()}\n`);
  const form = make(
    "div.notes",
    where,
    ...fields.map(({ whole }) => whole),
    make("div.actions", button(host.t("Download a copy"), copy)),
  );
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = window.setTimeout(save, QUIET);
  });
  form.addEventListener("change", save);
  return [make("h3", host.t("In your own words")), form];
}

/** A box under its prompt, and a place that says when it holds more than is kept. */
function field({ data, host }: Scene, where: string, n: number, prompt: string, text: string): { whole: HTMLElement; box: HTMLTextAreaElement } {
  const id = `${where}-${n}`;
  const box = Object.assign(make("textarea"), { id, rows: 3, value: text });
  const error = Object.assign(make("p.notes-error"), { id: `${id}-error` });
  box.setAttribute("aria-describedby", `${where} ${error.id}`);
  const check = (): void => {
    const count = excess(box.value, data.debrief.most);
    const sentence = host.t("This is too long. Nothing is cut, but it may not be kept until it is shorter. Characters too many, about: {count}", { count });
    if (count && !error.textContent) host.announce(sentence);
    error.textContent = count ? sentence : "";
    box.setAttribute("aria-invalid", String(!!count));
  };
  box.addEventListener("input", check);
  check();
  const label = Object.assign(make("label", prompt), { htmlFor: id });
  return { whole: make("div.notes-field", label, box, error), box };
}
