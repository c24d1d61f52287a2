"""A course of quizzes that draw, and what a learner does in them: for the tests of quizzes and of recalls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import build
from tests.browser.learner import Learner
from tests.course.small import SETTINGS, page

ITEMS = 6
SCORING = """\
misconceptions: {MC1: Reacting is responding, MC2: Notes can wait}
outcomes: [{id: LO1, text: Answers the need, assessed-by: [MC1]}]
scoring: {pass: 50, parts: {drawn: 50, timed: 50}}
completion: {required: [drawn, timed]}
"""
REFUTED = "".join(
    f"::: misconception {{ref={id}}}\nclaim: So.\nwhy: It tempts.\ninstead: Not so.\n:::\n\n" for id in ("MC1", "MC2")
)


def ask(id: str, attributes: str = "") -> str:
    return (
        f"::: single {{#{id} {attributes}}}\nWhich of these belongs to {id}?\n"
        "- (x) This one\n  feedback: Yes.\n- ( ) That one\n  feedback: No, the other.\n:::\n"
    )


def bank(*left_out: int) -> str:
    """Three questions on each misconception, but for those left out."""
    return "".join(ask(f"b{n}", f"mc=MC{1 + n % 2} points=2") for n in range(1, ITEMS + 1) if n not in left_out)


FILES = {
    "course.yaml": SETTINGS + SCORING,
    "banks/calls.md": bank(),
    "content/01-first/practice.md": page("Practice", REFUTED + "".join(ask(f"p{n}") for n in (1, 2, 3))),
    "content/01-first/draws.md": page(
        "Draws",
        ":::: quiz {#drawn attempts=3 review confidence}\n::: draw {bank=calls each=MC1:1,MC2:1 count=3}\n:::\n"
        f"{ask('fixed')}::::\n",
    ),
    "content/01-first/clock.md": page(
        "Clock", f":::: quiz {{#timed attempts=2 minutes=6 pass=100}}\n{ask('t1')}{ask('t2')}::::\n"
    ),
    "content/01-first/step-by-step.md": page(
        "Steps", f":::: quiz {{#steps feedback=each again show=one}}\n{ask('s1')}{ask('s2')}{ask('s3')}::::\n"
    ),
    "content/02-later/later.md": page("Later", "::: recall {from=practice count=2}\n:::\n"),
    "content/02-later/minute.md": page(
        "Minute", f':::: quiz {{#one-minute minutes=1 title="In a minute"}}\n{ask("m1")}::::\n'
    ),
    "content/02-later/missed.md": page("Missed", "::: recall {from=practice missed}\n:::\n"),
}


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds the course, with other files in place of its own; the lock goes on from `after`."""

    def make(name: str, after: Path | None = None, **changed: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        lock = {"ids.lock": (after.parent / "source" / "ids.lock").read_text("utf-8")} if after else {}
        for path, text in {**FILES, **lock, **changed}.items():
            file = folder / "source" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return build(folder / "source", folder / "dist")

    return make


@pytest.fixture(scope="module")
def course(make: Callable[..., Path]) -> Path:
    return make("quizzes")


def press(section: Locator, name: str) -> None:
    section.get_by_role("button", name=name, exact=True).click()


def shown(learner: Learner, id: str) -> list[str]:
    """The ids of the questions on the list of a quiz, in order."""
    return [question["id"] for question in learner.quiz_questions(learner.find(id))]


def sure(learner: Learner, question: str, level: int) -> None:
    learner.section(learner.find(question)).locator(f"[data-sure] input[value='{level}']").check()
