"""What axe finds in a page as it stands. Contrast is measured in both colour schemes, all else once."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Options = dict[str, Any]

# Style sheets are read from the page: axe would fetch them again, which the course's policy forbids. The size of
# targets (WCAG 2.5.8) is the one rule of WCAG 2.2 AA that axe leaves out by default.
ALL: Options = {"preload": False, "resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
CONTRAST: Options = {**ALL, "runOnly": ["color-contrast"]}

# Pages out of view are put aside meanwhile: axe would read them only to find that nobody sees them, which takes four
# times as long.
RUN = """async (options) => {
  const hidden = document.querySelectorAll("main:has(> [data-current]) > section[data-page]:not([data-current])");
  const back = [...hidden].map((page) => {
    const place = document.createComment("");
    page.replaceWith(place);
    return () => place.replaceWith(page);
  });
  try {
    return await axe.run(document, options);
  } finally {
    back.forEach((put) => put());
  }
}"""


def faults(page: Page) -> list[str]:
    """A line for each violation, with the elements it is about; none in a page that is as it should be."""
    found = _run(page, "light", ALL) + _run(page, "dark", CONTRAST)
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, scheme: Any, options: Options) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("'axe' in self"):
        page.evaluate(Axe().axe_script)
    result = page.evaluate(RUN, options)
    return [
        f"{scheme}: {violation['id']}: {violation['help']}: {[node['html'][:160] for node in violation['nodes']]}"
        for violation in result["violations"]
    ]
