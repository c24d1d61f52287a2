"""Takes the pictures of the flagship course that the documentation shows, into this folder.

    python docs/images/make_pictures.py [NAME ...]

Run it by hand from a checkout in which `make test` has passed, when the course or its looks have changed; without names
it takes all. The clock and the order of options are fixed, so that a picture changes only when the course does.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from builder.build import build_course  # noqa: E402
from tests.browser import chromium  # noqa: E402
from tests.browser.learner import Learner, course_data  # noqa: E402
from tests.browser.sitting import Sitting  # noqa: E402

# The window is larger than the picture, so that a whole turn of the conversation is in it.
WINDOW: Any = {"width": 1680, "height": 1050}
SCALE = 1280 / 1680
MOST_BYTES = 300_000

NOW = "2026-03-02T10:42:00"
FIXED_CHANCE = "crypto.getRandomValues = (numbers) => numbers.fill(11);"


def course(learner: Learner) -> None:
    """The first turn of the call, with a choice selected and not yet said."""
    for question in learner.practice():
        learner.practise(question)
    learner.open_page("practise")
    learner.open_scenario(learner.find("irate-candidate"))
    learner.frame.get_by_role("radio", name="Let her finish").check()
    learner.sitting.page.mouse.move(0, 0)
    learner.frame.evaluate("scrollTo(0, 0)")
    learner.sitting.wait_for_status("Saved 10:42")


PICTURES: dict[str, Callable[[Learner], None]] = {"course": course}


def main() -> None:
    """Builds the flagship course's web page, opens it for each picture and takes it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = build_course(ROOT / "course_src", Path(folder), formats=["html"], locked=True)
        assert built.written, built.diagnostics
        (site,) = Path(folder).glob("*-html")
        browser = chromium.launch(playwright)
        for name in sys.argv[1:] or PICTURES:
            context = browser.new_context(viewport=WINDOW, device_scale_factor=SCALE, reduced_motion="reduce")
            context.clock.set_fixed_time(NOW)
            context.add_init_script(FIXED_CHANCE)
            sitting = Sitting(context, (site / "index.html").as_uri(), framed=False, ready=False)
            sitting.page.get_by_label("A name to find it by").fill("Amara")
            sitting.page.keyboard.press("Enter")
            sitting.wait_until_ready()
            PICTURES[name](Learner(sitting, course_data(site)))
            picture = sitting.page.screenshot(path=HERE / f"{name}.png")
            print(f"{name}.png: {len(picture):,} bytes")
            assert len(picture) < MOST_BYTES
        browser.close()


if __name__ == "__main__":
    main()
