"""The flagship for a learner with a screen reader, a keyboard or little sight: every kind of page, in every state."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.axe import faults
from tests.browser.conftest import Classroom
from tests.browser.fits import COVERED
from tests.browser.learner import Data, Learner

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 700}


@pytest.fixture
def learner(classroom: Classroom, flagship: Path) -> Learner:
    """The course on a wide screen with nothing round it."""
    learner = classroom.open_page(flagship, "scorm12")
    learner.sitting.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return learner


def button(place: Frame | Locator, name: str) -> Locator:
    return place.get_by_role("button", name=name)


def press(learner: Learner, *keys: str) -> None:
    for key in keys:
        learner.sitting.page.keyboard.press(key)


def tab_to(learner: Learner, target: Locator, most: int = 60) -> None:
    """Presses Tab until `target` has the focus, which must be in view at every stop on the way."""
    for _ in range(most):
        press(learner, "Tab")
        assert not learner.frame.evaluate(COVERED), learner.frame.evaluate("document.activeElement.outerHTML")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached with Tab")


def of_kind(learner: Learner, kind: str) -> Data:
    return next(each for each in learner.practice() if each["kind"] == kind)


def examined(learner: Learner) -> None:
    """axe finds nothing now, and the console has been silent: the course's policy was kept."""
    assert faults(learner.sitting.page) == []
    learner.sitting.examine()


def test_axe_finds_nothing_on_any_page(learner: Learner) -> None:
    for page in learner.data["pages"]:
        learner.open_page(page["id"])
        assert faults(learner.sitting.page) == [], page["id"]
    learner.sitting.examine()


@pytest.mark.parametrize("kind", ["single", "multiple", "truefalse"])
def test_axe_finds_nothing_in_a_question_in_any_state(learner: Learner, kind: str) -> None:
    question = of_kind(learner, kind)
    learner.open_page_of(question)
    button(learner.section(question), "Check answer").click()
    examined(learner)
    learner.practise(question, right=False)
    examined(learner)
    button(learner.section(question), "Try again").click()
    learner.practise(question)
    examined(learner)


def test_axe_finds_nothing_in_a_quiz_in_any_state(learner: Learner) -> None:
    quiz = learner.find("final-check")
    learner.begin_quiz(quiz)
    for number, question in enumerate(learner.quiz_questions(quiz)[:-1]):
        learner.choose(question, right=number % 2 == 0)
    examined(learner)
    send = button(learner.section(quiz), "Send my answers")
    send.click()
    expect(learner.section(quiz).locator("[data-review]")).to_be_visible()
    examined(learner)
    send.click()
    expect(learner.section(quiz).locator("[data-result]")).to_be_visible()
    examined(learner)


def test_axe_finds_nothing_in_a_scenario_in_any_state(learner: Learner) -> None:
    scenario = learner.find("irate-candidate")
    section = learner.section(scenario)
    learner.open_page_of(scenario)
    button(section, "Play against the clock").click()
    examined(learner)
    button(section, "Take my time after all").click()
    learner.talk(scenario, turns=2)
    button(section, "Say this").click()
    expect(section.locator("[data-missing]")).to_be_focused()
    examined(learner)
    learner.talk(scenario, well=False)
    expect(section.get_by_role("heading", name="How it ended")).to_be_focused()
    examined(learner)


def test_axe_finds_nothing_in_a_reflection_in_any_state(learner: Learner) -> None:
    form = learner.find("account")
    section = learner.section(form)
    learner.open_page_of(form)
    button(section, "Submit").click()
    expect(section.locator("[data-say=empty]")).to_be_visible()
    section.locator("textarea").first.fill("é" * form["fields"][0]["max"])
    expect(section.locator("[data-error]:visible")).to_have_count(1)
    examined(learner)
    section.locator("textarea").first.fill("I listened first.")
    button(section, "Submit").click()
    examined(learner)


def test_axe_finds_nothing_in_the_shell_s_own_states(learner: Learner) -> None:
    button(learner.frame.locator("[data-finish]:visible"), "Finish").click()
    examined(learner)
    button(learner.frame.get_by_role("dialog"), "Go back").click()
    learner.sitting.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    button(learner.frame, "Contents").click()
    expect(learner.frame.locator("[data-contents]")).to_be_visible()
    examined(learner)


def test_a_new_page_has_the_focus_the_title_and_a_sentence(learner: Learner) -> None:
    first, second, *_ = learner.data["pages"]
    expect(learner.sitting.page).to_have_title(f"{first['title']} - {learner.data['title']}")
    link = learner.frame.locator(f"[data-contents] [data-to='{second['n']}']")
    tab_to(learner, link)
    press(learner, "Enter")
    expect(learner.frame.get_by_role("heading", name=second["title"], level=1)).to_be_focused()
    expect(learner.sitting.page).to_have_title(f"{second['title']} - {learner.data['title']}")
    expect(learner.frame.locator("[data-announce]")).to_have_text(f"Page 2 of {len(learner.data['pages'])}")
    tab_to(learner, learner.frame.locator("[data-current] [rel=next]"))
    press(learner, "Enter")
    assert learner.current_page() == learner.data["pages"][2]["id"]


