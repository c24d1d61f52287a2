"""A text to pick from: its pieces, what is said about them, and slips at their place."""

from __future__ import annotations

from textwrap import indent
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.activities.highlight.marked import read_marked
from builder.activities.highlight.model import Highlight
from builder.course.attributes import Faults
from builder.course.question import question_record
from builder.course.record import Bits
from builder.source.span import Span
from builder.source.syntax import Line, Text
from tests.activities.reading import html, read

GOOD = """
    ::: highlight {#q-note}
    What is opinion?
    text: She rang ~~at 16:50~~ for {{org.name}},
      was ==very **rude**== and ==rude==.

      - 1. "~~Three weeks~~" \\== nothing.
    - very rude {#rude}
      feedback: Nobody can see it.
    - THREE
      feedback: Her words.
    explain: A note keeps to what was said.
    :::
"""
PLAIN = GOOD.replace("- 1. ", "")


def sentences(*lines: str) -> list[str]:
    """The sentences that can be chosen in a text of these lines, the right ones with a `!` before them."""
    found = read(
        f"::: highlight {{#q by=sentence}}\nWhich?\ntext:\n{indent(chr(10).join(lines), '  ')}\nexplain: So.\n:::\n"
    )
    assert found.codes == []
    question = cast(Highlight, found.activities[0])
    return [("!" if piece.right else "") + piece.words for piece in question.pieces]


def stretched(words: str, by_sentence: bool = False) -> tuple[list[Any], list[str]]:
    """The stretches of a one-line text, and the codes of what was found."""
    codes: list[str] = []
    faults = Faults(lambda found: codes.append(found.code))
    paragraphs = read_marked(Text((Line(words, Span("a.md")),)), by_sentence, faults)
    return [stretch for paragraph in paragraphs for stretch in paragraph], codes


def test_the_marked_pieces_can_be_chosen_and_the_rest_is_read() -> None:
    found = read(PLAIN)
    assert found.codes == []
    question = cast(Highlight, found.activities[0])
    assert [(piece.id.value, piece.derived, piece.words, piece.right) for piece in question.pieces] == [
        ("at-16-50", True, "at 16:50", False),
        ("rude", False, "very rude", True),
        ("rude-2", True, "rude", True),
        ("three-weeks", True, "Three weeks", False),
    ]
    assert [(piece.text.span.line, piece.text.span.column) for piece in question.pieces] == [
        (3, 18),
        (4, 9),
        (4, 31),
        (6, 6),
    ]
    data = question.data(found.numbers, html)
    assert (data["right"], data["slip"]) == ([2, 3], [1, 2])
    assert data["feedback"] == {"2": "<p>Nobody can see it.</p>", "4": "<p>Her words.</p>"}
    assert question.record(found.numbers, keeps_texts=True) == question_record(Bits("chosen", 5))


def test_what_stands_behind_a_piece_never_becomes_a_list_or_a_heading() -> None:
    (_, minus, _, heading, _, number, *_), codes = stretched("==A== - b ==c== # d ~~e~~ 1. f")
    assert codes == []
    texts = [stretch.text.value for stretch in (minus, heading, number)]
    assert texts == ["\\- b", "\\# d", "1\\. f"]
    assert (minus.before, minus.after) == (" ", " ")


def test_every_sentence_can_be_chosen_and_those_with_a_mark_are_right() -> None:
    assert sentences(
        "Dr. Lee rang at 5 p.m. ==You were told Friday, e.g. by me!== 'Really?' she said.",
        'He was "so rude." ==Then he== hung up',
        "",
        "No. 5 is 16.50 in all\u2026 ==Next.== Last p.m.&nbsp;Call",
    ) == [
        "Dr. Lee rang at 5 p.m.",
        "!You were told Friday, e.g. by me!",
        "'Really?' she said.",
        'He was "so rude."',
        "!Then he hung up",
        "No. 5 is 16.50 in all\u2026",
        "!Next.",
        "Last p.m. Call",
    ]


@given(st.text(st.sampled_from("aB .!?=~\\-1#*\"'"), max_size=40), st.booleans())
def test_no_character_of_any_text_is_lost(words: str, by_sentence: bool) -> None:
    stretches, codes = stretched(words, by_sentence)
    if codes:
        return
    shown = "".join(
        stretch.before + (stretch.text.value if stretch.text else "") + stretch.after for stretch in stretches
    )
    assert "".join(shown.split()).replace("\\", "").replace("=", "").replace("~", "") == "".join(words.split()).replace(
        "\\", ""
    ).replace("=", "").replace("~", "")


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("very **rude**==", "very **rude**", [("CW355", 4, 7)]),
        ("==very **rude**==", "==very ~~rude~~==", [("CW355", 4, 14)]),
        ("==rude==", "== ==", [("CW355", 4, 32)]),
        ("==rude==", "====", [("CW355", 4, 29)]),
        ('"~~Three', '- "~~Three', [("CW354", 6, 3)]),
        ("- THREE", "- four", [("CW357", 9, 3)]),
        ("- THREE", "- e", [("CW357", 9, 3)]),
        ("- THREE", "- at 16:50 {#rude}", [("CW307", 9, 13)]),
        ("- THREE", "- very", [("CW357", 9, 3)]),
        ("- THREE\n      feedback: Her words.", "- THREE", [("CW305", 9, 3)]),
        ("==", "~~", [("CW356", 1, 5)]),
        ("~~", "==", [("CW356", 1, 5)]),
        ("{#q-note}", "{#q-note by=sentence}", [("CW355", 3, 16), ("CW355", 6, 4)]),
        ("{#q-note}", "{#q-note by=line}", [("CW301", 1, 27)]),
        ("    explain: A note keeps to what was said.\n", "", [("CW305", 1, 5)]),
        ("text:", "texts:", [("CW354", 1, 5), ("CW124", 3, 1)]),
    ],
)
def test_a_slip_is_named_once_and_where_it_is(old: str, new: str, places: list[tuple[str, int, int]]) -> None:
    assert old in PLAIN
    assert read(PLAIN.replace(old, new)).places == places


def test_a_question_without_a_text_says_where_it_goes() -> None:
    found = read("::: highlight {#q}\nWhich?\nexplain: So.\n:::\n")
    assert found.places == [("CW354", 1, 5)]


def test_there_may_be_more_pieces_than_scorm_1_2_has_letters() -> None:
    text = " ".join(f"==Right {n}.== Wrong {n}." for n in range(30))
    found = read(f"::: highlight {{#q by=sentence}}\nWhich?\ntext: {text}\nexplain: So.\n:::\n")
    assert found.codes == []
    assert len(cast(Highlight, found.activities[0]).pieces) == 60
