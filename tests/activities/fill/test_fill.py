"""Gaps in a text: what compiles, what the page, the state and the player get, and what is said about slips."""

from __future__ import annotations

from typing import Any

import pytest

from builder.activities.fill.model import KIND, Fill
from builder.course.numbers import Numbers
from builder.course.question import question_record
from builder.course.record import Utf8
from builder.source.markdown import Options, to_html
from tests.activities.reading import Read, html, read

GOOD = """
    ::: fill {#q-sar typos=1}
    Access requests are a right.

    Complete the rule.

    You must answer within one [[month / calendar month]]. Late by a [[day | month {#late}]] is late.
    wrong: week / year => Not so *long*.
    explain: The clock starts at once.
    :::
"""


def fill(text: str) -> tuple[Read, Fill]:
    found = read(text)
    assert found.codes == []
    (question,) = found.activities
    assert isinstance(question, Fill)
    return found, question


def gaps_of(text: str) -> list[dict[str, Any]]:
    """The gaps of a sentence as the player gets them."""
    found, question = fill(f"::: fill {{#q}}\n{text}\nexplain: It is so.\n:::\n")
    gaps: Any = question.data(found.numbers, html)["gaps"]
    return list(gaps)


def test_a_question_knows_its_gaps_and_what_to_do_with_them() -> None:
    found, question = fill(GOOD)
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("month", "gap", True),
        ("late", "gap", False),
    ]
    assert question.about.stem.question.value == "Complete the rule."
    assert question.about.stem.before is not None
    assert question.data(found.numbers, html) == {
        "points": 1,
        "prompt": "You must answer within one ____. Late by a ____ is late. "
        "Access requests are a right. Complete the rule.",
        "objectives": [],
        "explain": "<p>The clock starts at once.</p>",
        "options": [],
        "score": "each",
        "gaps": [
            {"n": 1, "answers": ["month", "calendar month"]},
            {"n": 2, "answers": ["day", "month"], "list": True},
        ],
        "typos": 1,
        "wrong": [{"answers": ["week", "year"], "html": "<p>Not so *long*.</p>"}],
    }


def test_the_page_has_each_gap_in_its_place_with_the_sentence_and_no_answer() -> None:
    _, question = fill(GOOD)
    pieces = question.pieces(to_html(question.body, Options()))
    assert [(str(piece.html), piece.sentence) for piece in pieces] == [
        ("<p>You must answer within one ", "You must answer within one \u2026."),
        (". Late by a ", "Late by a \u2026 is late."),
        (" is late.</p>\n", ""),
    ]
    assert [piece.gap for piece in pieces] == [*question.gaps, None]


def test_gaps_stand_in_lists_tables_emphasis_and_code() -> None:
    _, question = fill("""
        ::: fill {#q}
        - First, **[[listen]]**.
        - Then `[[sum]] up \\[[all]]`.

        | Who  | What        |
        |------|-------------|
        | Dana | [[a | b]] x |
        explain: In this order.
        :::
    """)
    pieces = question.pieces(to_html(question.body, Options()))
    assert [piece.sentence for piece in pieces] == [
        "First, \u2026.",
        "Then \u2026 up [[all]].",
        "Dana, \u2026 x",
        "",
    ]
    assert "<li>First, <strong>" in pieces[0].html
    assert "up [[all]]</code>" in pieces[2].html
    assert pieces[3].html.startswith(" x</td>")
    assert not question.told


def test_the_record_has_a_text_for_every_number_that_a_gap_ever_had() -> None:
    found, question = fill(GOOD)
    numbers = Numbers(found.numbers.by_path, {**found.numbers.highest, ("q-sar", "gap"): 3})
    shape = question_record(Utf8("gap1", 36), Utf8("gap2", 5), Utf8("gap3", 0))
    assert question.record(numbers, keeps_texts=False) == shape


@pytest.mark.parametrize(
    ("answers", "characters", "size"),
    [("at / in", 16, 24), ("a month", 16, 24), ("calendar month", 28, 36), ("\u043c\u0435\u0441\u044f\u0446", 16, 40)],
)
def test_a_gap_has_room_for_twice_its_answer_in_its_own_script(answers: str, characters: int, size: int) -> None:
    _, question = fill(f"::: fill {{#q}}\nOne [[{answers}]].\nexplain: It is so.\n:::\n")
    (gap,) = question.gaps
    assert (gap.most, gap.most_bytes) == (characters, size)


@pytest.mark.parametrize(
    ("written", "answers", "choices"),
    [
        ("24/7", ["24/7"], False),
        ("he/ she /they", ["he", "she", "they"], False),
        (r"this \/ that", ["this / that"], False),
        (r"a \| b", ["a | b"], False),
        ("a|b", ["a", "b"], True),
        ("he \\/ she | they", ["he / she", "they"], True),
        ("{{org.name}}", ["Acme"], False),
        (r"a\] b", ["a] b"], False),
    ],
)
def test_signs_part_answers_unless_they_are_a_part_of_one(written: str, answers: list[str], choices: bool) -> None:
    (gap,) = gaps_of(f"Say [[{written}]] here.")
    assert (gap["answers"], gap.get("list", False)) == (answers, choices)


def test_the_same_answer_may_belong_into_two_gaps() -> None:
    found, question = fill("::: fill {#q}\nA [[month]] is a [[month]].\nexplain: It is.\n:::\n")
    assert [part.id.value for part in question.parts()] == ["month", "month-2"]
    assert found.numbers["q", "month-2"] == 2


