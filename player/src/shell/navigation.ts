// One page in view at a time, by fragments: Back, deep links and links in the text all work the same way. A page that
// comes into view gets the focus on its heading, the window's title, and is saved as the place to come back to.

import type { CourseData, PageData } from "../course/data";
import type { Host } from "../activity";
import { button, found } from "../elements";
import { forget, notice } from "./notices";
import type { Session } from "./session";
import { announce, focus, headingInView } from "./speech";

/** Shows the page that was asked for by the address, or left last, or the first; then follows the address. */
export function startNavigation(course: CourseData, session: Session, t: Host["t"], shown: (page: PageData) => void): void {
  let current = 0;

  const show = (page: PageData, goTo: HTMLElement | null) => {
    const section = document.getElementById(page.id)!;
    if (page.n !== current) {
      found("current")?.removeAttribute("data-current");
      section.dataset.current = "";
      document.documentElement.dataset.ready = "";
      document.title = `${page.title} - ${course.title}`;
      if (current) {
        announce(t("Page {number} of {count}", { number: course.pages.indexOf(page) + 1, count: course.pages.length }));
        forget("resumed");
      }
      current = page.n;
      shown(page);
      session.visit(page.n);
    }
    if (goTo === section) {
      scrollTo(0, 0);
      headingInView()?.focus();
    } else if (goTo) {
      focus(goTo);
    }
  };

  const follow = () => {
    const target = location.hash ? targeted() : document.getElementById(opened.id);
    const page = pageOf(course, target);
    if (page) show(page, target);
  };

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link) return;
    if (link.hash === "#main") {
      // The skip link stays on the page that is in view.
      event.preventDefault();
      headingInView()?.focus();
    } else if (link.hash === location.hash) {
      follow();
    }
  });
  addEventListener("hashchange", follow);

  const asked = targeted();
  const [first] = course.pages;
  // An address without a fragment means the page that the window was opened with, so that Back comes here again.
  const opened = pageOf(course, asked) ?? session.page() ?? first!;
  show(opened, asked);
  if (!asked && opened !== first) {
    const back = button(t("Start from the beginning"), () => (location.hash = first!.id));
    notice(t, "resumed", t("You are back where you stopped: {page}.", { page: opened.title }), false, back);
  }
}

/** The element that the address names, if there is one. */
const targeted = () => document.querySelector<HTMLElement>(":target");

function pageOf(course: CourseData, target: HTMLElement | null): PageData | undefined {
  const number = Number(target?.closest<HTMLElement>("[data-page]")?.dataset.page);
  return course.pages.find(({ n }) => n === number);
}
