// The list of pages: what is done, which one is in view, and how much of the course is done. Beside the page where there is
// room, else opened by a button in the header.

import type { CourseData, PageData } from "../course/data";
import type { Host } from "../activity";
import { activityKinds } from "../registry";
import { part } from "../elements";
import type { Session } from "./session";

export interface Contents {
  /** A page came into view. */
  shown(page: PageData): void;
  /** What is done may have changed. */
  update(): void;
}

export interface Counted {
  done: number;
  all: number;
  /** Pages with something left that the course's completion asks for. */
  left: PageData[];
}

/** How much is done of what completion asks for. */
export function count(course: CourseData, session: Session): Counted {
  const { left, all } = session.unfinished();
  const pages = left.map((n) => course.activities.find((each) => each.n === n)?.page ?? n);
  return { done: all - left.length, all, left: course.pages.filter(({ n }) => pages.includes(n)) };
}

export function startContents(course: CourseData, session: Session, t: Host["t"]): Contents {
  const nav = part("contents");
  const toggle = part("contents-toggle");
  const progress = part("progress");
  const header = part("shell=header");
  const bar = progress.querySelector("progress")!;

  const open = (opened: boolean) => {
    nav.hidden = !opened;
    toggle.setAttribute("aria-expanded", String(opened));
  };
  toggle.onclick = () => open(!!nav.hidden);
  nav.onkeydown = (event) => {
    if (event.key !== "Escape" || toggle.offsetParent === null) return;
    open(false);
    toggle.focus();
  };
  open(false);
  toggle.hidden = false;

  // The list stays in view beside a long page, but only while all of it fits: a list that scrolls by itself is a trap.
  const fit = () => {
    const list = nav.firstElementChild as HTMLElement;
    document.documentElement.toggleAttribute("data-contents-fit", header.offsetHeight + list.offsetHeight + 48 < innerHeight);
  };
  addEventListener("resize", fit);

  const pageDone = (n: number) =>
    session.pageDone(n) && course.activities.every((each) => each.page !== n || !activityKinds[each.kind] || session.activityDone(each.n));

  return {
    shown(page) {
      open(false);
      nav.querySelector("[aria-current]")?.removeAttribute("aria-current");
      nav.querySelector(`[data-to="${page.n}"]`)?.setAttribute("aria-current", "page");
    },
    update() {
      for (const link of nav.querySelectorAll<HTMLElement>("[data-to]")) {
        const done = pageDone(Number(link.dataset.to));
        link.toggleAttribute("data-done", done);
        link.querySelector("[data-words]")!.textContent = ` (${done ? t("done") : t("not done yet")})`;
      }
      const { done, all } = count(course, session);
      progress.hidden = !all;
      bar.max = all;
      bar.value = done;
      progress.firstElementChild!.textContent = t("{done} of {all} done", { done, all });
      fit();
    },
  };
}
