// What a learner sees of the sending: where it goes, how much waits, what is wrong, and the way out. Only trackers that send
// carry this; its places in the page are the theme's, for packages that send.

import { announce, button, download, en, forget, hook, notice } from "coursewright";
import type { Outgoing, Sending } from "../tracking/lrs/outgoing";
import type { OpenCourse } from "../tracking/tracker";
import { LEAVING } from "./leaving";

/** Milliseconds that sending may take without a word. */
const USUAL = 3000;

const STAYS = en("What is missing stays on this device. It is sent first when you open the course here again, in this browser.");
const LOST = en("This browser cannot keep what is missing. If you leave now, it is lost.");

/** Shows in the page what `outgoing` says, from now on. */
export function showSending(outgoing: Outgoing, course: OpenCourse): void {
  const { host, leave, audio } = outgoing;
  const { t } = course;
  const place = hook(document.body, "sending");
  let now: Sending = { waiting: 0, refused: 0, kept: true, problem: null };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const count = () => t("Still to be sent: {count}", { count: now.waiting });
  const showCount = () => {
    place.textContent = now.waiting ? count() : "";
  };
  const hand = async () => {
    download("refused.json", await outgoing.refused());
    document.getElementById("main")!.focus({ preventScroll: true });
  };

  outgoing.watch((latest) => {
    const before = now;
    const { waiting, refused, problem } = (now = latest);
    clearTimeout(timer);
    if (problem || !waiting || place.textContent) showCount();
    else timer = setTimeout(showCount, USUAL);
    if (problem !== before.problem) {
      if (problem) notice(t, "sending", t(problem));
      else forget("sending");
    }
    if (refused === before.refused) return;
    if (!refused) return forget("refused");
    const sentence = t("Some of your answers were refused where they are recorded: {count}. Download them and give them to whoever runs the course.", { count: refused });
    notice(t, "refused", sentence, true, button(t("Download them"), () => void hand()));
  });

  if (host) hook(document.body, "sends-to").textContent = t("Your answers are sent to {host}.", { host });
  if (!audio) silence();
  if (leave) offer(leave);

  function offer(leave: NonNullable<Outgoing["leave"]>): void {
    const way = hook(document.body, "leave");
    let busy = false;
    const go = async () => {
      dispatchEvent(new Event(LEAVING));
      announce(t("Saving and sending"));
      if (await leave(course.snapshot())) return;
      const answer = await course.ask(t("Not everything could be saved and sent"), `${t(now.kept ? STAYS : LOST)}\n${count()}`, [
        { value: "back", label: t("Stay") },
        { value: "leave", label: t("Leave") },
      ]);
      if (answer === "leave") await leave(course.snapshot(), true);
    };
    way.hidden = false;
    way.onclick = () => {
      if (busy) return;
      busy = true;
      void go().finally(() => (busy = false));
    };
  }
}

/** Mutes all sounds and films, those too that come into the page later: a learner can still switch each on. */
function silence(): void {
  const mute = (media: HTMLMediaElement) => {
    if (!media.defaultMuted) media.defaultMuted = media.muted = true;
  };
  document.querySelectorAll<HTMLMediaElement>("audio, video").forEach(mute);
  document.addEventListener("play", ({ target }) => mute(target as HTMLMediaElement), true);
}
