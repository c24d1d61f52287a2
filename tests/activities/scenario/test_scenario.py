"""Scenarios from their source: what is understood, what is kept of a play, and that every fault has its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.activities import find_kinds
from builder.course.kind import Activity
from builder.course.record import Bits, Group, Sequence, Uint
from tests.activities.scenario.scene import compiled, numbers, read

HERE = Path(__file__).parent
EXAMPLE = (HERE / "irate-candidate.scene.md").read_text("utf-8")

HEAD = """\
---
title: A call
start: a
cast: {dana: {name: Dana}}
vars:
  trust: {start: 3, min: 0, max: 9}
  owner: false
---
"""
BODY = """\
## a
dana: Hello.
* Say hello. -> b
  feedback: Polite.
## b
ending: good
outcome: It went well.
"""


def found(body: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault, lines counted from the start of the body."""
    first = head.count("\n")
    return [(fault.code, fault.span.line - first, fault.span.column) for fault in read(head + body)[1]]


def messages(body: str, head: str = HEAD) -> str:
    return "\n".join(fault.message for fault in read(head + body)[1])


def test_the_kind_is_found_and_a_scenario_is_an_activity() -> None:
    assert find_kinds()["scenario"].grammar is None
    assert isinstance(compiled(EXAMPLE), Activity)


def test_the_example_is_understood() -> None:
    scenario = compiled(EXAMPLE)
    assert (scenario.most, scenario.longest, scenario.demanded) == (6, 4, 2)
    assert [part.id.value for part in scenario.parts()[:2]] == ["opening", "heard"]
    assert scenario.parts()[0].parts[0].derived
    assert scenario.nodes[0].lines[1].mood == "raised voice"
    assert [meter.show for meter in scenario.meters] == ["words", "words", "hidden"]


def test_the_faulty_example_has_exactly_its_five_errors() -> None:
    scenario, faults = read((HERE / "irate-candidate-with-faults.scene.md").read_text("utf-8"))
    assert scenario is None
    assert [fault.span.line for fault in faults] == [36, 44, 47, 50, 69]


def test_the_record_has_room_for_the_longest_play() -> None:
    scenario = compiled(EXAMPLE)
    latest, greatest, either, *_ = scenario.record(numbers(scenario), keeps_texts=False).groups
    choices = sum(len(node.choices) for node in scenario.nodes)
    place = (Uint("node", len(scenario.nodes)), Sequence("meters", 3, 10))
    assert latest == Group("latest", (Uint("finished", 1), Sequence("play", 4, choices), *place))
    assert greatest == Group("greatest", (Uint("best", 10001), Sequence("bestplay", 4, choices)))
    assert either.fields[1] == Bits("edges", choices + 1)


def test_the_learner_s_own_words_travel_with_the_record_only_where_texts_do() -> None:
    scenario = compiled(EXAMPLE)
    fields = {
        keeps: [field.name for group in scenario.record(numbers(scenario), keeps).groups[3:] for field in group.fields]
        for keeps in (False, True)
    }
    assert fields[False] == ["brought", "bestscore", "bestbrought", "nodes"]
    assert fields[True] == [*fields[False], "note1", "note2", "note3"]


