"""A text of one's own: what compiles, what the state and the player get, and what is said about slips."""

from __future__ import annotations

import pytest

from builder.activities.short.model import KIND
from builder.course.numbers import Numbers
from builder.course.question import question_record
from builder.course.record import Bits, Uint, Utf8
from tests.activities.reading import html, read

GOOD = """
    ::: short {#q-first words=10-40 max=200}
    What would you say first?
    model: You were told *Friday*.
    rubric: It says what {{org.name}} did
    rubric: It offers **one** thing,
      and says when {#offer}
    explain: People hear an offer once they were heard.
    :::
"""


def test_a_question_knows_what_to_compare_with() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("it-says-what-org-name-did", "criterion", True),
        ("offer", "criterion", False),
    ]
    assert question.data(found.numbers, html) == {
        "points": 1,
        "prompt": "What would you say first?",
        "objectives": [],
        "explain": "<p>People hear an offer once they were heard.</p>",
        "options": [],
        "rubric": [
            {"n": 1, "id": "it-says-what-org-name-did", "text": "It says what Acme did"},
            {"n": 2, "id": "offer", "text": "It offers one thing, and says when"},
        ],
        "model": "<p>You were told *Friday*.</p>",
        "max": 200,
        "report": True,
    }


def test_the_text_is_kept_with_the_state_in_every_format() -> None:
    found = read(GOOD)
    (question,) = found.activities
    numbers = Numbers(found.numbers.by_path, {**found.numbers.highest, ("q-first", "criterion"): 5})
    shape = question_record(Uint("compared", 1), Bits("met", 6), Utf8("text", 200))
    assert question.record(numbers, keeps_texts=False) == shape


def test_nothing_is_ever_graded_and_a_whole_answer_has_been_compared() -> None:
    found = read(GOOD)
    data = found.activities[0].data(found.numbers, html)
    best = KIND.best(data)
    assert (best["compared"], best["met"]) == (1, [1, 2])
    assert KIND.score(data, best) is None
    assert KIND.best({**data, "quiz": 7})["compared"] == 0


@pytest.mark.parametrize(
    ("attributes", "details", "place"),
    [
        ("", "", ("CW349", 1, 5)),
        ("", "rubric:\n  - It is short\n  - It is clear\n", ("CW349", 3, 1)),
        ("", "rubric: One\n" * 13, ("CW349", 15, 1)),
        ("", "model: One.\nmodel: Two.\n", ("CW313", 4, 1)),
        ("", "rubric: One {#a}\nrubric: Two {#a}\n", ("CW307", 4, 15)),
        ("", "rubric: One {#A}\n", ("CW111", 3, 15)),
        ("words=60-20", "model: One.\n", ("CW301", 1, 21)),
        ("max=0", "model: One.\n", ("CW301", 1, 19)),
        ("report=maybe", "model: One.\n", ("CW301", 1, 22)),
        ("points=2", "model: One.\n", ("CW113", 1, 15)),
    ],
)
def test_a_slip_is_named_at_its_place(attributes: str, details: str, place: tuple[str, int, int]) -> None:
    found = read(f"::: short {{#q {attributes}}}\nWhat first?\n{details}:::\n")
    assert place in found.places
    assert {code for code, _, _ in found.places} <= {place[0], "CW307"}