def test_what_a_gap_is_called_does_not_change_with_what_stands_around_it() -> None:
    _, question = fill("::: fill\nYou have one [[month]] left.\nexplain: It is.\n:::\n")
    assert question.id.value == "you-have-one-left"


FAULTS = [
    ("One [[ ]].", [("CW340", 2, 5)]),
    ("One [[{#id}]].", [("CW340", 2, 5)]),
    ("One [[month / ]].", [("CW340", 2, 14)]),
    ("One [[month | | year]].", [("CW340", 2, 14)]),
    ("One [[month / mth | week]].", [("CW340", 2, 15)]),
    ("One [[month.", [("CW341", 2, 5)]),
    ("One [[month\nor two]].", [("CW341", 2, 5)]),
    ("One \\[[month]].", [("CW342", 1, 5)]),
    ("One month.", [("CW342", 1, 5)]),
    ("One [calendar [[month]]](https://example.org).", [("CW343", 2, 15)]),
    ("## One [[month]]\n\nIt is so.", [("CW343", 2, 8)]),
    ("One ![a [[month]]](a.svg).", [("CW343", 2, 9)]),
    ("One [[month | year | month]].", [("CW306", 2, 22)]),
    ("One [[month {#a}]] or [[year {#a}]].", [("CW307", 2, 32)]),
    ("One [[month {#A}]].", [("CW111", 2, 15)]),
]


@pytest.mark.parametrize(("text", "places"), FAULTS)
def test_a_slip_is_named_at_its_place(text: str, places: list[tuple[str, int, int]]) -> None:
    found = read(f"::: fill {{#q}}\n{text}\nexplain: It is so.\n:::\n")
    assert found.places == places
    assert found.activities == ()


WRONG = [
    ("[[month]]", "week", ("CW344", 3, 8)),
    ("[[month]]", "week =>", ("CW344", 3, 8)),
    ("[[month]]", "=> No.", ("CW344", 3, 8)),
    ("[[month]]", "week / MONTH => No.", ("CW344", 3, 15)),
    ("[[month | week]]", "week / month => No.", ("CW344", 3, 15)),
    ("[[month | week]]", "year => No.", ("CW344", 3, 8)),
    ("[[month]]", "week => No.\nwrong: day / Week => Too short.", ("CW344", 4, 14)),
]


@pytest.mark.parametrize(("gap", "wrong", "place"), WRONG)
def test_what_would_be_said_to_nobody_is_an_error(gap: str, wrong: str, place: tuple[str, int, int]) -> None:
    found = read(f"::: fill {{#q}}\nOne {gap}.\nwrong: {wrong}\nexplain: It is so.\n:::\n")
    assert found.places == [place]


def test_a_wrong_answer_may_be_right_in_another_gap_and_its_feedback_go_on() -> None:
    found, question = fill("""
        ::: fill {#q case}
        Not a [[month]], a [[week]].
        wrong: Month / week =>
          Look again.

          It is the other one.
        explain: It is so.
        :::
    """)
    (wrong,) = question.wrong
    assert wrong.answers == ("Month", "week")
    assert wrong.feedback.value == "Look again.\n\nIt is the other one."
    assert question.data(found.numbers, html)["case"] is True


def test_an_explanation_is_asked_for_and_the_rest_is_checked_all_the_same() -> None:
    found = read("::: fill {#q score=some typos=4 accents=no case=1}\nOne [[month]].\n:::\n")
    assert sorted(found.codes) == ["CW301", "CW301", "CW301", "CW301", "CW305"]
    assert read("::: fill {#q}\nexplain: It is so.\n:::\n").codes == ["CW302"]


def test_an_unknown_variable_in_an_answer_is_seen_by_the_check_of_references() -> None:
    _, question = fill("::: fill {#q}\nRing [[{{org.fax}}]].\nexplain: It is so.\n:::\n")
    assert "{{org.fax}}" in [text.value for text in question.texts]


def worth(attributes: str, text: str, *given: str) -> int | None:
    found, question = fill(f"::: fill {{#q {attributes}}}\n{text}\nwrong: county => No.\nexplain: It is.\n:::\n")
    data = question.data(found.numbers, html)
    return KIND.score(data, {f"gap{n}": typed for n, typed in enumerate(given, 1)})


@pytest.mark.parametrize(
    ("attributes", "typed", "right"),
    [
        ("", "  caf\u00e9   NERO ", True),
        ("", "cafe\u0301 nero", True),
        ("", "cafe nero", False),
        ("accents=false", "CAFE NERO", True),
        ("case", "Caf\u00e9 nero", False),
        ("", "caf\u00e9 nerro", False),
        ("typos=1", "caf\u00e9 nerro", True),
        ("typos=1", "caf\u00e9 nerrro", False),
        ("typos=2", "caf\u00e9 nerrro", True),
        ("", "", False),
    ],
)
def test_answers_are_compared_as_the_author_says(attributes: str, typed: str, right: bool) -> None:
    assert worth(attributes, "A [[caf\u00e9 nero]].", typed) == (10_000 if right else 0)


def test_a_word_that_the_author_wrote_for_something_else_is_no_typo() -> None:
    text = "My [[country]] and [[their]] [[there]]."
    assert worth("typos=2", text, "countri", "theyr", "theere") == 10_000
    assert worth("typos=2", text, "county", "there", "their") == 0


def test_gaps_count_each_or_all_together() -> None:
    text = "A [[b]], a [[c]] and a [[d | e]]."
    assert worth("", text, "b", "x", "d") == 6_667
    assert worth("score=all", text, "b", "x", "d") == 0
    assert worth("score=all", text, "b", "C", "d") == 10_000
    assert worth("", text, "b", "c", "D") == 6_667
