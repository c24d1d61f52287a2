"""Every kind of question in every state, generically: a kind that is added to builder/activities is played here too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import gallery as visit
from tests.browser.conftest import Classroom, build
from tests.browser.gallery import ASKING, EVERYTHING, QUIZ, WATCH_POINTERS, WIDE, clean
from tests.browser.learner import Learner, course_data
from tests.browser.lms_server import LmsServer
from tests.browser.test_any_screen import plain, read
from tests.browser.test_web_page import keep, reload
from tests.built import once
from tests.courses.gallery import make
from tests.player.packer import Packer, packing


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery's packages, as `flagship` has the flagship's."""
    return once(tmp_path_factory, "gallery", lambda folder: build(make.write(folder / "source"), folder / "dist"))


@pytest.fixture(scope="module")
def packer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packer]:
    with packing(tmp_path_factory.mktemp("packer")) as packer:
        yield packer


@pytest.fixture
def visitor(classroom: Classroom, gallery: Path) -> Learner:
    """A learner at the gallery's web page, who is never seen with a mouse."""
    learner = keep(classroom.open_page(gallery, ready=False))
    learner.sitting.page.set_viewport_size(WIDE)
    return learner


def test_every_example_is_answered_by_keyboard_and_clean_before_and_after(visitor: Learner) -> None:
    visitor.frame.evaluate(WATCH_POINTERS)
    for kind in ASKING:
        visitor.open_page(kind)
        clean(visitor, f"{kind}, untouched")
        for question in visit.questions(visitor, kind):
            visit.tab_through(visitor, question)
            visit.give(visitor, question, visit.answers(visitor, question).right)
            outcome = visit.check(visitor, question)
            if ASKING[kind].score(question, visit.answers(visitor, question).right) is not None:
                expect(outcome).to_contain_text("Correct")
        clean(visitor, f"{kind}, right")
    assert visitor.frame.evaluate("self.pointed") == []
    visitor.sitting.examine()


def test_every_kind_is_clean_with_hints_tries_and_certainty_to_the_last_try_and_after_a_break(visitor: Learner) -> None:
    visitor.open_page(EVERYTHING)
    visitor.frame.evaluate(WATCH_POINTERS)
    clean(visitor, "untouched")
    asked = [(question, visit.answers(visitor, question)) for question in visit.questions(visitor, EVERYTHING)]
    for question, answers in asked:
        if question.get("hints"):
            visitor.section(question).get_by_role("button", name="Show a hint").first.press("Enter")
        visit.give(visitor, question, answers.wrong or answers.right)
    clean(visitor, "answered, with a hint")
    for question, answers in asked:
        outcome = visit.check(visitor, question)
        if answers.wrong:
            expect(outcome).to_contain_text("Not correct")
    clean(visitor, "wrong")
    for question, answers in asked:
        if question.get("attempts"):
            visitor.section(question).locator("[data-retry]").press("Enter")
            visit.give(visitor, question, answers.partly or answers.wrong)
            outcome = visit.check(visitor, question)
            if answers.partly:
                expect(outcome).to_contain_text("Partly correct")
            expect(visitor.section(question)).to_contain_text("That was your last try")
    clean(visitor, "no try left")
    assert visitor.frame.evaluate("self.pointed") == []
    before = visitor.seen(EVERYTHING)
    visitor.sitting.wait_until_saved()
    reload(visitor)
    assert visitor.seen(EVERYTHING) == before
    visitor.sitting.examine()


def test_every_kind_is_clean_in_a_quiz_while_it_is_answered_and_when_it_was_sent(visitor: Learner) -> None:
    quiz = visitor.find(QUIZ)
    visitor.begin_quiz(quiz)
    asked = [(question, visit.answers(visitor, question)) for question in visitor.quiz_questions(quiz)]
    for question, answers in asked:
        visit.give(visitor, question, answers.partly or answers.right)
    clean(visitor, "answered in a quiz")
    before = visitor.seen(visitor.current_page())
    visitor.sitting.wait_until_saved()
    reload(visitor)
    assert visitor.seen(visitor.current_page()) == before
    section = visitor.section(quiz)
    send = section.get_by_role("button", name="Send my answers")
    send.press("Enter")
    expect(section.get_by_role("heading", name="Before you send")).to_be_focused()
    clean(visitor, "before sending")
    send.press("Enter")
    expect(section.locator("[data-result]")).to_be_focused()
    for question, answers in asked:
        if ASKING[question["kind"]].score(question, answers.right) is not None:
            words = "Partly correct" if answers.partly else "Correct"
            expect(visitor.section(question).locator("[data-outcome]")).to_contain_text(words)
    clean(visitor, "sent")
    before = visitor.seen(visitor.current_page())
    reload(visitor)
    assert visitor.seen(visitor.current_page()) == before
    visitor.sitting.examine()


def test_whatever_a_saved_state_says_the_course_opens_and_every_question_can_be_answered(
    classroom: Classroom, gallery: Path, packer: Packer
) -> None:
    shapes = course_data(gallery / "scorm2004")["state"]
    told = 0
    for seed in range(2):
        random = Random(seed)
        state = [
            (int(n), {"counter": 1, "mark": 1, "values": visit.scrambled(shape, random)}) for n, shape in shapes.items()
        ]
        attempt = classroom.enrol("scorm2004", gallery)
        packed = packer.ask({"do": "pack", "shapes": shapes, "state": state})
        attempt.commits.append({"exit": "suspend", "suspend_data": packed})
        learner = classroom.sit(attempt)
        for kind in ASKING:
            learner.open_page(kind)
            for question in visit.questions(learner, kind):
                section = learner.section(question)
                told += section.get_by_text("This question has changed since you answered it.").is_visible()
                if section.locator("[data-check]").is_visible():
                    visit.give(learner, question, visit.answers(learner, question).right)
                    visit.check(learner, question)
                else:
                    expect(section.locator("[data-outcome]")).to_be_visible()
        for page in learner.data["pages"]:
            learner.open_page(page["id"])
        learner.sitting.wait_until_saved()
        learner.sitting.leave()
    assert told > 0


def test_without_scripts_every_kind_can_be_read_and_gives_no_answer_away(
    browser: Browser, lms: LmsServer, gallery: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    lms.add_package("gallery-without-scripts", gallery / "html")
    page = context.new_page()
    page.goto(lms.page_url("gallery-without-scripts"))
    activities = course_data(gallery / "html")["activities"]
    words = re.sub(r"\s+", " ", page.locator("body").inner_text())
    texts = [
        option["text"] for activity in activities if "html" not in activity for option in activity.get("options", [])
    ]
    assert [text for text in texts if text not in words] == []
    expect(page.locator("button:visible, :is(input, select, textarea):enabled:visible")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()

    found = read((gallery / "html" / "index.html").read_text("utf-8"))
    assert found.inline == []
    text = re.sub(r"\s+", " ", "".join(found.words))
    open_to_all = ("kind", "id", "prompt", "options", "objectives", "html", "hints")
    secrets = [plain(each) for each in visit.strings(activities, but=open_to_all) if each.startswith("<p>")]
    assert len(secrets) > 3 * len(ASKING)
    assert [secret for secret in secrets if secret in text] == []
