// The plain web page: there is no LMS, so the work is kept on this device, if the learner wants it, under a name that they
// give. Several people may share the device and the course.

import { tracker } from "coursewright";
import { askText as askInDialog } from "./ask_text";
import { local, read, tab, write } from "./kept_json";
import type { Asker, Launch, Snapshot, Tracker } from "./tracker";
import { en } from "../sentence";

interface Profile {
  id: string;
  name: string;
}

const NOBODY = "nobody";
const SOMEONE_NEW = "new";

/** The tracker for the course of that id. */
export function device(course: string, askText = askInDialog): Tracker {
  const key = `coursewright/${encodeURIComponent(course)}`;
  let profile: Profile | null = null;

  const place = () => `${key}/kept/${profile?.id ?? ""}`;
  const profiles = (): Profile[] => read(local, `${key}/profiles`) ?? [];

  async function introduce({ t }: Asker): Promise<Profile | null> {
    const { value, text } = await askText(
      t("Keep your work on this device?"),
      t("Then you can close this page and go on another day. Whoever uses this device and browser can open what is kept."),
      t("A name to find it by"),
      [
        { value: "keep", label: t("Keep my work") },
        { value: NOBODY, label: t("Do not keep it") },
      ],
    );
    if (value !== "keep") return null;
    const known = profiles();
    const ids = known.map((each) => Number(each.id));
    const made = { id: String(Math.max(0, ...ids) + 1), name: text.trim() || t("Learner {number}", { number: known.length + 1 }) };
    write(local, `${key}/profiles`, [...known, made]);
    return made;
  }

  async function recognise(asker: Asker, known: Profile[]): Promise<Profile | null> {
    const { t } = asker;
    const answer = await asker.ask(t("Who is working?"), t("Work on this course is kept on this device."), [
      ...known.map(({ id, name }) => ({ value: id, label: t("Go on as {name}", { name }) })),
      { value: SOMEONE_NEW, label: t("Someone else") },
      { value: NOBODY, label: t("Do not keep my work") },
    ]);
    return answer === SOMEONE_NEW ? introduce(asker) : known.find(({ id }) => id === answer) ?? null;
  }

  const save = (last: Snapshot): boolean => !!profile && write(local, place(), { state: last.state, location: last.location });

  return {
    async choose(asker) {
      if (!write(local, `${key}/probe`, 1)) return;
      const known = profiles();
      const before = read<string>(tab, `${key}/profile`);
      profile = known.find(({ id }) => id === before) ?? null;
      if (profile || before === NOBODY) return; // the page was loaded again
      profile = known.length ? await recognise(asker, known) : await introduce(asker);
      write(tab, `${key}/profile`, profile?.id ?? NOBODY);
    },
    async open(): Promise<Launch> {
      const kept = profile && read<{ state: string; location: string }>(local, place());
      return {
        learner: { id: null, name: profile?.name ?? null },
        mode: "normal",
        passMark: null,
        resumes: !!kept,
        state: kept?.state ?? null,
        location: kept?.location ?? null,
        keptIn: profile ? "device" : "window",
        problem: write(local, `${key}/probe`, 1)
          ? null
          : en("This browser cannot keep your work: it lasts as long as this window is open."),
      };
    },
    save: async (last) => (save(last) ? { kind: "accepted" } : { kind: "refused", reason: "Not kept" }),
    record() {}, // nobody reads reports here
    suspend: save,
    close: save,
  };
}

tracker("device", (course) => device(course.id));
