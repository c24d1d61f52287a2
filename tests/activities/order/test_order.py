"""Items to put in order: what compiles, what the player gets, what an order is worth, what is said about slips."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from builder.activities.order.model import KIND, Order
from builder.course.numbers import Numbers
from builder.course.question import question_record
from builder.course.record import Sequence
from tests.activities.reading import html, read

GOOD = """
    ::: order {#q-steps score=adjacent}
    Put the call in order.
    1. Let them finish {#finish}
    2. *Sum up* what you heard
       feedback: It shows that it was heard.
    3. Agree one next step
    explain: Nobody hears an offer before they feel heard.
    :::
"""


def with_items(*lines: str) -> str:
    """A question with these lines as its items."""
    return "\n".join(("::: order {#q}", "Put it in order.", *lines, "explain: Because.", ":::", ""))


def test_a_question_knows_its_items_in_their_right_order() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("finish", "item", False),
        ("sum-up-what-you-heard", "item", True),
        ("agree-one-next-step", "item", True),
    ]
    assert question.data(found.numbers, html) == {
        "points": 1,
        "prompt": "Put the call in order.",
        "objectives": [],
        "explain": "<p>Nobody hears an offer before they feel heard.</p>",
        "options": [
            {"n": 1, "id": "finish", "text": "Let them finish"},
            {"n": 2, "id": "sum-up-what-you-heard", "text": "Sum up what you heard"},
            {"n": 3, "id": "agree-one-next-step", "text": "Agree one next step"},
        ],
        "feedback": {"2": "<p>It shows that it was heard.</p>"},
        "score": "adjacent",
    }


def test_the_record_has_room_for_every_item_that_ever_was() -> None:
    found = read(GOOD)
    (question,) = found.activities
    numbers = Numbers(found.numbers.by_path, {**found.numbers.highest, ("q-steps", "item"): 9})
    assert question.record(numbers, keeps_texts=True) == question_record(Sequence("order", 9, 9))


@pytest.mark.parametrize("lines", [["1. A", "2. B", "3. C"], ["1. C", "2. B", "3. A"], ["1. Änd", "2. b", "3. c"]])
def test_the_page_itself_never_has_the_items_in_the_right_order(lines: list[str]) -> None:
    (question,) = read(with_items(*lines)).activities
    assert isinstance(question, Order)
    assert sorted(item.words for item in question.in_the_page) == sorted(item.words for item in question.items)
    assert question.in_the_page != question.items


def score_of(how: str, order: list[int], count: int = 4) -> int | None:
    """What an order is worth where the right one counts from 1 up."""
    data: dict[str, Any] = {"score": how, "options": [{"n": n, "id": str(n), "text": ""} for n in range(1, count + 1)]}
    return KIND.score(data, {"order": order})


def test_only_the_right_order_is_worth_anything_where_all_must_be_right() -> None:
    worth = {order: score_of("all", list(order)) for order in permutations((1, 2, 3, 4))}
    assert [order for order, score in worth.items() if score] == [(1, 2, 3, 4)]
    assert worth[1, 2, 3, 4] == 10000


def test_each_pair_of_neighbours_counts_where_that_is_asked() -> None:
    assert score_of("adjacent", [2, 3, 4, 1]) == 6667
    assert score_of("adjacent", [1, 2, 4, 3]) == 3333
    assert score_of("adjacent", [4, 3, 2, 1]) == 0
    assert score_of("adjacent", [2, 1], count=2) == 0
    worth = {order: score_of("adjacent", list(order)) for order in permutations((1, 2, 3, 4))}
    assert [order for order, score in worth.items() if score == 10000] == [(1, 2, 3, 4)]


def test_an_order_that_makes_no_sense_is_worth_no_more_than_what_is_right_in_it() -> None:
    assert score_of("adjacent", []) == 0
    assert score_of("adjacent", [9, 2, 9, 3, 3, 4]) == 3333
    assert score_of("all", [1, 2, 3]) == 0


def test_all_items_may_be_numbered_one() -> None:
    assert read(with_items("1. This", "1. That")).codes == []


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["- This", "- That"], (3, 1)),
        (["1. This", "- That"], (4, 1)),
        (["1. This", "3. That", "2. Then"], (4, 1)),
        (["1. This", "2. That", "2. Then"], (5, 1)),
        (["0. This", "1. That"], (3, 1)),
        (["1. This", "1. That", "3. Then"], (4, 1)),
    ],
)
def test_numbers_that_do_not_count_up_are_an_error_at_the_first_of_them(
    lines: list[str], place: tuple[int, int]
) -> None:
    assert read(with_items(*lines)).places == [("CW334", *place)]


def test_every_slip_is_named_where_it_is() -> None:
    assert read(with_items("1. This")).codes == ["CW303"]
    assert read(with_items("1. This", "2. this")).places == [("CW306", 4, 4)]
    assert read(with_items("1. C#", "2. C!")).places == [("CW307", 4, 4)]
    assert read(with_items("1. This", "2. ")).places == [("CW314", 4, 1)]
    assert read(with_items("1. This", "   - Inside", "2. That")).places == [("CW315", 4, 4)]
    assert read(with_items(*(f"{n}. Step {n}" for n in range(1, 38)))).places == [("CW317", 39, 1)]
    assert read(with_items("1. This", "2. That").replace("explain: Because.\n", "")).places == [("CW305", 1, 5)]
    assert read(with_items("1. This", "2. That").replace("{#q}", "{#q score=each}")).codes == ["CW301"]
