"""Coming back: what a learner finds after the browser died, on the same device and on another, and whose work it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.conftest import Classroom
from tests.browser.learner import Learner
from tests.browser.lms_server import Attempt

OFFER = "Work kept on this device"
WORDS = 'She said "no" \\ </textarea><b>x</b> — Siân 😀\nand rang off.'


def account(learner: Learner) -> Locator:
    """The first prompt of the reflection, on the page in view."""
    learner.open_page("your-account")
    return learner.section(learner.find("account")).locator("textarea").first


def write(learner: Learner, words: str) -> None:
    """Half a reflection, and on to something else."""
    account(learner).fill(words)
    account(learner).dispatch_event("change")


def all_seen(learner: Learner, *pages: str) -> dict[str, Any]:
    return {page: learner.seen(page) for page in pages}


def saved_and_dead(learner: Learner) -> None:
    learner.sitting.wait_until_saved()
    learner.sitting.kill()


def test_a_learner_comes_back_to_the_page_that_was_in_view_and_is_told_so(
    classroom: Classroom, flagship: Path, standard: str, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    learner.open_page("read-the-person")
    learner.open_page("six-moves")
    contents = learner.frame.locator("[data-contents] ol").first
    before = contents.text_content(), learner.frame.locator("[data-progress]").inner_text()
    saved_and_dead(learner)
    for device in (None, elsewhere):
        learner = classroom.sit(attempt, device)
        assert learner.current_page() == "six-moves"
        expect(learner.frame.locator("[data-notice=resumed]")).to_contain_text("back where you stopped: Six moves.")
        contents = learner.frame.locator("[data-contents] ol").first
        assert (contents.text_content(), learner.frame.locator("[data-progress]").inner_text()) == before
        learner.sitting.leave()


def test_work_that_is_half_done_comes_back_as_it_was_on_any_device(
    classroom: Classroom, flagship: Path, standard: str, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    wrong, drafted, many = (learner.find(id) for id in ("q-whats-missing", "q-sofia", "q-anxious-signs"))
    scenario, quiz = learner.find("irate-candidate"), learner.find("final-check")
    learner.practise(wrong, right=False)
    learner.open_page_of(drafted)
    learner.choose(drafted, right=True)
    learner.choose(many, right=True)
    learner.open_scenario(scenario)
    learner.talk(scenario, well=False, turns=2)
    learner.begin_quiz(quiz)
    for question in learner.quiz_questions(quiz)[:7]:
        learner.choose(question, right=True)
    write(learner, WORDS)
    pages = ["read-the-person", "five-openings", "irate-candidate", "check-yourself"]
    before = all_seen(learner, *pages)
    saved_and_dead(learner)

    for device in (None, elsewhere):
        learner = classroom.sit(attempt, device)
        assert all_seen(learner, *pages) == before
        # Without room in the LMS the text stays on the device where it was written.
        here = device is None or standard == "scorm2004"
        expect(account(learner)).to_have_value(WORDS if here else "")
        learner.sitting.kill()


def test_work_that_is_done_comes_back_with_its_marks_feedback_and_debrief(
    classroom: Classroom, flagship: Path, standard: str, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol(standard, flagship)
    learner = classroom.sit(attempt)
    scenario = learner.find("irate-candidate")
    learner.practise(learner.find("q-next-step"))
    learner.open_scenario(scenario)
    learner.talk(scenario, well=True)
    learner.take_quiz(learner.find("final-check"), right=False)
    before = all_seen(learner, "six-moves", "irate-candidate", "check-yourself")
    assert "You said" in before["irate-candidate"]["words"]
    assert "Not correct" in before["check-yourself"]["words"]
    saved_and_dead(learner)
    for device in (None, elsewhere):
        learner = classroom.sit(attempt, device)
        assert all_seen(learner, *before) == before
        learner.sitting.kill()


def test_words_typed_just_before_the_page_is_left_are_in_the_lms(
    classroom: Classroom, flagship: Path, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol("scorm2004", flagship)
    learner = classroom.sit(attempt)
    account(learner).fill(WORDS)
    learner.sitting.leave()
    learner = classroom.sit(attempt, elsewhere)
    expect(account(learner)).to_have_value(WORDS)
    learner.sitting.leave()


def test_an_answer_that_the_dying_browser_had_not_sent_is_there_at_the_next_launch(
    classroom: Classroom, flagship: Path, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol("scorm2004", flagship)
    learner = classroom.sit(attempt)
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_until_saved()
    learner.sitting.refuse_commits()
    scenario = learner.find("irate-candidate")
    learner.open_scenario(scenario)
    learner.talk(scenario, turns=2)
    before = learner.seen("irate-candidate")
    learner.sitting.kill()

    learner = classroom.sit(attempt)
    assert learner.seen("irate-candidate") == before
    saved_and_dead(learner)
    learner = classroom.sit(attempt, elsewhere)
    assert learner.seen("irate-candidate") == before
    told = [interaction["id"] for interaction in attempt.interactions]
    assert len([id for id in told if id.startswith("irate-candidate-")]) == 2
    learner.sitting.leave()


def test_what_two_devices_did_apart_is_put_together(
    classroom: Classroom, flagship: Path, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    here = classroom.sit(attempt)
    first, second, third = (here.find(id) for id in ("q-respond", "q-polite", "q-manager-email"))
    here.practise(first)
    here.sitting.wait_until_saved()
    here.sitting.refuse_commits()
    here.practise(second, right=False)
    here.sitting.wait_for_status("Not saved, kept on this device")
    here.sitting.kill()

    there = classroom.sit(attempt, elsewhere)
    there.practise(third)
    saved_and_dead(there)

    here = classroom.sit(attempt)
    expect(here.frame.get_by_role("dialog")).to_have_count(0)
    together = here.seen("respond")
    outcomes = [here.section(question).locator("[data-outcome]") for question in (first, second, third)]
    for outcome, words in zip(outcomes, ("Correct", "Not correct", "Correct"), strict=True):
        expect(outcome).to_contain_text(words)
    saved_and_dead(here)
    there = classroom.sit(attempt, elsewhere)
    assert there.seen("respond") == together
    there.sitting.leave()


def unsaved(classroom: Classroom, attempt: Attempt) -> Learner:
    """A sitting whose every commit was refused, so that the work is on the device only."""
    attempt.fails = True
    learner = classroom.sit(attempt)
    write(learner, WORDS)
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved, kept on this device")
    learner.sitting.expect_error("403")
    learner.sitting.kill()
    attempt.fails = False
    assert attempt.commits == []
    return learner


@pytest.mark.parametrize(("standard", "takes"), [("scorm2004", True), ("scorm12", False)], ids=["taken", "declined"])
def test_where_the_lms_has_nothing_the_device_s_copy_is_offered_and_never_applied_by_itself(
    classroom: Classroom, flagship: Path, standard: str, takes: bool
) -> None:
    attempt = classroom.enrol(standard, flagship)
    unsaved(classroom, attempt)
    learner = classroom.sit(attempt, ready=False)
    dialog = learner.frame.get_by_role("dialog", name=OFFER)
    expect(dialog).to_contain_text("Do you want to go on with it?")
    assert learner.sitting.sets("cmi.suspend_data") == []
    learner.sitting.answer("Go on with it" if takes else "Start afresh and remove it")
    outcome = learner.section(learner.find("q-warm-up")).locator("[data-outcome]")
    learner.open_page("how-it-works")
    expect(outcome).to_be_visible(visible=takes)
    saved_and_dead(learner)

    learner = classroom.sit(attempt)
    learner.open_page("how-it-works")
    outcome = learner.section(learner.find("q-warm-up")).locator("[data-outcome]")
    expect(outcome).to_be_visible(visible=takes)
    expect(account(learner)).to_have_value(WORDS if takes else "")
    learner.sitting.leave()


def test_a_dialog_that_is_not_answered_loses_nothing(classroom: Classroom, flagship: Path) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    unsaved(classroom, attempt)
    for _ in range(2):
        learner = classroom.sit(attempt, ready=False)
        expect(learner.frame.get_by_role("dialog", name=OFFER)).to_be_visible()
        for _ in range(3):
            learner.sitting.page.keyboard.press("Escape")
        expect(learner.frame.get_by_role("dialog", name=OFFER)).to_be_visible()
        learner.sitting.leave()


def test_the_next_learner_at_the_same_browser_sees_nothing_of_the_one_before(
    classroom: Classroom, flagship: Path
) -> None:
    first = classroom.enrol("scorm12", flagship)
    learner = classroom.sit(first)
    write(learner, WORDS)
    learner.sitting.wait_until_saved()
    learner.sitting.refuse_commits()
    learner.practise(learner.find("q-warm-up"))
    learner.sitting.wait_for_status("Not saved")
    learner.sitting.kill()

    for name in ("learner-2", ""):
        other = classroom.sit(classroom.enrol("scorm12", flagship, learner=name, name="Price, Sam"))
        expect(account(other)).to_have_value("")
        assert other.current_page() == "your-account"
        other.open_page("how-it-works")
        expect(other.section(other.find("q-warm-up")).locator("[data-outcome]")).to_be_hidden()
        write(other, "Not yours either.")
        other.sitting.leave()

    learner = classroom.sit(first)
    expect(account(learner)).to_have_value(WORDS)
    learner.open_page("how-it-works")
    expect(learner.section(learner.find("q-warm-up")).locator("[data-outcome]")).to_be_visible()
    learner.sitting.leave()


def test_a_state_that_the_lms_has_cut_is_used_as_far_as_it_goes_and_the_learner_is_told(
    classroom: Classroom, flagship: Path, elsewhere: BrowserContext
) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    learner = classroom.sit(attempt)
    early, late = learner.find("q-warm-up"), learner.find("q-recover")
    learner.practise(early)
    learner.practise(late)
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    attempt.cmi["suspend_data"] = attempt.cmi["suspend_data"][:-8]

    learner = classroom.sit(attempt, elsewhere)
    expect(learner.frame.locator("[data-notice=damage]")).to_contain_text("Part of your saved work could not be read")
    assert learner.current_page() == "worked-example"
    expect(learner.section(late).locator("[data-outcome]")).to_be_hidden()
    learner.open_page_of(early)
    expect(learner.section(early).locator("[data-outcome]")).to_be_visible()
    learner.practise(late)
    saved_and_dead(learner)
    learner = classroom.sit(attempt, elsewhere)
    expect(learner.frame.locator("[data-notice=damage]")).to_have_count(0)
    expect(learner.section(late).locator("[data-outcome]")).to_be_visible()
    learner.sitting.leave()


@pytest.mark.parametrize("held", ['{"page": 3, "answers": [1,2]}', "1A", "\u00ff\n<b>"])
def test_a_state_that_cannot_be_read_is_told_and_the_course_works(
    classroom: Classroom, flagship: Path, held: str
) -> None:
    attempt = classroom.enrol("scorm12", flagship)
    attempt.commits.append({"core": {"exit": "suspend"}, "suspend_data": held})
    learner = classroom.sit(attempt)
    expect(learner.frame.locator("[data-notice=damage]")).to_contain_text("could not be read")
    learner.practise(learner.find("q-warm-up"))
    saved_and_dead(learner)
    learner = classroom.sit(attempt)
    expect(learner.frame.locator("[data-notice=damage]")).to_have_count(0)
    expect(learner.section(learner.find("q-warm-up")).locator("[data-outcome]")).to_be_visible()
    learner.sitting.leave()
