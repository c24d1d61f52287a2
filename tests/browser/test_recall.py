"""Practice that was missed comes back in a later module, as a learner meets it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Classroom
from tests.browser.quizzes import course, make, press

__all__ = ["course", "make"]


def test_what_was_missed_in_practice_comes_back_later_and_the_page_waits_for_it(
    classroom: Classroom, course: Path
) -> None:
    attempt = classroom.enrol("scorm2004", course)
    learner = classroom.sit(attempt)
    for id in ("p1", "p2", "p3"):
        learner.practise(learner.find(id), right=id == "p1")
    learner.open_page("later")
    section = learner.section(learner.find("recall-later"))
    cards = section.locator(".question")
    expect(cards).to_have_count(2)
    assert [each.get_attribute("id") for each in cards.all()] == ["recall-later--p2", "recall-later--p3"]
    link = learner.frame.locator("[data-contents] a[href='#later']")
    expect(link).to_contain_text("not done yet")
    card = cards.first
    expect(card.locator("[data-feedback]:visible, :checked")).to_have_count(0)
    card.get_by_label("This one").check()
    press(card, "Check answer")
    expect(card.locator("[data-outcome]")).to_be_focused()
    expect(card.locator("[data-outcome]")).to_contain_text("Correct")
    # The page that it came from has not changed.
    learner.open_page("practice")
    expect(learner.section(learner.find("p2")).locator("[data-outcome]")).to_contain_text("Not correct")
    learner.sitting.wait_until_saved()
    assert [(each["id"].split("-")[0], each["result"]) for each in attempt.interactions][-1] == ("p2", "correct")
    learner.sitting.leave()

    learner = classroom.sit(attempt)
    learner.open_page("later")
    cards = learner.section(learner.find("recall-later")).locator(".question")
    expect(cards.first.locator("[data-outcome]")).to_contain_text("Correct")
    expect(cards.first.locator("input").first).to_be_disabled()
    cards.last.get_by_label("That one").check()
    press(cards.last, "Check answer")
    expect(learner.frame.locator("[data-contents] a[href='#later']")).not_to_contain_text("not done yet")
    learner.sitting.leave()


def test_a_recall_that_is_opened_early_waits_and_says_nothing_that_is_not_so(
    classroom: Classroom, course: Path
) -> None:
    learner = classroom.sit(classroom.enrol("scorm12", course))

    def look(id: str, says: str, questions: int) -> None:
        learner.open_page(id)
        section = learner.section(learner.find(f"recall-{id}"))
        expect(section.get_by_text(says)).to_be_visible()
        expect(section.get_by_text("You have met").locator("visible=true")).to_have_count(min(questions, 1))
        expect(section.locator(".question")).to_have_count(questions)

    early = "nothing to look back on yet"
    for id in ("later", "missed"):
        look(id, early, 0)
    link = learner.frame.locator("[data-contents] a[href='#missed']")
    learner.practise(learner.find("p1"))
    look("missed", early, 0)
    look("later", "You have met these questions", 2)
    learner.practise(learner.find("p2"))
    expect(link).to_contain_text("not done yet")
    learner.practise(learner.find("p3"), right=False)
    look("missed", "You have met these questions", 1)
    learner.sitting.leave()

    learner = classroom.open_page(course, "scorm12")
    for id in ("p1", "p2", "p3"):
        learner.practise(learner.find(id))
    look("missed", "You missed nothing there", 0)
    expect(learner.frame.locator("[data-contents] a[href='#missed']")).not_to_contain_text("not done yet")
    learner.sitting.leave()
