"""The flagship on small screens, with large text, in forced colours, on paper and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import FORMATS, Classroom
from tests.browser.fits import CUT, SIDEWAYS, fits
from tests.browser.learner import Data, Learner, course_data
from tests.browser.lms_server import LmsServer


def every_state(learner: Learner) -> Iterator[str]:
    """Goes to each page as it is, and then to what work makes of the pages with activities."""
    for page in learner.data["pages"]:
        learner.open_page(page["id"])
        yield page["id"]
    for question in {each["kind"]: each for each in learner.practice()}.values():
        learner.practise(question, right=False)
        yield question["id"]
    scenario, quiz = learner.find("irate-candidate"), learner.find("final-check")
    learner.open_scenario(scenario)
    learner.talk(scenario, turns=2)
    yield "in the scenario"
    learner.talk(scenario, well=False)
    yield "the debrief"
    learner.begin_quiz(quiz)
    send = learner.section(quiz).get_by_role("button", name="Send my answers")
    send.click()
    yield "the look before answers are sent"
    send.click()
    yield "the quiz's result"
    learner.frame.locator("[data-finish] button").last.evaluate("(button) => button.click()")
    yield "what is left before finishing"


def test_nothing_scrolls_sideways_or_is_too_small_to_press_at_320_pixels(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    learner.sitting.page.set_viewport_size({"width": 320, "height": 700})
    learner.frame.get_by_role("button", name="Contents").click()
    fits(learner.frame, "contents")
    for state in every_state(learner):
        fits(learner.frame, state)


def test_nothing_scrolls_sideways_in_a_frame_of_600_pixels(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.sit(classroom.enrol("scorm2004", flagship, width=600))
    assert learner.frame.evaluate("innerWidth") == 600
    for state in every_state(learner):
        fits(learner.frame, state)
    assert learner.sitting.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_is_whole(classroom: Classroom, flagship: Path, width: int) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    learner.sitting.page.set_viewport_size({"width": width, "height": 900})
    learner.frame.evaluate("document.documentElement.style.fontSize = '200%'")
    for page in learner.data["pages"]:
        learner.open_page(page["id"])
        assert learner.frame.evaluate(SIDEWAYS)[0] == 0, page["id"]
        assert learner.frame.evaluate(CUT) == [], page["id"]


def test_in_forced_colours_what_is_chosen_done_and_in_view_can_still_be_told(
    classroom: Classroom, flagship: Path
) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    page = learner.sitting.page
    page.emulate_media(forced_colors="active")
    for kind in ("single", "multiple"):
        question = next(each for each in learner.practice() if each["kind"] == kind)
        learner.open_page_of(question)
        section = learner.section(question)
        chosen, other = section.locator("input").nth(0), section.locator("input").nth(1)
        chosen.check()
        section.get_by_role("button", name="Check answer").focus()
        assert chosen.screenshot() != other.screenshot()
    first, second = learner.frame.locator("[data-contents] [data-to]").all()[:2]
    expect(first).to_have_attribute("data-done", "")
    assert first.locator(".mark").screenshot() != second.locator(".mark").screenshot()
    here = learner.frame.locator("[data-contents] [aria-current]")
    assert here.evaluate("(link) => getComputedStyle(link).borderTopStyle") == "solid"
    learner.practise(question)
    borders = "(element) => getComputedStyle(element).borderTopWidth"
    assert section.locator("[data-outcome]").evaluate(borders) != "0px"


def test_the_page_in_view_is_what_is_printed(classroom: Classroom, flagship: Path) -> None:
    learner = classroom.open_page(flagship, "scorm12")
    question = learner.practice()[0]
    learner.practise(question, right=False)
    page = learner.sitting.page
    page.emulate_media(media="print", color_scheme="dark")
    shown = learner.frame.locator("h1:visible")
    expect(shown).to_have_count(1)
    expect(learner.section(question).locator("[data-feedback]:visible")).to_have_count(1)
    for away in ("button", "select", "[data-shell=header]", "[data-contents]", ".turn", "[data-notices]"):
        expect(learner.frame.locator(f"{away}:visible")).to_have_count(0)
    look = "(heading) => [getComputedStyle(heading).color, getComputedStyle(heading).colorScheme]"
    assert shown.evaluate(look) == ["rgb(0, 0, 0)", "light"]


@pytest.fixture
def reader(browser: Browser, lms: LmsServer, flagship: Path) -> Iterator[Page]:
    """The course's web page in a browser without scripts."""
    context: BrowserContext = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    lms.add_package("no-scripts", flagship / "html")
    page = context.new_page()
    page.goto(lms.page_url("no-scripts"))
    yield page
    context.close()


def test_without_scripts_everything_can_be_read_and_the_contents_lead_there(reader: Page, flagship: Path) -> None:
    data = course_data(flagship / "html")
    words = re.sub(r"\s+", " ", reader.locator("body").inner_text())
    texts = [page["title"] for page in data["pages"]]
    shown = [activity for activity in data["activities"] if "html" not in activity]
    texts += [option["text"] for activity in shown for option in activity.get("options", [])]
    assert len(texts) > 100
    assert [text for text in texts if text not in words] == []
    expect(reader.locator("button:visible, :is(input, select, textarea):enabled:visible")).to_have_count(0)
    last = data["pages"][-1]
    reader.locator("[data-contents]").get_by_role("link", name=last["title"]).click()
    expect(reader.get_by_role("heading", name=last["title"], level=1)).to_be_in_viewport()
    assert reader.evaluate("document.documentElement.scrollWidth") <= 320


class Text(HTMLParser):
    """The words of a page, and what in it could run or style by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Text:
    text = Text()
    text.feed(html)
    return text


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", "".join(read(html).words)).strip()


def keys(activity: Data) -> Iterator[str]:
    """What a learner must not read before they have answered: why an option is right or wrong, and debriefs."""
    for name in ("feedback", "debriefs"):
        values: dict[str, Any] = activity.get(name, {})
        yield from values.values()
    if activity.get("explain"):
        yield activity["explain"]


@pytest.mark.parametrize("format", [*FORMATS, "html"])
def test_no_answer_is_in_the_page_and_nothing_in_it_runs_by_itself(flagship: Path, format: str) -> None:
    found = read((flagship / format / "index.html").read_text("utf-8"))
    assert found.inline == []
    text = re.sub(r"\s+", " ", "".join(found.words))
    activities = course_data(flagship / format)["activities"]
    secrets = [plain(key) for activity in activities for key in keys(activity)]
    assert len(secrets) > 100
    assert [secret for secret in secrets if secret in text] == []
