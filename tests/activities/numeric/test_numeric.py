"""A number: what compiles, what the player gets, and what is said about slips."""

from __future__ import annotations

from typing import Any

import pytest

from builder.activities.numeric.languages import writes_comma
from builder.activities.numeric.model import KIND
from builder.course.question import question_record
from builder.course.record import Utf8
from tests.activities.reading import SETTINGS, html, read


def numeric(attributes: str, more: str = "", language: str = "en-GB") -> dict[str, Any]:
    """The data of a question with these attributes."""
    settings = SETTINGS.model_copy(update={"language": language})
    found = read(f"::: numeric {{#q {attributes}}}\nHow many?\n{more}explain: So many.\n:::\n", settings)
    assert found.codes == []
    (question,) = found.activities
    assert question.parts() == ()
    assert question.record(found.numbers, keeps_texts=False) == question_record(Utf8("typed", 32))
    return dict(question.data(found.numbers, html))


def test_a_question_knows_its_number_and_its_unit() -> None:
    assert numeric("answer=30 unit=days points=2") == {
        "points": 2,
        "prompt": "How many?",
        "objectives": [],
        "explain": "<p>So many.</p>",
        "options": [],
        "least": 30,
        "most": 30,
        "shown": "30 days",
        "unit": "days",
    }


@pytest.mark.parametrize(
    ("attributes", "least", "most"),
    [
        ("answer=0.3 tolerance=0.1", 0.2, 0.4),
        ("answer=-4 tolerance=1", -5, -3),
        ("answer=1.50", 1.5, 1.5),
        ("range=28..32", 28, 32),
        ('range="-1.5 .. 2"', -1.5, 2),
        ("range=28..", 28, None),
        ("range=..32", None, 32),
        ("range=3..3", 3, 3),
    ],
)
def test_what_is_right_is_a_range(attributes: str, least: float | None, most: float | None) -> None:
    data = numeric(attributes)
    assert (data["least"], data["most"]) == (least, most)


@pytest.mark.parametrize(
    ("attributes", "typed", "right"),
    [
        ("answer=0.3 tolerance=0.1", "0.4", True),
        ("answer=0.3 tolerance=0.1", "0,2", True),
        ("answer=0.3 tolerance=0.1", "0.41", False),
        ("answer=1000", "1,000", True),
        ("answer=30 unit=days", "30 Days", True),
        ("range=28..", "1 000 000", True),
        ("range=28..", "27.999", False),
        ("range=..32", "-5", True),
        ("answer=30", "thirty", False),
        ("answer=30", "", False),
    ],
)
def test_a_number_is_right_in_the_range_with_its_ends(attributes: str, typed: str, right: bool) -> None:
    assert KIND.score(numeric(attributes), {"typed": typed}) == (10_000 if right else 0)


@pytest.mark.parametrize(
    ("attributes", "language", "shown"),
    [
        ("answer=1.50 tolerance=0.2 unit=m", "en", "1.50 m"),
        ("answer=1.50", "de", "1,50"),
        ("range=2..4.5 unit=seconds", "en", "2 \u2013 4.5 seconds"),
        ("range=28..", "en", "\u2265 28"),
        ("range=..0.00000001", "fr", "\u2264 0,00000001"),
    ],
)
def test_the_right_answer_is_shown_as_the_language_writes_it(attributes: str, language: str, shown: str) -> None:
    assert numeric(attributes, language=language)["shown"] == shown


@pytest.mark.parametrize("language", ["en-GB", "de"])
@pytest.mark.parametrize("attributes", ["answer=1.125", "answer=1000", "range=..0.5", "answer=-0.000001"])
def test_the_best_answer_is_written_as_the_language_writes_it(attributes: str, language: str) -> None:
    data = numeric(attributes, language=language)
    assert data.get("comma", False) == (language == "de")
    assert KIND.score(data, KIND.best(data)) == 10_000


@pytest.mark.parametrize(
    ("language", "comma"),
    [("en", False), ("en-GB", False), ("de-DE", True), ("de-CH", False), ("cy", False), ("es", True), ("es-MX", False)],
)
def test_languages_write_decimals_in_their_own_way(language: str, comma: bool) -> None:
    assert writes_comma(language) == comma


def test_wrong_numbers_get_words_of_their_own() -> None:
    assert numeric("answer=30", "wrong: 28 / 40.. => Look again.\n")["wrong"] == [
        {"least": 28, "most": 28, "html": "<p>Look again.</p>"},
        {"least": 40, "most": None, "html": "<p>Look again.</p>"},
    ]


@pytest.mark.parametrize(
    ("attributes", "place"),
    [
        ("unit=days", ("CW345", 1, 5)),
        ("answer=30 range=28..32", ("CW345", 1, 17)),
        ("range=28..32 tolerance=1", ("CW345", 1, 30)),
        ("answer=thirty", ("CW346", 1, 24)),
        ("answer=1,5", ("CW346", 1, 24)),
        ("answer=30 tolerance=-1", ("CW346", 1, 37)),
        ("answer=30 tolerance=some", ("CW346", 1, 37)),
        ("range=32..28", ("CW346", 1, 23)),
        ("range=28-32", ("CW346", 1, 23)),
        ("range=..", ("CW346", 1, 23)),
        ('answer=30 unit=" "', ("CW301", 1, 33)),
        ("answer=30 unit=m2", ("CW301", 1, 32)),
    ],
)
def test_a_slip_is_named_at_its_place(attributes: str, place: tuple[str, int, int]) -> None:
    found = read(f"::: numeric {{#q {attributes}}}\nHow many?\nexplain: So many.\n:::\n")
    assert found.places == [place]
    assert found.activities == ()


@pytest.mark.parametrize(
    ("attributes", "wrong", "place"),
    [
        ("answer=30 tolerance=2", "31", ("CW344", 3, 8)),
        ("range=28..", "20 / 30..40", ("CW344", 3, 13)),
        ("answer=30", "1..20 => No.\nwrong: 15", ("CW344", 4, 8)),
        ("answer=30", "..20 => No.\nwrong: ..15", ("CW344", 4, 8)),
    ],
)
def test_what_would_be_said_to_nobody_is_an_error(attributes: str, wrong: str, place: tuple[str, int, int]) -> None:
    found = read(f"::: numeric {{#q {attributes}}}\nHow many?\nwrong: {wrong} => No.\nexplain: So many.\n:::\n")
    assert found.places == [place]


def test_a_number_may_be_told_of_before_the_range_that_it_is_in() -> None:
    found = read("::: numeric {answer=30}\nHow many?\nwrong: 15 => Half.\nwrong: ..29 => No.\nexplain: So.\n:::\n")
    assert found.findings == ()


def test_wrong_numbers_are_numbers_and_an_explanation_is_asked_for() -> None:
    found = read("::: numeric {#q answer=3}\nHow many?\nwrong: two / 5 => No.\nwrong: 2 No.\n:::\n")
    assert found.places == [("CW305", 1, 5), ("CW346", 3, 8), ("CW344", 4, 8)]