def test_the_contents_open_and_close_with_the_keyboard_where_they_are_folded(learner: Learner) -> None:
    learner.sitting.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    toggle = button(learner.frame, "Contents")
    tab_to(learner, toggle)
    press(learner, "Space")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    tab_to(learner, learner.frame.locator("[data-contents] a").last)
    press(learner, "Enter")
    expect(learner.frame.locator("[data-contents]")).to_be_hidden()
    assert learner.current_page() == learner.data["pages"][-1]["id"]


def test_a_question_is_answered_with_the_keyboard_and_choosing_alone_checks_nothing(learner: Learner) -> None:
    question = of_kind(learner, "single")
    learner.open_page_of(question)
    section = learner.section(question)
    outcome = section.locator("[data-outcome]")
    tab_to(learner, section.locator("input").first)
    press(learner, "Space", "ArrowDown", "ArrowDown")
    expect(section.locator("input").nth(2)).to_be_checked()
    expect(outcome).to_be_hidden()
    tab_to(learner, button(section, "Check answer"), most=1)
    press(learner, "Enter")
    expect(outcome).to_be_focused()
    tab_to(learner, button(section, "Try again"), most=1)
    press(learner, "Space")
    expect(section.locator("input").nth(2)).to_be_focused()


def test_several_options_are_ticked_with_the_space_bar(learner: Learner) -> None:
    question = of_kind(learner, "multiple")
    learner.open_page_of(question)
    section = learner.section(question)
    tab_to(learner, section.locator("input").first)
    press(learner, "Space", "Tab", "Space")
    expect(section.locator("input:checked")).to_have_count(2)
    expect(section.locator("[data-outcome]")).to_be_hidden()


def test_a_turn_of_a_scenario_is_taken_with_the_keyboard_and_its_effect_is_said(learner: Learner) -> None:
    scenario = learner.find("irate-candidate")
    section = learner.section(scenario)
    learner.open_page_of(scenario)
    tab_to(learner, button(section, "Take my time"))
    press(learner, "Enter")
    lines = section.locator("[data-transcript] .line")
    expect(lines.first).to_be_visible()
    before = lines.count()
    tab_to(learner, section.locator("[data-ask] input").first)
    press(learner, "Space", "ArrowDown")
    expect(section.locator("[data-ask] input").nth(1)).to_be_checked()
    assert lines.count() == before
    tab_to(learner, button(section, "Say this"), most=1)
    press(learner, "Enter")
    expect(section.locator(".turn-taken").last).to_be_focused()
    expect(learner.frame.locator("[data-announce]")).to_contain_text("Tension went")
    # Only what somebody with experience thinks, which can be folded, stands between.
    tab_to(learner, section.locator("[data-ask] input").first, most=2)


def test_a_quiz_is_begun_answered_and_sent_with_the_keyboard(learner: Learner) -> None:
    quiz = learner.find("final-check")
    section = learner.section(quiz)
    learner.open_page_of(quiz)
    tab_to(learner, button(section, "Start"))
    press(learner, "Enter")
    expect(section.locator("[data-where]")).to_be_focused()
    press(learner, "Tab", "Space")
    expect(section.locator("input:checked")).to_have_count(1)
    tab_to(learner, button(section, "Send my answers"))
    press(learner, "Enter")
    expect(section.get_by_role("heading", name="Before you send")).to_be_focused()
    tab_to(learner, section.get_by_role("link", name="Question 2", exact=True))
    press(learner, "Enter")
    expect(section.locator("[data-questions] > li").nth(1).locator("legend").first).to_be_focused()
    tab_to(learner, button(section, "Send my answers"), most=100)
    press(learner, "Enter")
    tab_to(learner, button(section, "Send my answers"))
    press(learner, "Enter")
    expect(section.locator("[data-result]")).to_be_focused()
    expect(section.locator("[data-result]")).to_contain_text("You scored")


def test_a_dialog_begins_at_its_first_button_and_escape_leads_back_to_where_it_was_asked(learner: Learner) -> None:
    finish = button(learner.frame.locator("[data-finish]:visible"), "Finish")
    tab_to(learner, finish, most=100)
    press(learner, "Enter")
    dialog = learner.frame.get_by_role("dialog")
    expect(dialog.get_by_role("button").first).to_be_focused()
    press(learner, "Escape")
    expect(dialog).to_have_count(0)
    expect(finish).to_be_focused()
