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
  .filter((element) => element.checkVisibility() && !element.matches(".table, .visually-hidden, textarea, select"))
  .filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
      || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
  })
  .map((element) => element.outerHTML.slice(0, 120))"""

# Controls that are smaller than they must be; a link in a sentence is as high as its line (WCAG 2.5.8).
SMALL = """(least) => [...document.querySelectorAll(
    "button, select, textarea, input:not(.option > input, label > input), .option > label, label:has(> input)," +
    ".contents a, .turn a, .finish a, dialog a, .story li > a")]
  .filter((element) => element.checkVisibility())
  .map((element) => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
  .filter(([, place]) => place.width < least || place.height < least)
  .map(([html]) => html)"""


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
    assert frame.evaluate(SIDEWAYS) == [0, []], where
    assert frame.evaluate(CUT) == [], where
    assert frame.evaluate(SMALL, TARGET) == [], where


def fits_when_spaced(frame: Frame, where: str) -> None:
    """Text of more spacing is whole too."""
    frame.evaluate(SPACED, True)
    assert frame.evaluate(SIDEWAYS)[0] == 0, where
    assert frame.evaluate(CUT) == [], where
    frame.evaluate(SPACED, False)
