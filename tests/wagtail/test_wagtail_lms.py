"""The SCORM 1.2 package in an LMS that nobody here wrote: uploaded, launched, answered, closed, resumed, read back.

wagtail-lms has no LMSFinish, says `ab-initio` at every launch, answers '' to what it does not know and never an error:
a course must work there all the same (REFERENCE trap 18).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from builder.build import build_course
from tests.browser.learner import Learner, course_data
from tests.browser.sitting import Sitting
from tests.wagtail.lms import WagtailLms, running

ROOT = Path(__file__).parents[2]
PACKAGE = "challenging-interactions-scorm12.zip"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "course_src", folder / "source")
    build_course(folder / "source", folder / "dist", ["scorm12", "scorm2004"])
    shutil.unpack_archive(folder / "dist" / PACKAGE, folder / "dist" / "scorm12")
    return folder / "dist"


@pytest.fixture(scope="module")
def lms(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WagtailLms]:
    with running(sorted(dist.glob("*.zip")), tmp_path_factory.mktemp("lms")) as lms:
        yield lms


UNDER_WAY: set[Request] = set()


def leave(learner: Learner) -> None:
    """Leaves once the LMS's server has all: its script says true of a value that is still on its way."""
    while UNDER_WAY:
        learner.sitting.page.wait_for_event("requestfinished")
    learner.sitting.leave()


def sit(browser: Browser, lms: WagtailLms, dist: Path) -> Learner:
    """The learner signs in on a device with nothing kept on it, and launches the lesson."""
    context = browser.new_context(accept_downloads=True, reduced_motion="reduce")
    context.new_page().goto(lms.sign_in_url())
    context.on("request", lambda request: UNDER_WAY.add(request))
    context.on("requestfinished", lambda request: UNDER_WAY.discard(request))
    context.on("requestfailed", lambda request: UNDER_WAY.discard(request))
    return Learner(Sitting(context, lms.lesson_url(PACKAGE)), course_data(dist / "scorm12"))


def test_an_lms_of_somebody_else_keeps_what_the_learner_did(browser: Browser, lms: WagtailLms, dist: Path) -> None:
    learner = sit(browser, lms, dist)
    question = learner.practice()[0]
    learner.practise(question)
    learner.sitting.wait_until_saved()
    leave(learner)

    again = sit(browser, lms, dist)
    assert again.current_page() == next(page["id"] for page in again.data["pages"] if page["n"] == question["page"])
    expect(again.section(question).locator("[data-outcome]")).to_contain_text("Correct")

    again.read_everything()
    for asked in again.practice()[1:]:
        again.practise(asked)
    scenario = again.find("irate-candidate")
    again.open_scenario(scenario)
    again.talk(scenario)
    again.reflect(again.find("account"))
    again.take_quiz(again.find("final-check"))
    # Every value that is written is a request of its own to this LMS.
    result = again.frame.locator("[data-finish]:visible").first
    expect(result).to_contain_text("Your result has been sent", timeout=60_000)
    leave(again)

    kept = lms.attempt()
    reported = {value for key, value in kept["data"].items() if key.endswith(".id")}
    # Its summary of an attempt is saved whole by each of several requests at once, so that an older one may win there;
    # what it keeps of each element, and gives back to the course, is right.
    assert kept["data"]["cmi.core.lesson_status"] == "passed"
    assert float(kept["data"]["cmi.core.score.raw"]) >= 80
    assert {activity["id"] for activity in again.data["activities"] if "right" in activity} <= reported


def test_its_manifest_reader_knows_scorm_12_only(lms: WagtailLms) -> None:
    """It looks for resources in SCORM 1.2's namespace alone, so a 2004 package gets no launch URL (docs/lms.md)."""
    assert lms.lessons[PACKAGE] == {"lesson": lms.lessons[PACKAGE]["lesson"], "launch": "index.html", "version": "1.2"}
    assert lms.lessons["challenging-interactions-scorm2004.zip"]["launch"] == ""
