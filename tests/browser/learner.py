"""What a learner does in a course: turns pages, answers, talks, sends.

It finds things as a person does, by what the page shows; only which answer is right comes from the course's data,
where a learner would have to think.
"""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Locator, expect

from builder.activities import find_kinds
from builder.course.kind import AskingKind
from tests.activities.answers import find_answers
from tests.browser.sitting import Sitting

Data = dict[str, Any]
Seen = dict[str, Any]
KINDS = find_kinds()

SEEN = """(page) => ({
  words: page.innerText,
  controls: [...page.querySelectorAll("input, textarea, button")]
    .filter((control) => control.checkVisibility())
    .map((control) => ({
      what: control.id || control.textContent,
      value: control.value,
      checked: !!control.checked,
      disabled: control.matches(":disabled"),
    })),
})"""

ACCOUNT = "I listened, summed up what I heard and offered one next step. " * 12


def course_data(folder: Path) -> Data:
    """The data of a built course, as its script says it."""
    (script,) = folder.glob("assets/course.*.js")
    text = script.read_text(encoding="utf-8")
    data: Data = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return data


class Learner:
    """A learner at one sitting."""

    def __init__(self, sitting: Sitting, data: Data) -> None:
        self.sitting = sitting
        self.data = data
        self.activities: dict[int, Data] = {activity["n"]: activity for activity in data["activities"]}

    @property
    def frame(self) -> Frame:
        return self.sitting.frame

    def find(self, id: str) -> Data:
        """The data of the activity of that id."""
        return next(activity for activity in self.activities.values() if activity["id"] == id)

    def section(self, activity: Data) -> Locator:
        return self.frame.locator(f"[data-activity='{activity['n']}']")

    def open_page(self, id: str) -> None:
        """Goes to a page by the contents list."""
        self.frame.evaluate("(id) => { location.hash = id; }", id)
        expect(self.frame.locator(f"section[data-page][id='{id}']")).to_be_visible()

    def open_page_of(self, activity: Data) -> None:
        page = next(page for page in self.data["pages"] if page["n"] == activity["page"])
        self.open_page(page["id"])

    def current_page(self) -> str:
        """The id of the page in view."""
        shown = self.frame.locator("main > section[data-page]:visible")
        expect(shown).to_have_count(1)
        return str(shown.get_attribute("id"))

    def seen(self, id: str) -> Seen:
        """All that the learner has before them on that page."""
        self.open_page(id)
        page = self.frame.locator(f"section[data-page][id='{id}']")
        # A debrief comes in a script of its own.
        if page.locator("[data-ending]").is_visible():
            page.locator("[data-debrief] > *").first.wait_for()
        # So does what was made of a quiz, and the form of a reflection.
        for each in page.locator("[data-calibration]:visible").all():
            each.get_by_role("table").wait_for()
        for box in page.locator(".activity-reflection textarea").all():
            expect(box).to_be_enabled()
        seen: Seen = page.evaluate(SEEN)
        return seen

    def choose(self, question: Data, right: bool) -> None:
        """Chooses the right options of a question, or a wrong one; answers one without options as its kind does."""
        section = self.section(question)
        if "right" not in question:
            kind = KINDS[question["kind"]]
            assert isinstance(kind, AskingKind)
            found = find_answers(kind, question, self.data["state"][str(question["n"])])
            values = found.right if right else found.wrong or found.partly or found.right
            importlib.import_module(f"tests.activities.{question['kind']}.learner").give(section, question, values)
            return
        numbers = question["right"] if right else [self.wrong(question)]
        for box in section.locator("[data-options] input[type=checkbox]:checked").all():
            box.press("Space")
        for n in numbers:
            self._select(section.locator(f"[data-options] input[value='{n}']"))

    @staticmethod
    def _select(box: Locator) -> None:
        """Selects by keyboard: a mouse waits for the page to stand still, which takes most of a test's time."""
        box.press("Space")
        expect(box).to_be_checked()

    @staticmethod
    def wrong(question: Data) -> int:
        options: list[int] = [option["n"] for option in question["options"]] or [1, 2]
        return next(n for n in options if n not in question["right"])

    def practise(self, question: Data, right: bool = True) -> None:
        """Answers a practice question and checks it."""
        self.open_page_of(question)
        self.choose(question, right)
        self.section(question).locator("[data-check]").press("Enter")
        expect(self.section(question).locator("[data-outcome]")).to_be_visible()

    def practice(self) -> list[Data]:
        return [activity for activity in self.activities.values() if activity.get("quiz") == 0]

    def quiz_questions(self, quiz: Data) -> list[Data]:
        """The questions of an attempt: those that every attempt has, and those that this one drew, as they stand."""
        if not quiz["slots"]:
            return [self.activities[n] for n in quiz["questions"]]
        shown = self.section(quiz).locator("[data-questions] [data-activity]")
        return [self.activities[int(each.get_attribute("data-activity") or 0)] for each in shown.all()]

    def asked(self, quiz: Data) -> set[str]:
        """The ids under which the practice questions and those of the quiz's attempt are reported, or begin."""
        return {question["id"] for question in (*self.practice(), *self.quiz_questions(quiz))}

    def begin_quiz(self, quiz: Data) -> None:
        self.open_page_of(quiz)
        button = self.section(quiz).get_by_role("button", name=re.compile("^(Start|Attempt|Practise)"))
        button.click()

    def send_quiz(self, quiz: Data) -> None:
        send = self.section(quiz).get_by_role("button", name="Send my answers")
        send.click()
        if "review" not in quiz["features"]:
            send = self.frame.get_by_role("dialog").get_by_role("button", name="Send my answers")
        send.click()
        expect(self.section(quiz).locator("[data-result]")).to_be_visible()

    def take_quiz(self, quiz: Data, right: bool = True) -> None:
        """One whole attempt, all right or all wrong."""
        self.begin_quiz(quiz)
        for question in self.quiz_questions(quiz):
            self.choose(question, right)
        self.send_quiz(quiz)

    def reflect(self, form: Data, text: str = ACCOUNT) -> None:
        """Writes and submits a form, downloading the copy where that is asked for."""
        self.open_page_of(form)
        section = self.section(form)
        for box in section.locator("textarea").all():
            box.fill(text)
        section.get_by_role("button", name="Submit").click()
        dialog = self.frame.get_by_role("dialog")
        if self.data["texts"] == "device":
            with self.sitting.page.expect_download():
                dialog.get_by_role("button", name="Download a copy").click()
        dialog.get_by_role("button", name="Submit").click()
        expect(section.locator("[data-say=submitted]")).to_be_visible()

    def read_everything(self) -> None:
        """Shows every page once."""
        for page in self.data["pages"]:
            self.open_page(page["id"])

    def finish(self) -> None:
        """Presses 'Finish and send my result' and confirms it."""
        self.frame.locator("[data-finish]:visible").last.get_by_role("button", name="Finish and send my result").click()
        self.frame.get_by_role("dialog").get_by_role("button", name=re.compile("Finish|Send")).click()

    def open_scenario(self, scenario: Data) -> None:
        """Opens a scenario's page and takes the time, where it asks."""
        self.open_page_of(scenario)
        begin = self.section(scenario).get_by_role("button", name="Take my time", exact=True)
        if begin.is_visible():
            begin.click()

    def open_choices(self, scenario: Data) -> list[int]:
        """The numbers of the choices that can be said now."""
        boxes = self.section(scenario).locator("[data-ask]:visible input[type=radio]")
        return [int(box.get_attribute("value") or "0") for box in boxes.all()]

    def say(self, scenario: Data, choice: int) -> None:
        """Selects a choice and says it."""
        section = self.section(scenario)
        self._select(section.locator(f"[data-ask] input[type=radio][value='{choice}']"))
        section.get_by_role("button", name="Say this").press("Enter")

    def talk(self, scenario: Data, well: bool = True, turns: int = 60) -> list[int]:
        """Plays on to an ending, or for some turns; gives the choices that were said."""
        points = {
            choice["n"]: choice.get("score", 0) for node in scenario["table"]["nodes"] for choice in node["choices"]
        }
        said: list[int] = []
        while len(said) < turns and (open_now := self.open_choices(scenario)):
            best = (max if well else min)(sorted(open_now), key=lambda n: points[n])
            self.say(scenario, best)
            said.append(best)
        return said
