"""Several right options: the key, the record, and how it is scored."""

from __future__ import annotations

from builder.course.question import question_record
from builder.course.record import Bits
from tests.activities.reading import html, read

GOOD = """
    ::: multiple {#q-log mc=MC2 score=each}
    What belongs in a note?
    - [x] Date and time
      feedback: It places the event.
    - [ ] Your opinion
      feedback: Keep to what was done.
    - [X] What she said
      feedback: Quotes are facts.
    :::
"""


def test_every_right_option_is_in_the_key_and_the_state_holds_any_choice() -> None:
    found = read(GOOD)
    (question,) = found.activities
    data = question.data(found.numbers, html)
    assert (data["right"], data["slip"]) == ([1, 3], [1, 1])
    shape = question_record(Bits("chosen", 4))
    assert question.record(found.numbers, keeps_texts=False) == shape


def test_it_is_all_or_nothing_unless_the_author_says_each_or_penalties() -> None:
    def slip(rule: str) -> object:
        found = read(GOOD.replace("score=each", rule))
        assert found.codes == []
        return found.activities[0].data(found.numbers, html).get("slip")

    assert slip("") is None
    assert slip("score=penalties") == [1, 2]
    assert slip("score=penalties penalty=10") == [10, 100]


def test_a_penalty_that_nothing_would_take_is_an_error_at_its_number() -> None:
    assert read(GOOD.replace("score=each", "score=each penalty=10")).places == [("CW301", 1, 48)]
    assert read(GOOD.replace("score=each", "score=penalties penalty=none")).codes == ["CW301"]


def test_an_unknown_rule_names_the_one_that_was_meant() -> None:
    found = read(GOOD.replace("score=each", "score=eech"))
    assert found.codes == ["CW301"]
    assert "(did you mean 'each'?)" in found.findings[0].message


def test_round_boxes_are_one_error_each_and_no_more() -> None:
    assert set(read(GOOD.replace("[x] Date", "(x) Date")).codes) == {"CW123"}
