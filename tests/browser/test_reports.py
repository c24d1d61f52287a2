"""What an LMS can report of each answer: what was asked, what was answered, and whether it was right, kind by kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser import gallery as visit
from tests.browser.conftest import Classroom, build
from tests.browser.gallery import ASKING, EVERYTHING, QUIZ
from tests.browser.learner import Data, Learner
from tests.browser.lms_server import Attempt
from tests.built import once
from tests.courses.gallery import make
from tests.reports.reported import Reader, Reported

OUTCOMES = """
outcomes:
  - {id: LO1, text: Respond to what a person needs, assessed-by: [MC1]}
  - {id: LO2, text: Check what you know, assessed-by: [every-kind]}
"""

TIME12 = re.compile(r"\d\d:\d\d:\d\d")
LATENCY12 = re.compile(r"\d{2,4}:\d\d:\d\d(\.\d{1,2})?")
TIME2004 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d[+-]\d\d:\d\d")
LATENCY2004 = re.compile(r"PT\d+(\.\d{1,2})?S")


@pytest.fixture(scope="session")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery's packages, with outcomes that its questions show."""
    return once(tmp_path_factory, "reporting", lambda folder: build_reporting(folder, OUTCOMES))


def build_reporting(folder: Path, settings: str) -> Path:
    """Builds the gallery in `folder` with these lines at the end of its course.yaml."""
    source = make.write(folder / "source")
    with (source / "course.yaml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return build(source, folder / "dist")


def practise(learner: Learner, reader: Reader, question: Data) -> list[Reported]:
    """Answers a question as well as it can be without being right, with a hint where there is one; gives its report."""
    answers = visit.answers(learner, question)
    values: Any = answers.partly or answers.wrong or answers.right
    section = learner.section(question)
    hints = int(bool(question.get("hints")))
    if hints:
        section.get_by_role("button", name="Show a hint").first.press("Enter")
    visit.give(learner, question, values)
    kept = {**values, "hints": hints, "sure": sureness(learner, question)}
    visit.check(learner, question)
    return reader.expected(ASKING[question["kind"]], question, kept)


def sureness(learner: Learner, question: Data) -> int:
    """How sure the learner has said to be, 0 where that is not asked."""
    said = learner.section(question).locator("[data-sure] input:checked")
    return int(said.input_value()) if question.get("confidence") else 0


def take(learner: Learner, reader: Reader, quiz: Data) -> list[Reported]:
    """Answers a quiz right and sends it; gives what is reported of its questions, in the order of their ids."""
    learner.begin_quiz(quiz)
    found = []
    for question in learner.quiz_questions(quiz):
        values = visit.answers(learner, question).right
        visit.give(learner, question, values)
        kept = {**values, "sure": sureness(learner, question)}
        found += reader.expected(ASKING[question["kind"]], question, kept)
    learner.send_quiz(quiz)
    return sorted(found, key=lambda item: item.id)


def outcomes(attempt: Attempt) -> list[tuple[str, ...]]:
    """What the LMS holds of each of OUTCOMES: its id, its score, and its one status or its two."""
    statuses = ("status",) if attempt.standard == "scorm12" else ("completion_status", "success_status")
    held = [each for each in attempt.objectives if each["id"].startswith("LO")]
    return [(each["id"], each["score"]["raw"], *(each[name] for name in statuses)) for each in held]


def test_the_lms_holds_what_was_asked_and_what_was_answered(
    classroom: Classroom, reporting: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, reporting)
    learner = classroom.sit(attempt)
    reader = Reader(standard, learner.data["language"])
    learner.open_page(EVERYTHING)
    asked = visit.questions(learner, EVERYTHING)
    assert {question["kind"] for question in asked} == {*ASKING}
    practised = [item for question in asked for item in practise(learner, reader, question)]
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    assert [reader.read(item) for item in attempt.interactions] == practised
    is12 = standard == "scorm12"
    for item in attempt.interactions:
        assert (TIME12 if is12 else TIME2004).fullmatch(item["time" if is12 else "timestamp"])
        assert (LATENCY12 if is12 else LATENCY2004).fullmatch(item["latency"])
    still_open = ("incomplete",) if is12 else ("incomplete", "unknown")
    assert outcomes(attempt) == [("LO1", "", *still_open), ("LO2", "", *still_open)]

    # Attempts again append, the latest last; outcomes stay where they are.
    learner = classroom.sit(attempt)
    sent = take(learner, reader, learner.find(QUIZ))
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    held = [reader.read(item) for item in attempt.interactions]
    assert held[: len(practised)] == practised
    assert sorted(held[len(practised) :], key=lambda item: item.id) == sent
    assert outcomes(attempt) == [("LO1", "100", *still_open), ("LO2", "100", *still_open)]
