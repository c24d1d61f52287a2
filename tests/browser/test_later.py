"""What comes in second scripts: where one cannot be fetched, the learner is told or misses nothing, and can go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Classroom, build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS, page

SECOND_SCRIPTS = "**/later.*.js"
ORDER = "::: order {#steps}\nPut it in order.\n1. This {#this}\n2. That {#that}\nexplain: This comes first.\n:::\n\n"
FORM = "::: reflection {#account}\n- What happened?\n:::\n"
QUIZ = (
    ":::: quiz {#sure confidence}\n::: single {#one}\nWhich?\n- (x) This one\n  feedback: Yes.\n- ( ) That one\n"
    "  feedback: No.\n:::\n::::\n"
)
PAGES = {"start": page("Start", "Words.\n"), "work": page("Work", ORDER + FORM), "told": page("Told", QUIZ)}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("later")
    files = {"course.yaml": SETTINGS, **{f"content/01-all/{name}.md": text for name, text in PAGES.items()}}
    for path, text in files.items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return build(folder / "source", folder / "dist")


@pytest.fixture
def cut_off(classroom: Classroom, course: Path) -> Iterator[Learner]:
    """A learner whose connection is gone since the course was opened, at its first page."""
    learner = classroom.open_page(course, "scorm12", fragment="#start")
    learner.sitting.page.route(SECOND_SCRIPTS, lambda route: route.abort())
    yield learner


def connect(learner: Learner) -> None:
    learner.sitting.page.unroute(SECOND_SCRIPTS)


def test_a_reflection_says_that_it_cannot_be_opened_and_opens_once_the_connection_is_back(cut_off: Learner) -> None:
    cut_off.open_page("work")
    section = cut_off.section(cut_off.find("account"))
    missed = section.locator("[data-missed]")
    expect(missed).to_contain_text("could not be loaded")
    expect(cut_off.frame.locator("[data-announce]")).to_contain_text("could not be loaded")
    box = section.get_by_role("textbox", name="What happened?")
    expect(box).to_be_disabled()
    expect(section.locator("[data-kept]")).to_be_hidden()
    missed.get_by_role("button", name="Try again").click()
    expect(missed).to_be_visible()

    connect(cut_off)
    missed.get_by_role("button", name="Try again").click()
    expect(missed).to_be_hidden()
    expect(section.locator("[data-kept]")).to_be_focused()
    box.fill("We talked.")
    box.blur()
    cut_off.open_page("start")
    cut_off.open_page("work")
    expect(box).to_have_value("We talked.")
    cut_off.reflect(cut_off.find("account"))


def test_an_order_is_made_by_its_buttons_where_dragging_cannot_be_had(cut_off: Learner) -> None:
    cut_off.open_page("work")
    section = cut_off.section(cut_off.find("steps"))
    items = section.locator("[data-ranking] > li")
    expect(section.locator("[data-grip]:visible")).to_have_count(0)
    first = items.first.get_attribute("data-n")
    items.first.locator("[data-move=down]").click()
    expect(items.last).to_have_attribute("data-n", first or "")
    connect(cut_off)
    cut_off.open_page("start")
    cut_off.open_page("work")
    expect(section.locator("[data-grip]:visible")).to_have_count(2)


def test_a_quiz_says_that_it_cannot_tell_how_sure_the_learner_was_and_tells_it_when_asked_again(
    cut_off: Learner,
) -> None:
    quiz = cut_off.find("sure")
    cut_off.take_quiz(quiz)
    told = cut_off.section(quiz).locator("[data-calibration]")
    expect(told.locator("[data-missed]")).to_contain_text("could not be loaded")
    expect(told.get_by_role("table")).to_be_hidden()
    connect(cut_off)
    told.get_by_role("button", name="Try again").click()
    expect(told.get_by_role("table")).to_contain_text("How sure you were")
    expect(told.locator("[data-advice]:visible")).to_have_count(1)
    expect(told.locator("[data-missed]")).to_be_hidden()
