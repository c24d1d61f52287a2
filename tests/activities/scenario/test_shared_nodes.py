"""Nodes that scenarios share: they are each scenario's own, and what is wrong with them is said once, in their file."""

from __future__ import annotations

import pytest

from builder.activities.scenario.scenario import Scenario
from builder.checks import run_checks
from tests.course.small import Read, read

SCENE = """\
---
title: A call
start: opening
cast: {dana: {name: Dana}}
include: hang-up.nodes.md
---

## opening
dana: Nobody rang me back.
* Ask her to go on. -> agreed
  feedback: Being heard is what she lacked all week.
* Say nothing. -> hang-up
  feedback: Silence sounds like indifference to her.

## agreed
ending: good
outcome: Dana stays.
debrief: What did she need?
"""
NODES = """\
## hang-up
dana [quietly]: I have to go.
ending: poor
outcome: Dana hangs up.
debrief: What did she need?
"""
SHARED = "content/01-start/hang-up.nodes.md"


def course(nodes: str = NODES, first: str = SCENE, second: str = SCENE, **more: str) -> Read:
    scenes = {"content/01-start/1-first.scene.md": first, "content/01-start/2-second.scene.md": second}
    return read({**scenes, SHARED: nodes, **more})


def places(found: Read) -> list[tuple[str, str, int]]:
    return [(one.code, one.span.file, one.span.line) for one in found.diagnostics]


def scenario(found: Read, id: str) -> Scenario:
    activity = found.course.activity(id)
    assert isinstance(activity, Scenario)
    return activity


def test_shared_nodes_are_each_scenarios_own() -> None:
    found = course()
    for id in ("first", "second"):
        assert [node.id.value for node in scenario(found, id).nodes] == ["opening", "agreed", "hang-up"]
        assert found.course.numbers[id, "hang-up"] == 3
    assert found.compiled.lock.count("hang-up 3 node") == 2
    assert [page.id for page in found.course.pages] == ["first", "second"]


def test_their_lines_are_read_with_each_scenarios_cast() -> None:
    found = course(second=SCENE.replace("dana", "ravi"))
    (one,) = found.diagnostics
    assert (one.code, one.span.file, one.span.line) == ("CW221", SHARED, 2)
    assert "not in the cast of content/01-start/2-second.scene.md" in one.message


@pytest.mark.parametrize(
    ("nodes", "code", "line"),
    [
        (NODES.replace("I have to go.", "I have to go[^1]."), "CW132", 2),
        (NODES.replace("dana [quietly]", "dana []"), "CW227", 2),
        (NODES.replace("poor", "bad"), "CW209", 3),
        (NODES.replace("outcome:", "-> nowhere\noutcome:"), "CW209", 4),
        ("---\nstart: hang-up\n---\n" + NODES, "CW020", 2),
        ("Hello.\n" + NODES, "CW223", 1),
    ],
)
def test_a_fault_in_shared_nodes_is_said_once_in_their_file(nodes: str, code: str, line: int) -> None:
    assert (code, SHARED, line) in places(course(nodes))
    assert len(places(course(nodes))) == len({*places(course(nodes))})


def test_what_the_checks_find_in_shared_nodes_is_said_once_and_can_be_excused_there() -> None:
    found = course(NODES.replace("I have to go.", "I have to organize it."))
    lines = [one.span for one in run_checks(found.course, {}) if one.span.file == SHARED]
    assert [span.line for span in lines] == [2]
    for excused in (
        f"---\nexcuse: CW473 It is her own spelling.\n---\n{NODES}",
        f"{NODES}excuse: CW473 Her own word.\n",
    ):
        found = course(excused.replace("I have to go.", "I have to organize it."))
        assert not [one for one in run_checks(found.course, {}) if one.span.file == SHARED]


def test_an_id_that_is_there_already_is_named_with_both_files() -> None:
    found = course(first=SCENE.replace("## agreed", "## hang-up").replace("-> agreed", "-> hang-up"))
    assert ("CW203", SHARED, 1) in places(found)
    assert any("content/01-start/1-first.scene.md:15 has a node" in one.message for one in found.diagnostics)


def test_an_arrow_into_a_file_that_is_not_included_says_what_to_write() -> None:
    (one,) = course(second=SCENE.replace("include: hang-up.nodes.md\n", "")).diagnostics
    assert (one.code, one.span.line, one.span.column) == ("CW204", 11, 19)
    assert "write `include: hang-up.nodes.md` in the head" in one.message


def test_an_arrow_into_another_scenario_says_what_to_share() -> None:
    (one,) = course(
        first=SCENE.replace("agreed", "settled"), second=SCENE.replace("-> agreed", "-> settled")
    ).diagnostics
    assert one.code == "CW204"
    assert "belongs to 1-first.scene.md. Move it to a file such as settled.nodes.md" in one.message


@pytest.mark.parametrize(
    ("include", "code", "words"),
    [
        ("hang-upp.nodes.md", "CW273", "did you mean 'hang-up.nodes.md'?"),
        ("hang-up.md", "CW273", "no file of nodes"),
        ("../hang-up.nodes.md", "CW273", "not beside this scenario"),
        ("../../../etc/hang-up.nodes.md", "CW273", "not beside this scenario"),
        ("/hang-up.nodes.md", "CW273", "not beside this scenario"),
        ("[hang-up.nodes.md, ./hang-up.nodes.md]", "CW274", "already"),
        ("[1]", "CW273", "no file of nodes"),
    ],
)
def test_what_cannot_be_included_is_named_at_its_place_and_nothing_that_follows_from_it(
    include: str, code: str, words: str
) -> None:
    (one,) = course(second=SCENE.replace("hang-up.nodes.md", include)).diagnostics
    assert (one.code, one.span.file, one.span.line) == (code, "content/01-start/2-second.scene.md", 5)
    assert words in one.message


def test_a_file_of_nodes_that_nobody_includes_is_named() -> None:
    assert places(course(**{"content/01-start/lost.nodes.md": NODES})) == [
        ("CW275", "content/01-start/lost.nodes.md", 1)
    ]


def test_a_slip_in_the_ending_of_its_name_is_named() -> None:
    found = course(**{"content/01-start/lost.node.md": NODES})
    assert places(found) == [("CW007", "content/01-start/lost.node.md", 1)]
