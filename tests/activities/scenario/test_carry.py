"""A thread between scenarios: one begins with what another's best play left, in the proof, in the data and in play."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from builder.activities.scenario.scenario import Scenario
from builder.build import build_course, check_course
from builder.course.table_rules import Rules
from tests.activities.scenario.conftest import Play, Publish
from tests.course.small import SETTINGS, Read, read

HEAD = """\
---
title: A call
channel: chat
start: opening
cast: {dana: {name: Dana}}
vars:
  notes: {start: 1, min: 0, max: 3, label: Your notes, words: [none, thin, fair, full]}
---
"""
FIRST = (
    HEAD
    + """
## opening
dana: Did you get all that?
* Read it back to her. -> noted
  effects: notes +2
  score: 2
  feedback: What is read back can be put right at once.
* Say yes and hope. -> unsaid
  effects: notes -1
  feedback: Hope is no record of what was said.

## noted
ending: good
outcome: There is a note, or there is none.
debrief: What does the next one to pick up need?

## unsaid
ending: fair
outcome: She believes you.
debrief: What will you know of it tomorrow?
"""
)
SECOND = (
    HEAD.replace("---\n", "---\ncarry: {notes: first}\n", 1).replace(
        "  notes:", "  trust: {start: 2, min: 0, max: 4, label: Trust, show: meter}\n  notes:"
    )
    + """
## opening
dana: You know why I am ringing.
* [if notes >= 2] Tell her what she said last time. -> settled
  effects: trust +2
  score: 3
  feedback: She does not have to say it again.
* [again max=2] Ask her to say it again. -> opening {#again}
  effects: trust -1, notes +1
  feedback: It is the third time that she tells it.
* Say that you will ring back. -> ringing
  score: 1
  feedback: A promise with nothing in it yet.

## settled
ending: good
outcome: She knows where she stands.
debrief: What made it short?

## ringing
ending: fair
outcome: She waits.
debrief: What would have made it short?
"""
)
COUNTED = """\
scoring: {parts: {first: 50, second: 50}}
completion: {required: [first, second]}
outputs: {html: {}}
"""
ONE, TWO = "content/01-start/1-first.scene.md", "content/01-start/2-second.scene.md"


def course(first: str = FIRST, second: str = SECOND, **more: str) -> Read:
    return read({ONE: first, TWO: second, **more})


def scenario(found: Read, id: str = "second") -> Scenario:
    activity = found.course.activity(id)
    assert isinstance(activity, Scenario)
    return activity


def test_every_value_that_can_be_brought_is_explored() -> None:
    second = scenario(course())
    assert second.table.carried == (1,)
    space = second.proof.untimed
    assert sorted(space.values(i)[1] for i in space.starts) == [0, 1, 2, 3]
    assert second.most == 3


def test_the_player_gets_the_other_scenario_by_its_number() -> None:
    found = course()
    numbers = found.course.numbers
    data = scenario(found).data(numbers, lambda text: "")
    assert data["carried"] == [[1, numbers["first"], 0]]
    assert scenario(found, "first").data(numbers, lambda text: "")["carried"] == []


def test_it_does_not_matter_which_of_the_two_comes_first_in_the_course() -> None:
    found = read({"content/01-start/9-first.scene.md": FIRST, TWO: SECOND})
    assert scenario(found).carried == scenario(course()).carried


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("{note: first}", "CW280", "did you mean 'notes'?"),
        ("{notes: fist}", "CW281", "did you mean 'first'?"),
        ("{notes: second}", "CW284", "and so with itself"),
        ("[notes]", "CW022", "carry"),
    ],
)
def test_what_cannot_be_carried_is_named_once_at_its_place(written: str, code: str, words: str) -> None:
    (one,) = course(second=SECOND.replace("{notes: first}", written)).diagnostics
    assert (one.code, one.span.file, one.span.line) == (code, TWO, 2)
    assert words in one.message


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("  notes: {start: 1", "  note: {start: 1", "CW282", "did you mean 'note'?"),
        ("max: 3", "max: 9", "CW283", "a number from 0 to 3 here and a number from 0 to 9 in 'first'"),
        (
            "{start: 1, min: 0, max: 3, label: Your notes, words: [none, thin, fair, full]}",
            "true",
            "CW283",
            "yes or no",
        ),
    ],
)
def test_both_must_declare_it_alike(old: str, new: str, code: str, words: str) -> None:
    found = [one for one in course(first=FIRST.replace(old, new)).diagnostics if one.span.file == TWO]
    assert [(one.code, one.span.line) for one in found] == [(code, 2)]
    assert words in found[0].message


def test_scenarios_that_bring_each_other_are_named_once() -> None:
    (one,) = course(first=FIRST.replace("---\n", "---\ncarry: {notes: second}\n", 1)).diagnostics
    assert (one.code, one.span.file) == ("CW284", ONE)
    assert "what is left of 'second', which begins with what is left of 'first'" in one.message


def test_a_fault_in_the_other_scenario_is_not_said_here_again() -> None:
    found = course(first=FIRST.replace("max: 3", "max: x"))
    assert {one.span.file for one in found.diagnostics} == {ONE}


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Builds the course of the two; what is published is both scenarios as they are here."""
    source = tmp_path / "source"
    for path, text in ((ONE, FIRST), (TWO, SECOND), ("course.yaml", SETTINGS + COUNTED)):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text, "utf-8")
    built = build_course(source, tmp_path / "dist")
    assert built.written, built.diagnostics
    (tmp_path / "dist" / "small-html").rename(tmp_path / "web")
    return lambda scene: None


def go(play: Play, id: str) -> None:
    play.page.goto(f"{play.page.url.partition('#')[0]}#{id}")
    play.page.locator(f"#{id}[data-current]").wait_for()


def test_a_play_begins_with_what_the_best_play_of_the_other_left_and_comes_back_with_it(
    url: str, tmp_path: Path, play: Play
) -> None:
    second = check_course(tmp_path / "source").course
    assert second is not None
    activity = second.activity("second")
    assert isinstance(activity, Scenario)
    rules, words = Rules(activity.table), ("none", "thin", "fair", "full")

    def stands(brought: tuple[int, ...], *taken: int) -> None:
        """Both the meters and the number of open choices are what Python says they are."""
        state = rules.start(brought).state
        for choice in taken:
            state = rules.choose(state, choice).state
        expect(play.page.locator("#second [data-meters]")).to_contain_text(f"Your notes: {words[state.values[1]]}")
        offered = play.page.locator("#second [data-options] .option")
        expect(offered).to_have_count(len(rules.open(state, timed=False)))

    go(play, "second")
    stands(())
    go(play, "first")
    play.say("Say yes and hope")
    go(play, "second")
    stands((0,))
    go(play, "first")
    play.page.locator("#first").get_by_role("button", name="Play again").click()
    play.say("Read it back")
    go(play, "second")
    stands((3,))
    play.say("Ask her to say it again")
    stands((3,), 1)
    play.come_back()
    stands((3,), 1)
    assert not play.errors
