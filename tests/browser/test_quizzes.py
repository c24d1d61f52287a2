"""What a quiz can do, as a learner meets it: draws from a bank, a look before sending, a clock nobody must take."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.axe import faults
from tests.browser.conftest import Classroom
from tests.browser.quizzes import bank, course, make, press, shown, sure

__all__ = ["course", "make"]


def test_what_was_drawn_stays_and_a_second_attempt_is_fresh(classroom: Classroom, course: Path) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("drawn")
    section = learner.section(quiz)
    learner.open_page_of(quiz)
    assert section.locator("[data-questions] .question").count() == 1
    learner.begin_quiz(quiz)
    first = shown(learner, "drawn")
    assert len(first) == 4 and first[3] == "fixed"
    objectives = [learner.find(id)["objectives"][-1] for id in first[:3]]
    assert {"MC1", "MC2"} <= {*objectives}
    learner.choose(learner.find(first[0]), right=True)
    sure(learner, first[0], 3)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    assert shown(learner, "drawn") == first
    expect(learner.section(learner.find(first[0])).locator("[data-options] input:checked")).to_have_count(1)
    learner.choose(learner.find(first[1]), right=False)
    sure(learner, first[1], 3)
    learner.choose(learner.find(first[3]), right=True)
    sure(learner, first[3], 1)
    learner.section(learner.find(first[1])).get_by_label("Look at this again before sending").check()

    press(section, "Send my answers")
    review = section.locator("[data-review]")
    expect(review.get_by_role("heading", name="Before you send")).to_be_focused()
    expect(section.locator("[data-questions]")).to_be_hidden()
    assert review.locator("[data-lines] li").all_inner_texts() == [
        "Question 1: answered",
        "Question 2: answered, look again",
        "Question 3: not answered",
        "Question 4: answered",
    ]
    review.get_by_role("link", name="Question 3").click()
    expect(review).to_be_hidden()
    expect(learner.section(learner.find(first[2])).locator("legend").first).to_be_focused()
    learner.choose(learner.find(first[2]), right=True)
    sure(learner, first[2], 2)
    learner.send_quiz(learner.find("drawn"))

    # Two of the points were missed, of seven.
    expect(section.locator("[data-score]")).to_have_text("71.43%")
    expect(learner.section(learner.find(first[0])).locator("[data-outcome]")).to_contain_text("Points: 2 of 2")
    told = section.locator("[data-calibration]")
    told.get_by_role("table").wait_for()
    assert [each.split("\t") for each in told.locator("tr").all_inner_texts()] == [
        ["Sure", "1 of 2"],
        ["I think so", "1 of 1"],
        ["A guess", "1 of 1"],
    ]
    expect(told.locator("[data-advice]:visible")).to_have_count(1)
    expect(told).to_contain_text("You were sure of something that is not so.")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    learner.open_page("draws")
    expect(section.locator("[data-level='3']")).to_have_text("1 of 2")
    press(section, "Start attempt 2 of 3")
    second = shown(learner, "drawn")
    assert {*first[:3]} & {*second[:3]} == set()
    expect(section.locator("[data-questions] input:checked")).to_have_count(0)
    expect(section.get_by_text("Attempt 2 of 3", exact=True)).to_be_visible()
    # Whoever gave no answer was sure of none.
    sure(learner, second[0], 3)
    learner.send_quiz(learner.find("drawn"))
    expect(learner.section(learner.find(second[0]))).to_contain_text("Not answered")
    expect(section).not_to_contain_text("That makes it worth a closer look")
    learner.sitting.leave()


def test_a_question_that_is_gone_is_replaced_and_the_learner_is_told(
    classroom: Classroom, course: Path, make: Callable[..., Path]
) -> None:
    attempt = classroom.enrol("scorm12", course)
    learner = classroom.sit(attempt)
    learner.take_quiz(learner.find("drawn"))
    learner.begin_quiz(learner.find("drawn"))
    before = shown(learner, "drawn")
    for id in before[:3]:
        learner.choose(learner.find(id), right=True)
    learner.sitting.leave()

    gone = int(before[0][1:])
    corrected = make("corrected", course, **{"banks/calls.md": bank(gone)})
    classroom.lms.add_package(attempt.package, corrected / "scorm12")
    learner = classroom.sit(attempt)
    section = learner.section(learner.find("drawn"))
    after = shown(learner, "drawn")
    assert {*before[1:3]} < {*after[:3]} and len(after) == 4 and before[0] not in after
    # All were drawn by now: the first attempt's answer to it is no answer in this one.
    (fresh,) = {*after} - {*before}
    assert {learner.find(id)["objectives"][-1] for id in after[:3]} == {"MC1", "MC2"}
    learner.open_page("draws")
    expect(section.locator("[data-told]")).to_contain_text("some of its questions are new")
    expect(section.locator("[data-options] input:checked")).to_have_count(2)
    expect(learner.section(learner.find(fresh)).locator("input:checked")).to_have_count(0)
    learner.sitting.leave()
    # It was told once, and what is drawn now stays.
    learner = classroom.sit(attempt)
    learner.open_page("draws")
    assert shown(learner, "drawn") == after
    expect(learner.section(learner.find("drawn")).locator("[data-told]")).to_be_hidden()
    learner.sitting.leave()


def test_a_time_limit_can_be_declined_outlasts_a_reload_and_sends_what_is_there(
    classroom: Classroom, course: Path
) -> None:
    clock = classroom.context.clock
    clock.install()
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("timed")
    section = learner.section(quiz)
    said = learner.frame.locator("[data-announce]")
    learner.open_page_of(quiz)
    expect(section).to_contain_text("To pass this quiz you need 100%.")
    section.get_by_label("All the time I need").check()
    press(section, "Start")
    expect(section.locator("[data-clock]")).to_be_hidden()
    learner.choose(learner.find("t1"), right=True)
    press(section, "Send my answers")
    dialog = learner.frame.get_by_role("dialog")
    expect(dialog).to_contain_text("No answer yet to question: 2.")
    press(dialog, "Go back")
    expect(learner.section(learner.find("t2")).locator("legend")).to_be_focused()
    learner.send_quiz(quiz)
    expect(section.locator("[data-short]")).to_be_visible()

    # What was chosen is remembered, and can be changed at each start.
    expect(section.get_by_label("All the time I need")).to_be_checked()
    section.get_by_label("6 minutes").check()
    press(section, "Start attempt 2 of 2")
    expect(section.locator("[data-clock]")).to_have_text("Time left: 6:00")
    clock.run_for(61_000)
    expect(said).to_have_text("Minutes left: 5.")
    learner.choose(learner.find("t2"), right=True)
    clock.run_for(59_000)
    expect(section.locator("[data-clock]")).to_contain_text("Time left: 4:0")

    learner.sitting.leave()
    learner = classroom.sit(attempt)
    learner.open_page_of(quiz)
    said = learner.frame.locator("[data-announce]")
    section = learner.section(quiz)
    expect(section.locator("[data-clock]")).to_contain_text("Time left: ")
    clock.run_for(182_000)
    expect(said).to_have_text("Minutes left: 1.")
    expect(section.locator("[data-result]")).to_be_hidden()
    clock.run_for(60_000)
    expect(section.locator("[data-result]")).to_be_visible()
    expect(section.locator("[data-over]")).to_be_visible()
    expect(section.locator("[data-score]")).to_have_text("50%")
    expect(section.locator("[data-spent]")).to_be_visible()
    learner.sitting.leave()


def test_each_question_is_checked_by_itself_and_what_was_missed_comes_back(classroom: Classroom, course: Path) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    quiz = learner.find("steps")
    learner.begin_quiz(quiz)
    section = learner.section(quiz)

    def answer(id: str, right: bool) -> Locator:
        card = learner.section(learner.find(id))
        learner.choose(learner.find(id), right)
        press(card, "Check answer")
        expect(card.locator("[data-outcome]")).to_be_focused()
        return card

    expect(section.locator("[data-place]")).to_have_text("Question 1 of 3")
    expect(section.get_by_role("button", name="Previous question")).to_be_hidden()
    expect(section.get_by_role("button", name="Send my answers")).to_be_hidden()
    card = learner.section(learner.find("s1"))
    press(card, "Check answer")
    expect(card.locator("[data-outcome]")).to_contain_text("Give an answer first")
    card = answer("s1", right=False)
    expect(card.locator("[data-outcome]")).to_contain_text("Points: 0 of 1")
    expect(card.locator("input").first).to_be_disabled()
    section.get_by_role("button", name="Next question").press("Enter")
    expect(learner.section(learner.find("s2")).locator("legend")).to_be_focused()
    expect(card).to_be_hidden()
    answer("s2", right=True)
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    section = learner.section(quiz)
    learner.open_page_of(quiz)
    expect(section.locator("[data-place]")).to_have_text("Question 3 of 3")
    again = section.get_by_role("button", name="Come back to what you missed")
    expect(again).to_be_hidden()
    answer("s3", right=False)
    again.click()
    expect(section.locator("[data-place]")).to_have_text("Question 1 of 2")
    expect(section.locator("[data-round]")).to_be_visible()
    expect(again).to_be_hidden()
    answer("s1", right=True)
    press(section, "Next question")
    answer("s3", right=False)
    again.click()
    expect(section.locator("[data-place]")).to_have_text("Question 1 of 1")
    learner.send_quiz(quiz)
    # Only first answers count, and they are what is shown.
    expect(section.locator("[data-score]")).to_have_text("33.33%")
    for id, words in (("s1", "Not correct"), ("s2", "Correct"), ("s3", "Not correct")):
        expect(learner.section(learner.find(id)).locator("[data-outcome]")).to_contain_text(words)
    learner.sitting.wait_until_saved()
    reported = [(each["id"], each["result"], each["weighting"]) for each in attempt.interactions]
    assert [(id.split("-")[0], result) for id, result, _ in reported] == [
        ("s1", "incorrect"),
        ("s2", "correct"),
        ("s3", "incorrect"),
        ("s1", "correct"),
        ("s3", "incorrect"),
    ]
    assert [float(weight) for *_, weight in reported] == [1, 1, 1, 0, 0]
    learner.sitting.leave()


def test_what_a_quiz_adds_is_accessible_and_fits_a_phone(classroom: Classroom, course: Path) -> None:
    learner = classroom.open_page(course, "scorm12")
    window = learner.sitting.page

    def examine() -> None:
        assert faults(window) == []
        window.set_viewport_size({"width": 320, "height": 640})
        assert window.evaluate("document.documentElement.scrollWidth") <= 320
        window.set_viewport_size({"width": 1280, "height": 720})

    learner.open_page("clock")
    examine()
    learner.begin_quiz(learner.find("drawn"))
    section = learner.section(learner.find("drawn"))
    for id in shown(learner, "drawn"):
        learner.choose(learner.find(id), right=True)
        sure(learner, id, 1)
    examine()
    press(section, "Send my answers")
    examine()
    press(section, "Send my answers")
    examine()
    learner.begin_quiz(learner.find("steps"))
    examine()
    learner.open_page("later")
    examine()


def test_a_quiz_has_the_name_that_it_was_given_and_counts_a_minute_as_one(course: Path) -> None:
    html = (course / "html" / "index.html").read_text("utf-8")
    assert re.search(r"<h2[^>]*>In a minute</h2>", html) and re.search(r"<h2[^>]*>Quiz</h2>", html)
    assert "One minute; then" in html and "1 minutes" not in html


def test_a_bank_is_no_part_of_the_page(course: Path) -> None:
    html = (course / "html" / "index.html").read_text("utf-8")
    assert "belongs to fixed" in html and "belongs to b1" not in html
