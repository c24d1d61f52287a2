"""Statements on a scale: what compiles, what the state and the player get, and what is said about slips."""

from __future__ import annotations

import pytest

from builder.activities.likert.model import KIND
from builder.course.numbers import Numbers
from builder.course.question import question_record
from builder.course.record import Sequence
from builder.course.response import Option, Scale
from tests.activities.reading import html, read

GOOD = """
    ::: likert {#before scale="Not yet, Sometimes, Always"}
    How often do you do these?
    - I let people *finish*.
    - I write my note at once. {#note}
    :::
"""


def test_a_question_knows_its_scale_and_its_statements() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("i-let-people-finish", "statement", True),
        ("note", "statement", False),
    ]
    assert question.data(found.numbers, html) == {
        "points": 1,
        "prompt": "How often do you do these?",
        "objectives": [],
        "options": [
            {"n": 1, "id": "not-yet", "text": "Not yet"},
            {"n": 2, "id": "sometimes", "text": "Sometimes"},
            {"n": 3, "id": "always", "text": "Always"},
        ],
        "statements": [
            {"n": 1, "id": "i-let-people-finish", "text": "I let people finish."},
            {"n": 2, "id": "note", "text": "I write my note at once."},
        ],
    }


def test_the_record_has_a_place_for_every_number_that_a_statement_ever_had() -> None:
    found = read(GOOD)
    (question,) = found.activities
    numbers = Numbers(found.numbers.by_path, {**found.numbers.highest, ("before", "statement"): 4})
    assert question.record(numbers, keeps_texts=True) == question_record(Sequence("points", 4, 3))


def test_nothing_is_graded_and_each_statement_is_an_answer_of_its_own() -> None:
    found = read(GOOD)
    data = found.activities[0].data(found.numbers, html)
    assert KIND.score(data, KIND.best(data)) is None
    (answer,) = KIND.answers(data, {"points": [0, 3]})
    assert answer.response == Scale(Option(3, "always", "Always"))
    assert (answer.part, answer.prompt) == ("note", "How often do you do these? I write my note at once.")


@pytest.mark.parametrize(
    ("scale", "statements", "place"),
    [
        ("", "- One", ("CW347", 1, 5)),
        ('scale="Yes"', "- One", ("CW347", 1, 23)),
        ('scale="a,b,c,d,e,f,g,h,i,j,k"', "- One", ("CW347", 1, 23)),
        ('scale="Yes, No, yes"', "- One", ("CW347", 1, 32)),
        ('scale="Yes, , No"', "- One", ("CW347", 1, 27)),
        ('scale="Yes, No"', "", ("CW348", 1, 5)),
        ('scale="Yes, No"', "- One\n- {#a}", ("CW314", 4, 1)),
        ('scale="Yes, No"', "- One {#a}\n- Two {#a}", ("CW307", 4, 8)),
        ('scale="Yes, No"', "- One\n- one", ("CW307", 4, 3)),
        ('scale="Yes, No"', "- One\n  - Two", ("CW315", 4, 3)),
        ('scale="Yes, No"', "- [x] One", ("CW123", 3, 3)),
        ('scale="Yes, No" points=2', "- One", ("CW113", 1, 32)),
    ],
)
def test_a_slip_is_named_at_its_place(scale: str, statements: str, place: tuple[str, int, int]) -> None:
    found = read(f"::: likert {{#q {scale}}}\nHow often?\n{statements}\n:::\n")
    assert place[0] in found.codes
    assert found.places == [place]
