"""Whether a page fits its window: nothing beyond its sides, no text cut off, no control too small to press."""

from __future__ import annotations

from playwright.sync_api import Frame

TARGET = 24

# What goes beyond the sides of the window; wide tables may, inside their own scrolling box.
SIDEWAYS = """() => {
  const wide = (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
  return [document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && wide(element))
      .filter((element) => !element.closest(".table, .visually-hidden"))
      .map((element) => element.outerHTML.slice(0, 120))];
}"""

# Text that its own box cuts off, or that can only be read by scrolling the box sideways.
CUT = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !element.matches(".table, .visually-hidden, textarea, select, input"))
  .filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
  })
  .map((element) => element.outerHTML.slice(0, 120))"""

# Controls that are smaller than they must be, each with its labels, which can be pressed too; a link in a sentence is
# as high as its line (WCAG 2.5.8).
SMALL = """(least) => [...document.querySelectorAll(
    "button, select, textarea, input, .contents a, .turn a, .finish a, dialog a, .story li > a")]
  .filter((control) => control.checkVisibility())
  .filter((control) => ![control, ...(control.labels ?? [])].some((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width >= least && height >= least;
  }))
  .map((control) => control.outerHTML.slice(0, 120))"""

# The spacing that a learner may set, and that no text may be lost by (WCAG 1.4.12).
SPACED = """(spaced) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("p { margin-block-end: 2em !important }" +
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
  document.adoptedStyleSheets = spaced ? [sheet] : [];
}"""


# Where the focus is, and whether the header that stays in view lies over it (WCAG 2.4.11).
COVERED = """() => {
  const header = document.querySelector("[data-shell=header]");
  const element = document.activeElement;
  const top = getComputedStyle(header).position === "sticky" ? header.getBoundingClientRect().bottom : 0;
  const place = element.getBoundingClientRect();
  return !header.contains(element) && (place.bottom <= top || place.top >= innerHeight);
}"""


def fits(frame: Frame, where: str) -> None:
    """Nothing sticks out, is cut off or is too small to press in the window as it is."""
    is_whole(frame, where)
    assert (small := frame.evaluate(SMALL, TARGET)) == [], f"{where}: too small: {small}"


def is_whole(frame: Frame, where: str) -> None:
    """Nothing sticks out or is cut off."""
    assert (wide := frame.evaluate(SIDEWAYS)) == [0, []], f"{where}: sticks out: {wide}"
    assert (cut := frame.evaluate(CUT)) == [], f"{where}: cut off: {cut}"


def is_whole_when_spaced(frame: Frame, where: str) -> None:
    """The same with the spacing that a learner may set."""
    frame.evaluate(SPACED, True)
    is_whole(frame, f"{where}, spaced")
    frame.evaluate(SPACED, False)


def is_whole_when_large(frame: Frame, where: str) -> None:
    """The same with text of twice the size."""
    frame.evaluate("document.documentElement.style.fontSize = '200%'")
    is_whole(frame, f"{where}, large")
    frame.evaluate("document.documentElement.style.fontSize = ''")
