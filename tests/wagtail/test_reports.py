"""What somebody else's LMS keeps of each answer in its tables, where the author has answers reported in words."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import gallery as visit
from tests.browser.test_reports import practise
from tests.reports.reported import Reader, tree
from tests.wagtail.lesson import leave, sit
from tests.wagtail.lms import WagtailLms

PACKAGE = "gallery-scorm12.zip"
KINDS = ("single", "multiple", "match", "order", "fill")
"""Choices, pairs, an order and texts. The LMS makes a request of every value, so that each question takes seconds."""


def test_its_tables_say_in_words_what_was_answered(browser: Browser, lms: WagtailLms, in_words: Path) -> None:
    learner = sit(browser, lms, PACKAGE, in_words / "scorm12")
    reader = Reader("scorm12", learner.data["language"], words=True)
    asked = [visit.questions(learner, kind)[0] for kind in KINDS]
    practised = []
    for kind, question in zip(KINDS, asked, strict=True):
        learner.open_page(kind)
        practised += practise(learner, reader, question)
    learner.sitting.wait_until_saved()
    leave(learner)
    kept = lms.attempt(PACKAGE)["data"]

    assert [reader.read(item) for item in _whole(kept)] == practised
    assert [each["id"] for each in tree(kept, "objectives")][:2] == ["LO1", "LO2"]
    # What a reader of its report sees:
    said = {item["id"]: item["student_response"] for item in tree(kept, "interactions")}
    single = asked[0]
    assert said[single["id"]] in {option["text"] for option in single["options"]}


def _whole(kept: dict[str, str]) -> list[dict[str, object]]:
    """The interactions with the collections that nothing was written to."""
    return [{"correct_responses": [], "objectives": [], **item} for item in tree(kept, "interactions")]
