"""The checks that count and weigh options: what they name, and what they leave alone."""

from __future__ import annotations

from itertools import product
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.chance import LEAST, by_accident, is_habit
from builder.source.diagnostic import Diagnostic
from tests.checks.test_examples import found

chances = st.lists(st.floats(0, 1), max_size=7)


def of(code: str, body: str, settings: str = "") -> list[Diagnostic]:
    page = f"---\ntitle: Calls\n---\n{body}"
    return [one for one in found({"course.yaml": settings, "content/01-start/a.md": page}) if one.code == code]


def single(stem: str, *options: str, id: str = "q", attributes: str = "") -> str:
    """A question whose first option is the right one."""
    boxes = (
        f"- ({' ' if at else 'x'}) {option} {{#o{at}}}\n  feedback: This is option number {at} of {id}.\n"
        for at, option in enumerate(options)
    )
    return f"::: single {{#{id}{attributes}}}\n{stem}\n{''.join(boxes)}:::\n\n"


@given(chances, st.integers(0, 8))
def test_the_tail_is_the_sum_over_all_outcomes(chances: list[float], hits: int) -> None:
    whole = 0.0
    for outcome in product((False, True), repeat=len(chances)):
        if sum(outcome) >= hits:
            likely = 1.0
            for hit, chance in zip(outcome, chances, strict=True):
                likely *= chance if hit else 1 - chance
            whole += likely
    assert isclose(by_accident(hits, chances), whole, abs_tol=1e-9)


def test_a_habit_takes_eight_questions_and_more_than_luck() -> None:
    assert not is_habit(LEAST - 1, [0.1] * (LEAST - 1))
    assert is_habit(LEAST, [0.5] * LEAST)
    # By chance 6 of 20 with three options or so; 10 come about in more than 5 courses of 100, 11 in fewer.
    assert not is_habit(10, [1 / 3] * 20)
    assert is_habit(11, [1 / 3] * 20)


def test_the_longest_option_is_counted_over_the_course_and_the_worst_places_are_named() -> None:
    longest = [single("What now?", "A plain answer to her", "A joke", "A sigh", id=f"q{at}") for at in range(7)]
    others = [single("What now?", "A plain answer", "A joke on her account", "A sigh", id=f"p{at}") for at in range(3)]
    worst = single("What now?", "A plain answer to what she asked about", "A joke", "A sigh", id="worst")
    (one,) = of("CW462", "".join([*longest, *others, worst]))
    assert one.message.startswith("In 8 of 11 questions the longest option is right; by chance it would be about 4.")
    assert "first in content/01-start/a.md:" in one.message
    assert one.span.file == "course.yaml"
    assert of("CW462", "".join([*longest[:4], *others])) == []


def test_options_of_one_length_give_nothing_away() -> None:
    assert of("CW462", "".join(single("What now?", "A nod", "A yes", id=f"q{at}") for at in range(12))) == []


def test_the_first_option_counts_only_where_learners_meet_it_first() -> None:
    kept = "".join(single("What?", "A nod", "A yes", id=f"q{at}", attributes=" shuffle=false") for at in range(8))
    mixed = "".join(single("What?", "A nod", "A yes", id=f"p{at}") for at in range(30))
    (one,) = of("CW463", kept + mixed)
    assert one.message.startswith("In 8 of 8 questions that keep their order the first option is right")
    assert of("CW463", mixed) == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "All of the above",
            "None of the above.",
            "All of these",
            "none of them",
            "Both of the above",
            "All the above",
        ),
        *("Neither of these", "All of these are right", "All are correct", "None is true", "Both A and B", "A and C"),
        *("Any of the others", "None of the other options", "Everything above", "1, 2 and 3", "All four"),
    ],
)
def test_an_option_that_stands_for_others_is_named(words: str) -> None:
    (one,) = of("CW465", single("Which?", "A nod", "A long word of thanks", words))
    assert one.span.line == 10


@pytest.mark.parametrize(
    "words",
    ["All of the callers are afraid", "None of the above callers rang", "A and E", "Both of them, in writing", "All"],
)
def test_an_option_that_only_begins_so_is_left_alone(words: str) -> None:
    expected = 1 if words == "A and E" else 0
    assert len(of("CW465", single("Which?", "A nod", "A long word of thanks", words))) == expected


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("A nod", "Always a joke", "Never a word"), 1),
        (("Always nod", "A joke", "A word"), 1),
        (("Usually a nod", "A joke", "A word"), 1),
        (("Always nod", "Always joke", "Never speak"), 0),
        (("A nod", "Always a joke", "A word"), 0),
        (("A nod", "That must be hard", "You must have waited"), 0),
        (("We sent one all the same", "A joke", "A word"), 0),
        (("A nod", "All in all a joke", "Not at all"), 0),
        (("A nod", "Always a joke"), 0),
    ],
)
def test_a_word_gives_away_only_where_it_parts_right_from_wrong(options: tuple[str, ...], count: int) -> None:
    assert len(of("CW466", single("What now?", *options))) == count


def test_words_of_another_language_are_left_alone() -> None:
    question = single("Which is not?", "Never", "All of the above", "Always", "None")
    settings = "id: a\ntitle: A\nlanguage: de\nversion: 1.0.0\niri: https://example.org/a\n"
    for code in ("CW465", "CW466", "CW467"):
        assert of(code, question, settings) == []


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these is not a sign of fear?",
        "What should you never say?",
        "Which of these would you not do?",
        "Which of these isn't a sign?",
        "All of these are signs except one: which?",
        "What do you say?\n\nWhich reply does not help?",
    ],
)
def test_a_negative_question_is_named(stem: str) -> None:
    assert len(of("CW467", single(stem, "A nod", "A joke"))) == 1


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these is **not** a sign of fear?",
        "Which of these is NOT a sign of fear?",
        "What should you _never_ say?",
        "What do you do if the caller does not answer?",
        "Who has been told when nobody has not?",
        'She says, "Which of you is not to blame?" What now?',
        "You do not know her. What do you say?",
        "What do you say to a caller who was not called back?",
    ],
)
def test_a_question_that_shows_its_not_or_means_another_is_left_alone(stem: str) -> None:
    assert of("CW467", single(stem, "A nod", "A joke")) == []


@pytest.mark.parametrize(("first", "second", "count"), [
    ("Yes, now.", "yes now", 1), ("It’s hers.", "Its hers!", 1), ("5 - 2", "5 + 2", 0), ("10%", "10", 0), ("A", "B", 0),
    ("re-sign", "resign", 0),
])  # fmt: skip
def test_options_that_differ_by_their_signs_are_named(first: str, second: str, count: int) -> None:
    assert len(of("CW468", single("Which?", first, second))) == count


def test_hints_are_summed_up() -> None:
    body = "::: truefalse {{#q answer=true hint-cost={}}}\nIs it?\n{}if-true: It is so.\nif-false: It is so.\n:::\n"
    assert of("CW470", body.format("50", "hint: One.\nhint: Two.\n")) == []
    (one,) = of("CW470", body.format("40", "hint: One.\nhint: Two.\nhint: Three.\nhint: Four.\n"))
    assert "Up to this hint they cost 120 per cent" in one.message
    assert one.span.line == 8
