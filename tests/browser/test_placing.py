"""Putting things in order, in pairs and into categories: what a learner sees and hears, and what the LMS reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.activities.match.learner import give as match
from tests.activities.order.learner import give as put_in_order
from tests.browser.conftest import Classroom, build
from tests.browser.learner import Data, Learner

SETTINGS = """\
id: placing
title: Placing
language: en-GB
version: 1.0.0
iri: https://example.org/courses/placing
outputs: {scorm12: {}, scorm2004: {}}
"""
PAGE = """\
---
title: Placing
---
::: order {#steps attempts=1}
Put the call in order.
1. Let them finish {#finish}
2. Sum up what you heard {#sum-up}
3. Agree one next step {#agree}
4. Write the note {#note}
explain: Nobody hears an offer before they feel heard.
:::

::: match {#needs}
Match each caller to what they need.
- Anxious => Certainty {#anxious to=certainty}
- Confused => One plain step {#confused to=step}
- Angry => To be heard {#angry to=heard}
- => A longer explanation {#longer}
  feedback: Nobody needs this first.
explain: Each state lacks one thing.
:::

::: categorise {#kinds score=all}
Fact or opinion?
- Fact {#fact}
  - The caller rang at 16:50 {#rang}
- Opinion {#opinion}
  - The caller was rude {#rude}
explain: A fact can be checked by somebody who was not there.
:::
"""
TWO = """\

::: order {{#two-{0}}}
What comes first, in story {0}?
1. This {{#this}}
2. That {{#that}}
explain: This comes before that.
:::
"""


@pytest.fixture(scope="module")
def placing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of a course with such questions, eight of them with two items to put in order."""
    folder = tmp_path_factory.mktemp("placing")
    page = folder / "source" / "content" / "01-start" / "placing.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE + "".join(TWO.format(n) for n in range(8)), "utf-8")
    (folder / "source" / "course.yaml").write_text(SETTINGS, "utf-8")
    return build(folder / "source", folder / "dist")


def shown(section: Locator) -> list[int]:
    """The numbers of the items, from top to bottom."""
    numbers: list[int] = section.locator("[data-ranking] > li").evaluate_all(
        "(items) => items.map((item) => Number(item.dataset.n))"
    )
    return numbers


def middle(locator: Locator) -> tuple[float, float]:
    """The point in the middle of an element, in the window."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def check(learner: Learner, question: Data) -> Locator:
    section = learner.section(question)
    section.get_by_role("button", name="Check answer").press("Enter")
    return section.locator("[data-outcome]")


def test_an_item_is_moved_by_its_buttons_which_keep_the_focus_and_say_where_it_is(
    classroom: Classroom, placing: Path
) -> None:
    learner = classroom.open_page(placing, "scorm12")
    question = learner.find("steps")
    section, said = learner.section(question), learner.frame.locator("[data-announce]")
    start = shown(section)
    item = section.locator("[data-ranking] > li").first
    words = item.locator("[data-words]").inner_text()

    expect(check(learner, question)).to_contain_text("Give an answer first")
    down, up = (item.get_by_role("button", name=f"Move {way}: {words}") for way in ("down", "up"))
    up.press("Enter")
    expect(said).to_have_text(f"{words} is now 1 of 4")
    expect(check(learner, question)).to_contain_text("Give an answer first")

    moved = section.locator(f"[data-item][data-n='{start[0]}'] [data-move=down]")
    down.press("Enter")
    for place in (3, 4):
        expect(moved).to_be_focused()
        expect(said).to_have_text(f"{words} is now {place - 1} of 4")
        moved.press("Enter")
    expect(said).to_have_text(f"{words} is now 4 of 4")
    expect(moved).to_be_focused()
    assert shown(section) == [*start[1:], start[0]]


def test_an_item_follows_the_pointer_that_drags_its_handle_until_the_answer_is_locked(
    classroom: Classroom, placing: Path
) -> None:
    learner = classroom.open_page(placing, "scorm12")
    question = learner.find("steps")
    section, mouse = learner.section(question), learner.sitting.page.mouse
    start = shown(section)
    items = section.locator("[data-ranking] > li")
    items.first.scroll_into_view_if_needed()
    x, y = middle(items.first.locator("[data-grip]"))
    _, below = middle(items.nth(2))
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, below + 8, steps=8)
    assert shown(section) == [start[1], start[2], start[0], start[3]]
    mouse.move(x, y - 8, steps=8)
    assert shown(section) == start
    mouse.move(x, below + 8, steps=8)
    mouse.up()
    mouse.move(x, y, steps=4)
    assert shown(section) == [start[1], start[2], start[0], start[3]]

    put_in_order(section, question, {"order": [4, 3, 2, 1]})
    expect(check(learner, question)).to_contain_text("Not correct")
    expect(section.locator("[data-move]:visible, [data-grip]:visible")).to_have_count(0)
    expect(section.locator("[data-ranking] > li").first).to_contain_text("Right place: 4")


def test_what_is_to_be_put_in_order_never_comes_in_the_right_one(classroom: Classroom, placing: Path) -> None:
    learner = classroom.open_page(placing, "scorm12")
    for n in range(8):
        assert shown(learner.section(learner.find(f"two-{n}"))) == [2, 1]
    assert shown(learner.section(learner.find("steps"))) != [1, 2, 3, 4]


def test_answers_come_in_one_order_in_every_select_and_say_what_was_chosen_and_why(
    classroom: Classroom, placing: Path
) -> None:
    learner = classroom.open_page(placing, "scorm12")
    question = learner.find("needs")
    section = learner.section(question)
    orders = {tuple(select.locator("option").all_inner_texts()) for select in section.locator("select").all()}
    ((first, *_),) = orders
    assert first == "Choose"

    match(section, question, {"chosen": [1, 0, 4]})
    expect(check(learner, question)).to_contain_text("Answer every part first")
    match(section, question, {"chosen": [1, 2, 4]})
    expect(check(learner, question)).to_contain_text("Partly correct")
    rows = {n: section.locator(f"[data-item][data-n='{n}']") for n in (1, 2, 3)}
    expect(rows[1]).to_contain_text("Certainty")
    expect(rows[1]).not_to_contain_text("Not correct")
    expect(rows[3]).to_contain_text("A longer explanation")
    expect(rows[3]).to_contain_text("Nobody needs this first.")
    expect(rows[3].get_by_text("To be heard").filter(visible=True)).to_have_count(0)
    section.get_by_role("button", name="Try again").press("Enter")
    expect(section.locator("select").first).to_be_focused()
    expect(rows[3]).not_to_contain_text("Nobody needs this first.")


EXPECTED: dict[str, dict[str, Any]] = {
    "scorm12": {
        "steps": ("sequencing", "b,a,c,d", "a,b,c,d"),
        "needs": ("matching", "{a.a,b.b,c.d}", "{a.a,b.b,c.c}"),
        "kinds": ("matching", "{a.a,b.b}", "{a.a,b.b}"),
    },
    "scorm2004": {
        "steps": ("sequencing", "sum-up[,]finish[,]agree[,]note", "finish[,]sum-up[,]agree[,]note"),
        "needs": (
            "matching",
            "anxious[.]certainty[,]confused[.]step[,]angry[.]longer",
            "anxious[.]certainty[,]confused[.]step[,]angry[.]heard",
        ),
        "kinds": ("matching", "rang[.]fact[,]rude[.]opinion", "rang[.]fact[,]rude[.]opinion"),
    },
}


def test_the_lms_gets_orders_and_pairs_in_its_own_form(classroom: Classroom, placing: Path, standard: str) -> None:
    attempt = classroom.enrol(standard, placing)
    learner = classroom.sit(attempt)
    put_in_order(learner.section(learner.find("steps")), learner.find("steps"), {"order": [2, 1, 3, 4]})
    match(learner.section(learner.find("needs")), learner.find("needs"), {"chosen": [1, 2, 4]})
    for words in ("Fact", "Opinion"):
        row = learner.section(learner.find("kinds")).get_by_role(
            "radiogroup", name="The caller rang at 16:50" if words == "Fact" else "The caller was rude"
        )
        row.get_by_role("radio", name=words).press("Space")
    for id in ("steps", "needs", "kinds"):
        check(learner, learner.find(id))
    learner.sitting.wait_until_saved()
    learner.sitting.leave()
    response = "student_response" if standard == "scorm12" else "learner_response"
    reported = {each["id"].rpartition("/")[2]: each for each in attempt.interactions}
    for id, (type, given, right) in EXPECTED[standard].items():
        each = reported[id]
        patterns = each["correct_responses"]
        (pattern,) = patterns.values() if isinstance(patterns, dict) else patterns
        assert (each["type"], each[response], pattern["pattern"]) == (type, given, right)
    assert float(reported["needs"]["result"]) == pytest.approx(0.6667)
