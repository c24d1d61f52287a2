"""A statement that is true or false."""

from __future__ import annotations

from builder.course.question import question_record
from builder.course.record import Uint
from tests.activities.reading import html, read

GOOD = """
    ::: truefalse {#q-angry mc=MC3 answer=false}
    Every challenging customer is angry.
    if-true: The common slip.
    if-false: Yes. Name the state.
    :::
"""


def test_true_is_option_1_and_false_is_option_2_in_every_course() -> None:
    found = read(GOOD)
    (question,) = found.activities
    assert question.parts() == ()
    data = question.data(found.numbers, html)
    assert data["right"] == [2]
    assert data["feedback"] == {"1": "<p>The common slip.</p>", "2": "<p>Yes. Name the state.</p>"}
    shape = question_record(Uint("chosen", 2))
    assert question.record(found.numbers, keeps_texts=True) == shape


def test_a_true_statement_has_the_other_key() -> None:
    found = read(GOOD.replace("answer=false", "answer=true"))
    assert found.activities[0].data(found.numbers, html)["right"] == [1]


def test_an_answer_is_true_or_false_and_nothing_else() -> None:
    assert read(GOOD.replace("answer=false", "answer=no")).codes == ["CW301"]
    assert read(GOOD.replace(" answer=false", "")).codes == ["CW316"]


def test_both_choices_have_feedback() -> None:
    found = read(GOOD.replace("    if-true: The common slip.\n", ""))
    assert found.codes == ["CW305"]
    assert "`if-true:`" in found.findings[0].message


def test_a_list_is_a_part_of_the_statement() -> None:
    found = read(GOOD.replace("angry.\n", "angry.\n\n    - Anxious people, too\n"))
    assert found.codes == []
    assert found.activities[0].data(found.numbers, html)["prompt"].startswith("Every challenging customer is angry.")  # type: ignore[union-attr]
