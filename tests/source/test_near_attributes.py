"""Attributes that are written nearly right are one error, which shows them as they should be, and are read so."""

from __future__ import annotations

import pytest

from builder.source.grammar import Grammar
from builder.source.page import read_page
from builder.source.syntax import Block

ASKED = Grammar(attributes=frozenset({"points", "unit", "scale", "rect", "sure"}))


def _read(attributes: str) -> tuple[Block, list[tuple[str, int, str]]]:
    text = f"---\ntitle: P\n---\n::: ask {{{attributes}}}\nHow?\n:::\n"
    page, faults = read_page("p.md", text, {"ask": ASKED}, "p")
    (block,) = page.body
    assert isinstance(block, Block)
    return block, [(one.code, one.span.column, one.message) for one in faults]


@pytest.mark.parametrize(
    ("written", "column", "cause", "right"),
    [
        ("#a, points=2, sure", 10, "Blanks part attributes, and no commas", "#a points=2 sure"),
        ("#a points = 2", 20, "No blank stands beside the `=`", "#a points=2"),
        ("#a points= 2 sure", 13, "No blank stands beside the `=`", "#a points=2 sure"),
        ("#a points: 2", 13, "An attribute is written with `=`", "#a points=2"),
        ("unit=“working days” sure", 10, "Quotes round a value are straight", 'unit="working days" sure'),
        ("unit=‘days’", 10, "Quotes round a value are straight", 'unit="days"'),
        ("points=2 unit='two days'", 19, "Quotes round a value are straight", 'points=2 unit="two days"'),
        ("scale=Never, Sometimes, Often", 10, "A value with blanks in it", 'scale="Never, Sometimes, Often"'),
        ("rect=10, 10, 30, 30", 10, "No blank stands between the numbers", "rect=10,10,30,30"),
    ],
)
def test_what_was_meant_is_shown_and_read(written: str, column: int, cause: str, right: str) -> None:
    block, faults = _read(written)
    ((code, place, message),) = faults
    assert (code, place) == ("CW110", column)
    assert message.startswith(cause) and f": write {{{right}}}. " in message
    meant, none = _read(right)
    assert none == [] and not block.faulty
    assert {key: word.value for key, word in block.attributes.values.items()} == {
        key: word.value for key, word in meant.attributes.values.items()
    }


def test_words_behind_a_value_without_quotes_are_a_part_of_it() -> None:
    block, faults = _read("unit=full working days points=2")
    message = 'A value with blanks in it stands in quotes: write unit="full working days". A brace in the text is \\{.'
    assert faults == [("CW110", 20, message)]
    assert block.attributes.values["unit"].value == "full working days"


@pytest.mark.parametrize(
    "written", ['#a unit="a, “b” = c"', "rect=10,10,30,30 sure", 'scale="Never, Often" points=2', "#a"]
)
def test_what_is_right_is_left_alone(written: str) -> None:
    assert _read(written)[1] == []


@pytest.mark.parametrize("written", ['unit="a', ".class=a", "#a unit=“a", "#a unit='b c"])
def test_what_nobody_can_tell_is_said_to_be_unreadable(written: str) -> None:
    assert {code for code, _, _ in _read(written)[1]} == {"CW110"}