def test_the_data_is_json_and_holds_every_key_of_the_table() -> None:
    scenario = compiled(EXAMPLE)
    data = scenario.data(numbers(scenario), lambda text: f"<p>{text.value}</p>")
    table = json.loads(json.dumps(data))["table"]
    assert table["most"] == 6
    assert table["caps"] == {"good": 10000, "fair": 7500, "poor": 4000}
    silence = table["nodes"][0]["choices"][3]
    assert (silence["id"], silence["to"], silence["after"], silence["adds"]) == ("say-nothing", 2, 45, [[0, 1]])
    assert (silence["again"], silence["sets"], silence["shows"], silence["score"]) == (0, [], [], 0)
    assert len(data["feedback"]) == 11  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        (BODY.replace("-> b", "-> c"), "CW204", 3, 17),
        (BODY.replace("* Say", "-> c if owner\n* Say"), "CW204", 3, 4),
        (BODY + "## c\nending: poor\noutcome: Lost.\n", "CW205", 8, 4),
        (BODY + "## c\ndana: Bye.\n-> d\n## d\n-> b\n", "CW205", 8, 4),
        (BODY.replace("* Say", "* Wait. -> c\n  feedback: No.\n* Say") + "## c\ndana: Well?\n", "CW206", 10, 4),
        (BODY.replace("* Say", "* Wait. -> a\n  feedback: No.\n* Say"), "CW207", 3, 12),
        (BODY.replace("* Say", "-> a if owner\n* Say"), "CW207", 3, 4),
        (BODY.replace("  feedback: Polite.\n", ""), "CW210", 3, 1),
        (BODY.replace("ending: good", "ending: god"), "CW209", 6, 9),
        (BODY.replace("outcome: It went well.\n", ""), "CW209", 5, 4),
        (BODY + "* More. -> a\n  feedback: No.\n", "CW209", 8, 12),
        (BODY.replace("dana: Hello.", "outcome: Hello."), "CW209", 2, 1),
        (BODY.replace("## b", "## a\ndana: Twice.\n## b"), "CW203", 5, 4),
        (BODY.replace("* Say", "* Say hello. -> b\n  feedback: Twice.\n* Say"), "CW203", 5, 1),
        (BODY.replace("* Say", "* [if trst > 3] Wait. -> b\n  feedback: No.\n* Say"), "CW211", 3, 7),
        (BODY.replace("  feed", "  effects: trust up\n  feed"), "CW215", 4, 12),
        (BODY.replace("  feed", "  effects: trust +1, owner +1\n  feed"), "CW214", 4, 22),
        (BODY.replace("  feed", "  set: owner = 3\n  feed"), "CW214", 4, 8),
        (BODY.replace("  feed", "  set: trust = 10\n  feed"), "CW215", 4, 8),
        (BODY.replace("  feed", "  set: ownr = true\n  feed"), "CW211", 4, 8),
        (BODY.replace("  feed", "  shows: empathy, empaty\n  feed"), "CW212", 4, 19),
        (BODY.replace("  feed", "  score: lots\n  feed"), "CW216", 4, 10),
        (BODY.replace("  feed", "  feedback: One.\n  feed"), "CW219", 5, 3),
        (BODY.replace("* Say", "* [again max=0] Say"), "CW216", 3, 14),
        (BODY + "facts: lawful\n", "CW217", 8, 8),
    ],
)
def test_a_fault_is_named_once_and_where_it_stands(body: str, code: str, line: int, column: int) -> None:
    assert found(body) == [(code, line, column)]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("start: a", "start: aa", "CW202", "no node has that id"),
        ("start: a\n", "", "CW021", "`start` is missing"),
        ("owner: false", "owner: 3", "CW022", "vars.owner"),
        ("{start: 3, min: 0, max: 9}", "{start: 3}", "CW022", "needs min and max"),
        ("{start: 3, min: 0, max: 9}", "{start: 12, min: 0, max: 9}", "CW022", "between"),
        ("owner: false", "not: false", "CW200", "cannot name a variable"),
        ("title: A call", "title: A call\nassesses: [MP2]", "CW217", "did you mean 'MP1'"),
        ("title: A call", "title: A call\nfacts: {lawful: MP7}", "CW217", "did you mean 'MP1'"),
        ("title: A call", "title: A call\nchannel: telephone", "CW022", "channel"),
        ("title: A call", "title: A call\nshufle: false", "CW020", "shuffle"),
    ],
)
def test_a_fault_of_the_head_is_named_once(old: str, new: str, code: str, words: str) -> None:
    assert old in HEAD
    (fault,) = read(HEAD.replace(old, new) + BODY)[1]
    assert fault.code == code
    assert words in fault.message


def test_a_lost_arrow_hides_what_only_follows_from_it() -> None:
    body = BODY.replace("-> b", "-> c")
    assert found(body + "## d\n-> e\n## e\nending: poor\noutcome: Lost.\n") == [("CW204", 3, 17)]


def test_a_loop_with_a_limit_is_no_fault() -> None:
    assert found(BODY.replace("* Say", "* [again max=2] Wait. -> a\n  feedback: No.\n* Say")) == []


def test_a_scenario_without_an_ending_is_a_fault() -> None:
    assert found("## a\n* [again max=2] Wait. -> a\n  feedback: No.\n") == [("CW208", 1, 4)]


def test_a_misspelt_list_of_variables_is_one_fault() -> None:
    body = BODY.replace("* Say", "* [if owner] Wait. -> b\n  effects: trust +1\n  feedback: No.\n* Say")
    assert [code for code, _, _ in found(body, HEAD.replace("owner: false", "owner: 3"))] == ["CW022"]


def test_a_play_cannot_be_asked_for_more_techniques_than_there_are() -> None:
    head = HEAD.replace("start: a\n", "start: a\ntechniques: {min: 50}\n")
    assert found(BODY, head) == [("CW022", 4 - head.count("\n"), 19)]
    assert "must be at most" in messages(BODY, head)


def test_a_debrief_asks_what_the_author_says_or_nothing_less() -> None:
    own = EXAMPLE.replace("feedback: debrief\n", "prompts: [What did Dana need?, Why that?, What next?]\n", 1)
    assert compiled(own).prompts == ("What did Dana need?", "Why that?", "What next?")
    _, (fault,) = read(EXAMPLE.replace("feedback: debrief\n", "prompts: [Why?]\n", 1))
    assert fault.code == "CW022"
    assert "must be three sentences" in fault.message


def test_a_technique_is_shown_or_not_carried_off_and_not_both() -> None:
    detail = "  weak: empathy, honesty\n  coach: Three weeks is a long time.\n"
    _, (fault,) = read(EXAMPLE.replace("  shows: apology, empathy\n", f"  shows: apology, empathy\n{detail}", 1))
    assert fault.code == "CW270"
    assert "shows 'empathy' already" in fault.message
