"""A kind of question is one folder, and nothing else knows of it: one that lies with the tests builds, plays, comes
back after a break and is reported, on a page and in a quiz."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from builder.activities.examples import Example, read_examples
from player.build import build_kinds
from tests.browser.conftest import Classroom, build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS

KINDS = Path(__file__).parents[1] / "kinds"
SCORING = "scoring: {pass: 50, parts: {final: 100}}\ncompletion: {required: [final]}\n"


@pytest.fixture(scope="module")
def gauges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with one gauge for practice and another in its quiz, and no other kind of question."""
    home = tmp_path_factory.mktemp("gauges")
    shutil.copytree(KINDS, home / "kinds")
    build_kinds(home / "kinds")
    (example,) = [piece for piece in read_examples(KINDS / "gauge") if isinstance(piece, Example) and not piece.codes]
    counted = example.source.replace("#q-tension", "#q-counted").replace("answer=7", "answer=3")
    page = home / "source" / "content" / "01-start" / "index.md"
    page.parent.mkdir(parents=True)
    quiz = f":::: quiz {{#final attempts=1}}\n{counted}::::\n"
    page.write_text(f"# Start\n\n{example.source}\n{quiz}", encoding="utf-8")
    (home / "source" / "course.yaml").write_text(SETTINGS + SCORING, encoding="utf-8")
    return build(home / "source", home / "dist", home / "kinds")


def gauge(learner: Learner, id: str, value: int) -> Locator:
    """Answers; gives the question's section."""
    section = learner.section(learner.find(id))
    section.locator("select").select_option(str(value))
    return section


def press(section: Locator, name: str) -> None:
    section.get_by_role("button", name=name).click()


def test_a_kind_that_nothing_names_is_practised_resumed_and_reported(
    classroom: Classroom, gauges: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, gauges)
    learner = classroom.sit(attempt)
    section = gauge(learner, "q-tension", 2)
    expect(section).to_contain_text("Try 1 of 3")
    press(section, "Check answer")
    outcome = section.locator("[data-outcome]")
    expect(outcome).to_contain_text("Not correct")
    press(section, "Try again")
    expect(section.locator("select")).to_be_focused()
    gauge(learner, "q-tension", 6)
    press(section, "Show a hint (takes 10% off)")
    expect(section.locator("[data-hint]")).to_be_focused()
    press(section, "Check answer")
    expect(outcome).to_contain_text("Partly correct (45%)")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("q-tension"))
    expect(section.locator("[data-outcome]")).to_contain_text("Partly correct (45%)")
    expect(section.locator("[data-hint]")).to_contain_text("She has called three times.")
    expect(section.locator("select")).to_have_value("6")
    press(section, "Try again")
    expect(section).to_contain_text("Try 3 of 3")
    gauge(learner, "q-tension", 0)
    press(section, "Check answer")
    expect(section.locator("[data-outcome]")).to_contain_text("That was your last try")
    expect(section.locator("[data-gauged]")).to_have_text("7")
    expect(section.get_by_role("button")).to_have_count(0)
    learner.sitting.leave()
    said = "student_response" if standard == "scorm12" else "learner_response"
    assert [(item["type"], item[said]) for item in attempt.interactions] == [("numeric", n) for n in ("2", "6", "0")]


def test_it_counts_in_a_quiz(classroom: Classroom, gauges: Path) -> None:
    attempt = classroom.enrol("scorm12", gauges)
    learner = classroom.sit(attempt)
    quiz = learner.find("final")
    learner.begin_quiz(quiz)
    gauge(learner, "q-counted", 2)
    learner.send_quiz(quiz)
    expect(learner.section(quiz).locator("[data-score]")).to_have_text("50%")
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    assert attempt.cmi["core"]["score"]["raw"] == "50"
