"""Takes the pictures that the documentation shows, into this folder: of the flagship course, and of each kind of
question in the gallery.

    python docs/images/make_pictures.py [course | KIND ...]

Run it by hand from a checkout in which `make test` has passed, when the course, a kind or the looks have changed;
without names it takes all. The clock and the order of options are fixed, so that a picture changes only when what it
shows does.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from builder.activities import find_kinds  # noqa: E402
from builder.build import build_course  # noqa: E402
from tests.browser import chromium, gallery  # noqa: E402
from tests.browser.learner import Learner, course_data  # noqa: E402
from tests.browser.sitting import Sitting  # noqa: E402
from tests.courses.gallery import make  # noqa: E402

# The window is larger than the picture of the course, so that a whole turn of the conversation is in it.
COURSE: Any = {"width": 1680, "height": 1050}
SCALE = 1280 / 1680
QUESTION: Any = {"width": 860, "height": 1400}
MOST_BYTES = 300_000

NOW = "2026-03-02T10:42:00"
FIXED_CHANCE = "crypto.getRandomValues = (numbers) => numbers.fill(11);"

QUESTIONS = HERE / "questions"


def main() -> None:
    """Builds what the wanted pictures show, and takes them."""
    every = ["course", *(name for name, kind in find_kinds().items() if kind.grammar is not None)]
    wanted = sys.argv[1:] or every
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        if "course" in wanted:
            learner = open_course(browser, ROOT / "course_src", Path(folder, "course"), COURSE, SCALE)
            first_turn(learner)
            kept(learner.sitting.page.screenshot(path=HERE / "course.png"), "course")
        kinds = [name for name in wanted if name != "course"]
        if kinds:
            QUESTIONS.mkdir(exist_ok=True)
            source = make.write(Path(folder, "source"))
            learner = open_course(browser, source, Path(folder, "gallery"), QUESTION)
            for kind in kinds:
                section = learner.section(answered(learner, kind))
                kept(section.screenshot(path=QUESTIONS / f"{kind}.png", animations="disabled"), kind)
        browser.close()


def kept(picture: bytes, name: str) -> None:
    print(f"{name}: {len(picture):,} bytes")
    assert len(picture) < MOST_BYTES


def open_course(browser: Browser, source: Path, out: Path, window: Any, scale: float = 1) -> Learner:
    """A learner in the web page of a course."""
    built = build_course(source, out, formats=["html"])
    assert built.written, built.diagnostics
    (site,) = out.glob("*-html")
    context = browser.new_context(viewport=window, device_scale_factor=scale, reduced_motion="reduce")
    context.clock.set_fixed_time(NOW)
    context.add_init_script(FIXED_CHANCE)
    sitting = Sitting(context, (site / "index.html").as_uri(), framed=False, ready=False)
    sitting.page.get_by_label("A name to find it by").fill("Amara")
    sitting.page.keyboard.press("Enter")
    sitting.wait_until_ready()
    return Learner(sitting, course_data(site))


def first_turn(learner: Learner) -> None:
    """The first turn of the call, with a choice selected and not yet said."""
    for question in learner.practice():
        learner.practise(question)
    learner.open_page("practise")
    learner.open_scenario(learner.find("irate-candidate"))
    learner.frame.get_by_role("radio", name="Let her finish").check()
    learner.sitting.page.mouse.move(0, 0)
    learner.frame.evaluate("scrollTo(0, 0)")
    learner.sitting.wait_for_status("Saved 10:42")


def answered(learner: Learner, kind: str) -> dict[str, Any]:
    """An example of a kind: checked, and partly right where one can be; a quiz begun; anything else untouched."""
    learner.open_page(kind)
    (page,) = [page["n"] for page in learner.data["pages"] if page["id"] == kind]
    examples = [each for each in learner.activities.values() if each["page"] == page and each["kind"] == kind]
    if kind == "quiz":
        learner.begin_quiz(examples[0])
    if kind not in gallery.ASKING:
        return examples[0]
    shown = next((each for each in examples if gallery.answers(learner, each).partly), examples[0])
    answers = gallery.answers(learner, shown)
    gallery.give(learner, shown, answers.partly or answers.right)
    gallery.check(learner, shown)
    learner.frame.evaluate("document.activeElement.blur()")
    return shown


if __name__ == "__main__":
    main()
