"""The SCORM 1.2 package in an LMS that nobody here wrote: uploaded, launched, answered, closed, resumed, read back.

wagtail-lms has no LMSFinish, says `ab-initio` at every launch, answers '' to what it does not know and never an error:
a course must work there all the same (docs/lms.md, trap 18).
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.test_play import converse
from tests.wagtail.lesson import leave, sit
from tests.wagtail.lms import WagtailLms

PACKAGE = "challenging-interactions-scorm12.zip"


def test_an_lms_of_somebody_else_keeps_what_the_learner_did(browser: Browser, lms: WagtailLms, brief: Path) -> None:
    learner = sit(browser, lms, PACKAGE, brief / "scorm12")
    question = learner.practice()[0]
    learner.practise(question)
    learner.sitting.wait_until_saved()
    leave(learner)

    again = sit(browser, lms, PACKAGE, brief / "scorm12")
    assert again.current_page() == next(page["id"] for page in again.data["pages"] if page["n"] == question["page"])
    expect(again.section(question).locator("[data-outcome]")).to_contain_text("Correct")

    again.read_everything()
    # One of each kind: this LMS makes a request of every value, and tests/browser/test_play.py has all of them.
    others = {each["kind"]: each for each in again.practice()[1:]}.values()
    for each in others:
        again.practise(each)
    converse(again, well=True)
    again.reflect(again.find("account"))
    again.take_quiz(again.find("final-check"))
    # Every value that is written is a request of its own to this LMS.
    result = again.frame.locator("[data-finish]:visible").first
    expect(result).to_contain_text("Your result has been sent", timeout=60_000)
    answered = {each["id"] for each in (question, *others, *again.quiz_questions(again.find("final-check")))}
    leave(again)

    kept = lms.attempt(PACKAGE)
    reported = {value for key, value in kept["data"].items() if key.endswith(".id")}
    # Its summary of an attempt is saved whole by each of several requests at once, so that an older one may win there;
    # what it keeps of each element, and gives back to the course, is right.
    assert kept["data"]["cmi.core.lesson_status"] == "passed"
    assert float(kept["data"]["cmi.core.score.raw"]) >= 80
    assert [each for each in answered if not any(f"{id}-".startswith(f"{each}-") for id in reported)] == []


def test_its_manifest_reader_knows_scorm_12_only(lms: WagtailLms) -> None:
    """It looks for resources in SCORM 1.2's namespace alone, so a 2004 package gets no launch URL (docs/lms.md)."""
    assert (lms.lessons[PACKAGE]["launch"], lms.lessons[PACKAGE]["version"]) == ("index.html", "1.2")
    assert lms.lessons["challenging-interactions-scorm2004.zip"]["launch"] == ""
