"""The flagship course played from the first page to the last in an LMS: what is seen, and what the LMS then holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Classroom
from tests.browser.learner import Learner
from tests.browser.lms_server import Attempt


def play(learner: Learner, well: bool) -> None:
    """Does all that completion asks for but the practice."""
    learner.read_everything()
    converse(learner, well)
    learner.reflect(learner.find("account"))
    learner.take_quiz(learner.find("final-check"), right=well)


def converse(learner: Learner, well: bool) -> None:
    """Plays the scenarios that count, each to an ending."""
    for scenario in (learner.find("irate-candidate"), learner.find("aggressive-client")):
        learner.open_scenario(scenario)
        learner.talk(scenario, well)


def status(attempt: Attempt) -> tuple[str, str]:
    """Completion and success as the LMS has them; SCORM 1.2 has one status for both."""
    if attempt.standard == "scorm12":
        return (attempt.cmi["core"]["lesson_status"],) * 2
    return attempt.cmi["completion_status"], attempt.cmi["success_status"]


def score(attempt: Attempt) -> float | None:
    """The score in percent as the LMS has it."""
    said = (attempt.cmi["core"] if attempt.standard == "scorm12" else attempt.cmi)["score"]["raw"]
    return float(said) if said != "" else None


def test_a_learner_who_does_well_passes_and_the_lms_has_every_answer(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    for question in learner.practice():
        learner.practise(question)
    play(learner, well=True)
    expect(learner.frame.locator("[data-finish]:visible").first).to_contain_text("Your result has been sent")
    asked = learner.asked(learner.find("final-check"))
    learner.sitting.leave()

    assert status(attempt) == (("passed", "passed") if standard == "scorm12" else ("completed", "passed"))
    assert score(attempt) is not None and score(attempt) >= 80  # type: ignore[operator]
    reported = {interaction["id"] for interaction in attempt.interactions}
    assert [each for each in asked if not any(f"{id}-".startswith(f"{each}-") for id in reported)] == []
    assert any(id.startswith("irate-candidate-") for id in reported)
    if standard == "scorm2004":
        assert float(attempt.cmi["progress_measure"]) == 1
        assert float(attempt.cmi["score"]["scaled"]) == pytest.approx(score(attempt) / 100)  # type: ignore[operator]


def test_final_statuses_are_sent_once_and_nothing_goes_backwards(
    classroom: Classroom, brief: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, brief)
    learner = classroom.sit(attempt)
    play(learner, well=True)
    expect(learner.frame.locator("[data-finish]:visible").first).to_contain_text("Your result has been sent")
    before = score(attempt)
    learner.sitting.leave()
    again = classroom.sit(attempt)
    again.take_quiz(again.find("final-check"), right=False)
    again.sitting.leave()
    statuses = [
        commit["core"]["lesson_status"] if standard == "scorm12" else commit["completion_status"]
        for commit in attempt.commits
    ]
    final = "passed" if standard == "scorm12" else "completed"
    assert statuses[-1] == final
    assert "incomplete" not in statuses[statuses.index(final) :]
    assert score(attempt) == before


def test_a_learner_who_fails_every_attempt_and_finishes_has_failed(
    classroom: Classroom, brief: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, brief)
    learner = classroom.sit(attempt)
    play(learner, well=False)
    quiz = learner.find("final-check")
    for _ in range(quiz["attempts"] - 1):
        learner.take_quiz(quiz, right=False)
    assert learner.sitting.sets("cmi.success_status") in ([], ["unknown"])
    assert set(learner.sitting.sets("cmi.core.lesson_status")) <= {"incomplete"}
    learner.finish()
    expect(learner.frame.locator("[data-finish]:visible").first).to_contain_text("Your result has been sent")
    learner.sitting.leave()
    assert status(attempt) == (("failed", "failed") if standard == "scorm12" else ("completed", "failed"))
    assert score(attempt) is not None and score(attempt) < 80  # type: ignore[operator]


def test_a_course_that_is_only_looked_at_is_incomplete_and_has_no_score(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    assert status(attempt)[0] == "incomplete"
    assert score(attempt) is None


@pytest.mark.parametrize("decides", [False, True], ids=["content decides", "lms decides"])
def test_a_partial_score_never_becomes_a_failure(
    classroom: Classroom, flagship: Path, varied: Any, standard: str, decides: bool
) -> None:
    dist = lms_decides(varied) if decides else flagship
    mastery = {"scorm12": "80", "scorm2004": "0.8"}[standard] if decides else ""
    attempt = classroom.enrol(standard, dist, mastery=mastery)
    learner = classroom.sit(attempt)
    learner.take_quiz(learner.find("final-check"), right=False)
    learner.sitting.wait_until_saved()
    assert (score(attempt) is None) == decides
    learner.sitting.leave()
    assert status(attempt) == (("incomplete",) * 2 if standard == "scorm12" else ("incomplete", "unknown"))
    again = classroom.sit(attempt)
    assert again.find("final-check")
    again.sitting.leave()
    assert status(attempt)[0] == "incomplete"


def lms_decides(varied: Any) -> Path:
    """The course whose manifests carry a mastery score and thresholds."""
    built: Path = varied(
        "decides",
        {
            "scorm12: {}": "scorm12: {lms-decides: true}",
            "scorm2004: {edition: 4}": "scorm2004: {edition: 4, lms-decides: true}",
        },
    )
    return built


def test_the_pass_mark_that_the_lms_brings_replaces_the_course_s(
    classroom: Classroom, brief: Path, standard: str
) -> None:
    mastery = {"scorm12": "30", "scorm2004": "0.3"}[standard]
    attempt = classroom.enrol(standard, brief, mastery=mastery)
    learner = classroom.sit(attempt)
    learner.read_everything()
    converse(learner, well=True)
    learner.reflect(learner.find("account"))
    quiz = learner.section(learner.find("final-check"))
    expect(quiz.locator("[data-pass-mark]")).to_have_text("30%")
    learner.take_quiz(learner.find("final-check"), right=False)
    expect(quiz.get_by_role("button", name="Practise again")).to_be_visible()
    expect(learner.frame.locator("[data-finish]:visible").first).to_contain_text("You passed")
    learner.sitting.leave()
    assert status(attempt)[1] == "passed"


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_review_and_browse_record_nothing(classroom: Classroom, flagship: Path, standard: str, mode: str) -> None:
    attempt = classroom.enrol(standard, flagship, mode=mode, credit="no-credit")
    learner = classroom.sit(attempt)
    learner.practise(learner.practice()[0])
    learner.take_quiz(learner.find("final-check"))
    assert learner.sitting.calls("LMSSetValue", "SetValue") == []
    learner.sitting.leave()
    assert all(commit.get("suspend_data", "") == "" for commit in attempt.commits)
