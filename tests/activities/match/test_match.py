"""Pairs: what compiles, what the player gets, what an answer is worth, what is said about slips."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from builder.activities.match.model import KIND, Match
from builder.course.numbers import Numbers
from builder.course.question import question_record
from builder.course.record import Sequence
from tests.activities.reading import html, read

GOOD = """
    ::: match {#q-needs}
    Match each caller.
    - *Anxious* candidate => Certainty about
      what happens next {{org.name}}
      feedback: Not knowing hurts.
    - Worried candidate => certainty  about what happens next Acme
    - Confused candidate => One plain step {#confused to=step}
    - => A form \\=> the long one
      feedback: Nobody asked for it.
    explain: Each lacks one thing.
    :::
"""


def with_items(*lines: str) -> str:
    """A question with these lines as its items."""
    return "\n".join(("::: match {#q}", "What belongs together?", *lines, "explain: Because.", ":::", ""))


def test_a_question_knows_its_pairs_and_takes_what_reads_the_same_for_one_answer() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("anxious-candidate", "item", True),
        ("worried-candidate", "item", True),
        ("confused", "item", False),
        ("certainty-about-what-happens-next-org-name", "target", True),
        ("step", "target", False),
        ("a-form-the-long-one", "target", True),
    ]
    assert question.data(found.numbers, html) == {
        "points": 1,
        "prompt": "Match each caller.",
        "objectives": [],
        "explain": "<p>Each lacks one thing.</p>",
        "options": [
            {"n": 1, "id": "anxious-candidate", "text": "Anxious candidate"},
            {"n": 2, "id": "worried-candidate", "text": "Worried candidate"},
            {"n": 3, "id": "confused", "text": "Confused candidate"},
        ],
        "targets": [
            {
                "n": 1,
                "id": "certainty-about-what-happens-next-org-name",
                "text": "Certainty about what happens next Acme",
            },
            {"n": 2, "id": "step", "text": "One plain step"},
            {"n": 3, "id": "a-form-the-long-one", "text": "A form => the long one"},
        ],
        "pairs": {"1": 1, "2": 1, "3": 2},
        "feedback": {"1": "<p>Not knowing hurts.</p>"},
        "astray": {"3": "<p>Nobody asked for it.</p>"},
        "score": "each",
    }


def test_the_record_has_room_for_every_item_and_answer_that_ever_was() -> None:
    found = read(GOOD)
    (question,) = found.activities
    highest = {**found.numbers.highest, ("q-needs", "item"): 9, ("q-needs", "target"): 40}
    record = question.record(Numbers(found.numbers.by_path, highest), keeps_texts=True)
    assert record == question_record(Sequence("chosen", 9, 40))


def test_the_answers_stand_in_the_page_by_their_words_and_never_beside_their_items() -> None:
    (question,) = read(with_items("- One => Zebra", "- Two => Ant", "- Three => Monkey")).activities
    assert isinstance(question, Match)
    assert [target.words for target in question.targets_in_the_page] == ["Ant", "Monkey", "Zebra"]
    assert [item.words for item in question.items_in_the_page] == ["One", "Three", "Two"]
    (kept,) = read(with_items("- B => Ant", "- A => Bee").replace("{#q}", "{#q shuffle=false}")).activities
    assert isinstance(kept, Match)
    assert [item.words for item in kept.items_in_the_page] == ["B", "A"]


def score_of(how: str, chosen: list[int]) -> int | None:
    """What these answers are worth where the items 1, 2 and 4 belong to the targets 1, 1 and 3."""
    data: dict[str, Any] = {"score": how, "pairs": {"1": 1, "2": 1, "4": 3}}
    return KIND.score(data, {"chosen": chosen})


def test_the_best_answer_is_worth_everything_and_no_other_is() -> None:
    data: dict[str, Any] = {"score": "each", "pairs": {"1": 1, "2": 1, "4": 3}}
    best = KIND.best(data)
    assert best == {"chosen": [1, 1, 0, 3]}
    for how, chosen in product(("each", "all"), product(range(4), repeat=3)):
        full = score_of(how, [chosen[0], chosen[1], 0, chosen[2]])
        assert (full == 10000) == (chosen == (1, 1, 3))


def test_each_pair_is_worth_its_share_unless_all_must_be_right() -> None:
    assert score_of("each", [1, 1, 0, 2]) == 6667
    assert score_of("each", [1, 2, 0, 2]) == 3333
    assert score_of("all", [1, 1, 0, 2]) == 0
    assert score_of("each", []) == 0
    assert score_of("each", [3, 3, 3, 3, 3]) == 3333


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- Left and right", (3, 1)),
        ("- Left -> right", (3, 8)),
        ("- Left=>right", (3, 7)),
        ("- Left => right => again", (3, 17)),
        ("- Left \\=> right", (3, 1)),
    ],
)
def test_a_line_without_one_arrow_is_an_error(line: str, place: tuple[int, int]) -> None:
    assert read(with_items(line, "- A => B", "- C => D")).places == [("CW330", *place)]


def test_every_slip_is_named_where_it_is() -> None:
    assert read(with_items("- A => B")).codes == ["CW303"]
    assert read(with_items("- A => B", "- => D")).codes == ["CW303"]
    assert read(with_items("- A => B", "- C => b", "- => D")).places == [("CW331", 1, 5)]
    assert read(with_items("- A => B", "- a => D")).places == [("CW306", 4, 3)]
    assert read(with_items("- A => B", "- C => D", "- => b")).places == [("CW306", 5, 6)]
    assert read(with_items("- A => B", "- B => C")).places == [("CW307", 3, 8)]
    assert read(with_items("- A => B", "- B => C {to=see}", "- D => E {#b}")).places == [("CW307", 5, 11)]
    assert read(with_items("- A => ", "- C => D", "- E => F")).places == [("CW314", 3, 1)]
    assert read(with_items("- A => B", "  - Inside", "- C => D")).places == [("CW315", 4, 3)]
    assert read(with_items("- A => B {to=x}", "- C => B {to=y}", "- E => F")).places == [("CW335", 4, 14)]
    assert read(with_items("- A => B {to=x.y}", "- C => D")).codes == ["CW301"]
    assert read(with_items(*(f"- Left {n} => Right {n}" for n in range(37)))).places == [
        ("CW317", 39, 3),
        ("CW317", 39, 14),
    ]
    assert read(with_items("- A => B", "- C => D").replace("explain: Because.\n", "")).places == [("CW305", 1, 5)]
    assert read(with_items("- A => B", "- C => ![](c.png)")).places == [("CW314", 4, 8)]
