"""A learner in the gallery (tests/courses/gallery), who answers any kind of question by keyboard."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

from playwright.sync_api import Locator, expect

from builder.activities import find_kinds
from builder.course.kind import AskingKind
from tests.activities.answers import Answers, Wire, find_answers
from tests.browser.axe import faults
from tests.browser.fits import COVERED, fits, is_whole_when_large, is_whole_when_spaced
from tests.browser.learner import Data, Learner

ROOT = Path(__file__).parents[2]

ASKING = {
    kind.name: kind
    for kind in find_kinds().values()
    if isinstance(kind, AskingKind) and (ROOT / "tests" / "activities" / kind.name / "learner.py").is_file()
}

WIDE: Any = {"width": 1280, "height": 800}
NARROW: Any = {"width": 320, "height": 700}

EVERYTHING = "everything"
QUIZ = "every-kind"

# Whatever a hand or a finger does to the page from now on.
WATCH_POINTERS = """() => {
  self.pointed = [];
  addEventListener("pointerdown", (event) => self.pointed.push(event.target.outerHTML.slice(0, 120)), true);
}"""

# Where Tab stops in a question: each control that works, one of each group of radio buttons.
STOPS = """(section) => {
  const groups = new Set();
  return [...section.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(":disabled"))
    .filter((control) => control.type !== "radio" || (!groups.has(control.name) && groups.add(control.name)))
    .length;
}"""


def answers(learner: Learner, question: Data) -> Answers:
    """Answers of every sort to the question."""
    return find_answers(ASKING[question["kind"]], question, learner.data["state"][str(question["n"])])


def questions(learner: Learner, page: str) -> list[Data]:
    """The practice questions of a page, in its order."""
    (n,) = [each["n"] for each in learner.data["pages"] if each["id"] == page]
    return [each for each in learner.activities.values() if each["page"] == n and each.get("quiz") == 0]


def give(learner: Learner, question: Data, values: Any) -> None:
    """Answers a question, and says how sure the learner is where that is asked."""
    section = learner.section(question)
    module = importlib.import_module(f"tests.activities.{question['kind']}.learner")
    module.give(section, question, values)
    if question.get("confidence"):
        section.locator("[data-sure] input").first.press("Space")


def check(learner: Learner, question: Data) -> Locator:
    """Checks the answer; gives the outcome."""
    section = learner.section(question)
    section.locator("[data-check]").press("Enter")
    outcome = section.locator("[data-outcome]")
    expect(outcome).to_be_focused()
    return outcome


def tab_through(learner: Learner, question: Data, most: int = 60) -> None:
    """Presses Tab through the question; fails where one of its controls is passed over, or is out of view."""
    section = learner.section(question)
    stops: int = section.evaluate(STOPS)
    section.locator("legend").first.evaluate("(legend) => { legend.tabIndex = -1; legend.focus(); }")
    keyboard = learner.sitting.page.keyboard
    reached = 0
    for _ in range(most):
        keyboard.press("Tab")
        if not section.evaluate("(section) => section.contains(document.activeElement)"):
            break
        assert not learner.frame.evaluate(COVERED), learner.frame.evaluate("document.activeElement.outerHTML")
        reached += 1
    assert reached == stops, f"{question['id']}: Tab stops {reached} times at {stops} controls"


def clean(learner: Learner, where: str) -> None:
    """What is in view can be used by everybody: by axe, in both colour schemes, on a small screen, in larger text."""
    page, frame = learner.sitting.page, learner.frame
    page.set_viewport_size(WIDE)
    assert (found := faults(page)) == [], f"{where}: {found}"
    page.set_viewport_size(NARROW)
    fits(frame, where)
    is_whole_when_spaced(frame, where)
    is_whole_when_large(frame, where)
    page.set_viewport_size(WIDE)


def scrambled(shapes: Wire, random: Random) -> dict[str, Any]:
    """Any values that a record of that shape can hold."""
    return {field[1]: _anything(field[0], field[2:], random) for _, fields in shapes for field in fields}


def _anything(type: str, bounds: list[Any], random: Random) -> Any:
    most = bounds[0]
    match type:
        case "uint":
            return random.randint(0, most)
        case "bits":
            return sorted(random.sample(range(most), random.randint(0, most)))
        case "sequence":
            return [random.randint(0, bounds[1]) for _ in range(random.randint(0, most))]
        case "rows":
            return [[random.randint(0, column) for column in bounds[1]] for _ in range(random.randint(0, most))]
        case "utf8":
            return "".join(random.choices("aé\n\t |,;=1234567890-", k=random.randint(0, most // 2)))
        case _:
            raise ValueError(f"no value is known for a field of type {type}")


def strings(value: Any, *, but: Iterable[str] = ()) -> Iterator[str]:
    """Every text in an activity's data, at any depth, except under these names."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from strings(each, but=but)
        case dict():
            for key, each in cast(Data, value).items():
                if key not in but:
                    yield from strings(each, but=but)
