"""What is typed is compared, and read as a number, in Python as it is in the browser, over all of Unicode."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.activities.fill.compare import fold, is_near, slips
from builder.activities.numeric.number import read_number
from tests.player.typescript import TESTS, bundle, node

# Python and the browser may know Unicode in different versions: what neither can know is left out.
NO_CHARACTERS = ("Cn", "Cs")
TEXTS = st.text(st.characters(exclude_categories=("Cn", "Cs")), max_size=20)
WORDS = st.text("abéß1 -'", max_size=9)


class Typed:
    """A Node process that treats what is typed as the player does."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, **question: Any) -> Any:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Typed]:
    program = node()
    script = bundle(TESTS / "typed.ts", tmp_path_factory.mktemp("typed"))
    with subprocess.Popen([program, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Typed(process)
        assert process.stdin is not None
        process.stdin.close()


@pytest.mark.parametrize("accents", [True, False])
@pytest.mark.parametrize("case", [True, False])
def test_every_character_is_compared_alike(typed: Typed, case: bool, accents: bool) -> None:
    known = [char for n in range(sys.maxunicode + 1) if unicodedata.category(char := chr(n)) not in NO_CHARACTERS]
    texts = [f"A{char} E" for char in known]
    assert typed.ask(do="fold", texts=texts, case=case, accents=accents) == [
        fold(text, case, accents) for text in texts
    ]


@given(text=TEXTS, case=st.booleans(), accents=st.booleans())
def test_every_text_is_compared_alike(typed: Typed, text: str, case: bool, accents: bool) -> None:
    found = fold(text, case, accents)
    assert typed.ask(do="fold", texts=[text], case=case, accents=accents) == [found]
    assert fold(found, case, accents) == found


@given(one=WORDS | TEXTS, other=WORDS | TEXTS, typos=st.integers(0, 3))
def test_slips_are_forgiven_alike(typed: Typed, one: str, other: str, typos: int) -> None:
    assert typed.ask(do="near", one=one, other=other, typos=typos) == is_near(one, other, typos)
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@given(data=st.data(), answer=st.text("abc", min_size=3, max_size=12), typos=st.integers(0, 3))
def test_slips_in_an_answer_are_forgiven_alike(typed: Typed, data: st.DataObject, answer: str, typos: int) -> None:
    letters = list(answer)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(letters)))
        letters[at : at + data.draw(st.integers(0, 2))] = data.draw(st.text("abc", max_size=2))
    given = "".join(letters)
    assert typed.ask(do="near", one=given, other=answer, typos=typos) == is_near(given, answer, typos)


@pytest.mark.parametrize(
    ("given", "answer", "count"),
    [("month", "month", 0), ("moth", "month", 1), ("monnth", "month", 1), ("mouth", "month", 1), ("motnh", "month", 1)],
)
def test_a_letter_too_many_too_few_wrong_or_two_swapped_is_one_slip(given: str, answer: str, count: int) -> None:
    assert slips(given, answer) == count


def test_short_words_and_numbers_forgive_nothing() -> None:
    assert is_near("mouth", "month", 1)
    assert not is_near("mouht", "month", 1)
    assert not is_near("mouht", "month", 3)
    assert not is_near("an", "in", 3)
    assert not is_near("2025 law", "2026 law", 3)


@given(
    text=st.text("0123456789.,' -+−’\u00a0\u202feE£days", max_size=14),
    unit=st.sampled_from(["", "days", "£", "working days"]),
    comma=st.booleans(),
)
def test_every_number_is_read_alike(typed: Typed, text: str, unit: str, comma: bool) -> None:
    assert typed.ask(do="number", text=text, unit=unit, comma=comma) == read_number(text, unit, comma)


@given(number=st.decimals(-(10**9), 10**9, places=3), unit=st.sampled_from(["", " days", "days"]), comma=st.booleans())
def test_a_number_is_read_as_both_languages_write_it(number: Any, unit: str, comma: bool) -> None:
    grouped = f"{number:,.3f}"
    if comma:
        grouped = grouped.translate(str.maketrans(",.", ".,"))
    if abs(number) >= 1:
        assert read_number(grouped + unit, "days", comma) == float(number)
    assert read_number(f"{int(number)}{unit}", "days", comma) == int(number)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("30", 30, 30),
        ("30 days", 30, 30),
        ("days 30", 30, 30),
        ("1.5", 1.5, 1.5),
        ("1,5", 1.5, 1.5),
        ("0,250", 0.25, 0.25),
        (".5", 0.5, 0.5),
        ("1 000", 1000, 1000),
        ("1'000,5", 1000.5, 1000.5),
        ("1,000", 1000, 1),
        ("1.000", 1, 1000),
        ("1,000.5", 1000.5, 1000.5),
        ("1.000,5", 1000.5, 1000.5),
        ("12,34,567", 1234567, 1234567),
        ("\u22124", -4, -4),
        ("+4", 4, 4),
        ("", None, None),
        ("thirty", None, None),
        ("30 weeks", None, None),
        ("1e3", None, None),
        ("1,2,3", None, None),
        ("1.2.3", None, None),
        ("12 30", None, None),
        ("5-7", None, None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, point: float | None, comma: float | None) -> None:
    assert (read_number(text, "days", False), read_number(text, "days", True)) == (point, comma)
