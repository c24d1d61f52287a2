"""Statements placed as an expert did: how they are read, what they are worth, and slips at their place."""

from __future__ import annotations

from itertools import permutations
from typing import cast

import pytest

from builder.activities.compare.model import KIND, Compare
from builder.course.question import question_record
from builder.course.record import Sequence
from builder.course.response import Option, Order, Pairs
from tests.activities.reading import html, read

LINES = """
    ::: compare {#q-desk low="Can wait" high="Do first" tolerance=25}
    How urgent is each?
    - A caller on hold {#hold at=90}
      feedback: She waits for you alone.
    - The weekly report {#report at=0}
    explain: Who waits on the line comes first.
    :::
"""
ORDER = """
    ::: compare {#q-first}
    What matters most?
    1. Hear her {#hear}
    2. Find out {#find}
    3. Explain {#explain}
       feedback: It can wait.
    explain: First she is heard.
    :::
"""


def test_bullets_are_placed_on_a_line() -> None:
    found = read(LINES)
    assert found.codes == []
    question = cast(Compare, found.activities[0])
    data = question.data(found.numbers, html)
    assert (data["key"], data["near"], data["graded"]) == ([10, 1], 2, True)
    assert data["feedback"] == {"1": "<p>She waits for you alone.</p>"}
    assert question.record(found.numbers, keeps_texts=True) == question_record(Sequence("placed", 2, 11))
    assert KIND.best(data) == {"placed": [10, 1]}


def test_numbers_are_an_order() -> None:
    found = read(ORDER)
    assert found.codes == []
    question = cast(Compare, found.activities[0])
    data = question.data(found.numbers, html)
    assert (data["key"], "near" in data) == ([1, 2, 3], False)
    assert question.record(found.numbers, keeps_texts=True) == question_record(Sequence("placed", 3, 3))
    assert [item.id.value for item in question.in_the_page] != ["hear", "find", "explain"]


def test_each_statement_near_the_expert_has_its_share() -> None:
    found = read(LINES)
    data = found.activities[0].data(found.numbers, html)
    for placed, score in [([8, 3], 10000), ([7, 3], 5000), ([8, 4], 5000), ([8, 0], 5000), ([8], 5000), ([], 0)]:
        assert KIND.score(data, {"placed": placed}) == score


def test_each_pair_that_stands_as_the_expert_has_it_has_its_share() -> None:
    found = read(ORDER)
    data = found.activities[0].data(found.numbers, html)
    scores = {order: KIND.score(data, {"placed": order}) for order in permutations((1, 2, 3))}
    assert scores[1, 2, 3] == 10000
    assert scores[2, 1, 3] == scores[1, 3, 2] == 6667
    assert scores[2, 3, 1] == scores[3, 1, 2] == 3333
    assert scores[3, 2, 1] == 0
    assert KIND.score(data, {"placed": [1, 2]}) == 3333
    assert KIND.score(data, {"placed": [3, 3, 9]}) == 0


def test_where_nothing_is_graded_there_is_no_score_and_no_right_answer() -> None:
    for text in (LINES, ORDER):
        found = read(text.replace("{#q-desk", "{#q-desk graded=false").replace("{#q-first", "{#q-first graded=false"))
        assert found.codes == []
        data = found.activities[0].data(found.numbers, html)
        assert KIND.score(data, KIND.best(data)) is None
        assert KIND.answers(data, KIND.best(data))[0].right == ()


def test_a_place_is_reported_in_per_cent_and_an_order_as_one() -> None:
    found = read(LINES)
    (answer,) = KIND.answers(found.activities[0].data(found.numbers, html), {"placed": [8, 0]})
    hold = Option(1, "hold", "A caller on hold")
    assert answer.response == Pairs(((hold, Option(8, "70", "70")),))
    assert cast(Pairs, answer.right[0]).pairs[0] == (hold, Option(10, "90", "90"))
    assert len(answer.targets) == 11
    found = read(ORDER)
    (answer,) = KIND.answers(found.activities[0].data(found.numbers, html), {"placed": [2, 1, 7]})
    assert [option.id for option in cast(Order, answer.response).order] == ["find", "hear"]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (" at=90", "", [("CW359", 3, 1)]),
        ("at=90", "at=110", [("CW359", 3, 30)]),
        ("at=90", "at=high", [("CW359", 3, 30)]),
        ("at=90", "at=75", [("CW359", 3, 30)]),
        ("at=90", "at=-10", [("CW359", 3, 30)]),
        (' high="Do first"', "", [("CW359", 1, 5)]),
        ('low="Can wait"', 'low=" "', [("CW359", 1, 5)]),
        ("tolerance=25", "tolerance=60", [("CW301", 1, 63)]),
        ("- The weekly", "2. The weekly", [("CW358", 5, 1)]),
        ("    - The weekly report {#report at=0}\n", "", [("CW303", 1, 5)]),
        ("The weekly report", "A caller on hold", [("CW306", 5, 3)]),
        ("    explain: Who waits on the line comes first.\n", "", [("CW305", 1, 5)]),
    ],
)
def test_a_slip_on_a_line_is_named_once_and_where_it_is(old: str, new: str, places: list[tuple[str, int, int]]) -> None:
    assert old in LINES
    assert read(LINES.replace(old, new)).places == places


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("2. Find", "- Find", [("CW358", 4, 1)]),
        ("2. Find", "3. Find", [("CW358", 4, 1)]),
        ("{#find}", "{#find at=10}", [("CW358", 4, 20)]),
        ("{#q-first}", "{#q-first low=Late}", [("CW358", 1, 23)]),
        ("2. Find out {#find}", "2.", [("CW314", 4, 1)]),
    ],
)
def test_a_slip_in_an_order_is_named_once_and_where_it_is(
    old: str, new: str, places: list[tuple[str, int, int]]
) -> None:
    assert old in ORDER
    assert read(ORDER.replace(old, new)).places == places


def test_a_list_of_nothing_but_ones_counts_up_too() -> None:
    assert read(ORDER.replace("2. ", "1. ").replace("3. ", "1. ")).codes == []
