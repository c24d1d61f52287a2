"""Questions, the quiz and the reflection as a learner meets them: feedback, second tries, going on after a break."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Classroom
from tests.browser.learner import Learner


def button(section: Locator, name: str) -> Locator:
    return section.get_by_role("button", name=name)


def ticked(section: Locator) -> list[str]:
    """The ids of what is chosen in a section, in the learner's order."""
    return [str(box.get_attribute("id")) for box in section.locator("input:checked").all()]


def shown_order(section: Locator) -> list[str]:
    return [str(box.get_attribute("id")) for box in section.locator("input").all()]


def test_a_wrong_answer_shows_why_and_gives_nothing_else_away(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    question = next(each for each in learner.practice() if each["kind"] == "single")
    section = learner.section(question)
    learner.practise(question, right=False)
    expect(section.locator("[data-outcome]")).to_be_focused()
    expect(section.locator("[data-outcome]")).to_contain_text("Not correct")
    expect(section.locator("[data-feedback]:visible")).to_have_count(1)
    expect(section.locator("[data-feedback]:visible")).to_contain_text("Not correct")
    expect(section.locator("input").first).to_be_disabled()

    before = ticked(section)
    button(section, "Try again").click()
    assert ticked(section) == before
    expect(section.locator("input:checked")).to_be_focused()
    expect(section.locator("[data-feedback]:visible")).to_have_count(0)
    learner.practise(question)
    expect(section.locator("[data-outcome]")).to_contain_text("Correct")
    expect(section.locator("[data-feedback]:visible")).to_have_count(len(question["options"]))


def test_checking_without_an_answer_says_what_to_do(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    question = learner.practice()[0]
    learner.open_page_of(question)
    button(learner.section(question), "Check answer").click()
    expect(learner.section(question).locator("[data-outcome]")).to_be_focused()
    expect(learner.section(question).locator("[data-outcome]")).to_contain_text("Give an answer first")


def test_a_learner_who_comes_back_finds_answers_feedback_and_drafts_as_they_were(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    checked, draft, again = [each for each in learner.practice() if each["kind"] != "truefalse"][:3]
    learner.practise(checked, right=False)
    learner.open_page_of(draft)
    learner.choose(draft, right=True)
    learner.practise(again, right=False)
    button(learner.section(again), "Try again").click()
    learner.choose(again, right=True)
    before = [(shown_order(learner.section(each)), ticked(learner.section(each))) for each in (checked, draft, again)]
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    after = [(shown_order(learner.section(each)), ticked(learner.section(each))) for each in (checked, draft, again)]
    assert after == before
    outcomes = [learner.section(each).locator("[data-outcome]") for each in (checked, draft, again)]
    learner.open_page_of(checked)
    expect(outcomes[0]).to_contain_text("Not correct")
    for each, outcome in ((draft, outcomes[1]), (again, outcomes[2])):
        learner.open_page_of(each)
        expect(outcome).to_be_hidden()
        expect(button(learner.section(each), "Check answer")).to_be_visible()
    learner.sitting.leave()


def test_before_a_quiz_is_sent_the_learner_hears_what_has_no_answer(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    quiz = learner.find("final-check")
    learner.begin_quiz(quiz)
    first, second, *others = learner.quiz_questions(quiz)
    for question in (first, *others):
        learner.choose(question, right=True)
    button(learner.section(quiz), "Send my answers").click()
    review = learner.section(quiz).locator("[data-review]")
    expect(review.locator("li", has_text="not answered")).to_have_text("Question 2: not answered")
    review.get_by_role("link", name="Question 2").click()
    expect(learner.section(second).locator("legend").first).to_be_focused()
    expect(learner.section(quiz).locator("[data-result]")).to_be_hidden()
    learner.choose(second, right=True)
    button(learner.section(quiz), "Send my answers").click()
    expect(review.locator("li", has_text="not answered")).to_have_count(0)


def test_a_quiz_goes_on_where_it_was_left_and_each_attempt_begins_empty(
    classroom: Classroom, flagship: Path, standard: str
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    quiz = learner.find("final-check")
    learner.begin_quiz(quiz)
    for question in learner.quiz_questions(quiz)[:3]:
        learner.choose(question, right=True)
    before = shown_order(learner.section(quiz)), ticked(learner.section(quiz))
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page_of(quiz)
    section = learner.section(quiz)
    assert (shown_order(section), ticked(section)) == before
    expect(section.locator("[data-feedback]:visible")).to_have_count(0)
    learner.send_quiz(quiz)
    expect(section.locator("[data-result]")).to_be_focused()
    scored = section.locator("[data-score]").inner_text()
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page_of(quiz)
    section = learner.section(quiz)
    expect(section.locator("[data-score]")).to_have_text(scored)
    expect(section.locator("[data-outcome]").first).to_contain_text("Correct")
    button(section, "Attempt 2 of 3").click()
    assert ticked(section) == []
    expect(section.locator("[data-outcome]:visible")).to_have_count(0)
    learner.send_quiz(quiz)
    expect(section.locator("[data-score]")).to_have_text("0%")
    expect(section.locator("[data-counted]")).to_have_text(scored)
    learner.sitting.leave()


def test_used_up_attempts_are_used_up(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    quiz = learner.find("final-check")
    for _ in range(quiz["attempts"]):
        learner.take_quiz(quiz, right=False)
    expect(learner.section(quiz)).to_contain_text("You have used all your attempts.")
    expect(learner.section(quiz).locator("[data-next]")).to_be_hidden()


def form_of(learner: Learner) -> Locator:
    learner.open_page("your-account")
    return learner.section(learner.find("account"))


@pytest.mark.parametrize(
    ("standard", "told"),
    [
        ("scorm12", "stays in this browser on this device"),
        ("scorm2004", "kept with your record in the learning platform"),
    ],
)
def test_the_learner_is_told_before_typing_where_the_words_are_kept_and_finds_them_there(
    classroom: Classroom, flagship: Path, standard: str, told: str
) -> None:
    words = 'She said "no" \\ </textarea><b>x</b> — Siân 😀\nand rang off.'
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    form = form_of(learner)
    expect(form).to_contain_text(told)
    form.locator("textarea").first.fill(words)
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    form = form_of(learner)
    expect(form.locator("textarea").first).to_have_value(words)
    expect(form.locator("[data-say=submitted]")).to_be_hidden()
    learner.sitting.leave()


def test_where_texts_stay_on_the_device_a_copy_is_downloaded_before_submitting(
    classroom: Classroom, flagship: Path
) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", flagship))
    form = form_of(learner)
    form.locator("textarea").first.fill("I summed up first.")
    button(form, "Submit").click()
    dialog = learner.frame.get_by_role("dialog")
    with learner.sitting.page.expect_download() as download:
        button(dialog, "Download a copy").click()
    assert "I summed up first." in Path(download.value.path()).read_text(encoding="utf-8")
    expect(dialog).to_contain_text("Submit your reflection?")
    button(dialog, "Go back").click()
    expect(form.locator("[data-say=submitted]")).to_be_hidden()
    learner.sitting.leave()


def test_a_text_that_is_too_long_is_not_cut_and_not_submitted(classroom: Classroom, flagship: Path) -> None:
    attempt = classroom.enrol("scorm2004", flagship)
    learner = classroom.sit(attempt)
    form = form_of(learner)
    box = form.locator("textarea").first
    long = "é" * learner.find("account")["fields"][0]["max"]
    box.fill(long)
    expect(form.locator("[data-error]:visible")).to_contain_text("too long")
    button(form, "Submit").click()
    expect(box).to_be_focused()
    expect(learner.frame.get_by_role("dialog")).to_have_count(0)
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    expect(form_of(learner).locator("textarea").first).to_have_value(long)
    learner.sitting.leave()


def test_a_form_that_nothing_can_keep_says_so(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm2004")
    expect(form_of(learner)).to_contain_text("it will be gone when this page is closed")
    attempt = classroom.enrol("scorm2004", flagship, mode="review")
    reviewer = classroom.sit(attempt)
    expect(form_of(reviewer)).to_contain_text("what you write here is not kept")
    reviewer.sitting.leave()


def test_erased_text_is_gone_for_good(classroom: Classroom, flagship: Path, standard: str) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.reflect(learner.find("account"))
    form = form_of(learner)
    button(form, "Erase my text").click()
    button(learner.frame.get_by_role("dialog"), "Erase my text").click()
    expect(form.locator("[data-say=erased]")).to_be_visible()
    learner.sitting.leave()
    learner = classroom.sit(attempt)
    form = form_of(learner)
    expect(form.locator("textarea").first).to_have_value("")
    expect(form.locator("[data-say=submitted]")).to_be_visible()
    learner.sitting.leave()
