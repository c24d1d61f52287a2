"""One right option: what compiles, what the state and the player get, and what is said about slips."""

from __future__ import annotations

from builder.course.numbers import Numbers
from builder.course.options import OptionsQuestion
from builder.course.question import question_record
from builder.course.record import Uint
from tests.activities.reading import html, read

GOOD = """
    ::: single {#q-respond mc=MC1 covers=SY2,MP1 points=2}
    **Dana** works for {{org.name}}. Which reply responds?
    - ( ) There is no need for that.
      feedback: It defends you.
    - (x) You have *waited* three weeks. {#waited}
      feedback: It states the fact.
    - ( ) Neither {last}
      feedback: One of them does.
    explain: Responding answers the need.
    :::
"""


def test_a_question_knows_its_options_their_feedback_and_the_right_one() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert question.asks and not question.scored
    assert [(part.id.value, part.kind, part.derived) for part in question.parts()] == [
        ("there-is-no-need-for-that", "option", True),
        ("waited", "option", False),
        ("neither", "option", True),
    ]
    assert question.data(found.numbers, html) == {
        "points": 2,
        "prompt": "Dana works for Acme. Which reply responds?",
        "objectives": ["MC1", "SY2", "MP1"],
        "explain": "<p>Responding answers the need.</p>",
        "options": [
            {"n": 1, "id": "there-is-no-need-for-that", "text": "There is no need for that."},
            {"n": 2, "id": "waited", "text": "You have waited three weeks."},
            {"n": 3, "id": "neither", "text": "Neither"},
        ],
        "right": [2],
        "feedback": {"1": "<p>It defends you.</p>", "2": "<p>It states the fact.</p>", "3": "<p>One of them does.</p>"},
    }


def test_the_record_has_room_for_every_number_that_an_option_ever_had() -> None:
    found = read(GOOD)
    (question,) = found.activities
    numbers = Numbers(found.numbers.by_path, {**found.numbers.highest, ("q-respond", "option"): 9})
    shape = question_record(Uint("chosen", 9))
    assert question.record(numbers, keeps_texts=True) == shape


def test_options_that_are_not_to_be_shuffled_are_not_and_the_last_stay_last() -> None:
    mixed, fixed = (read(source).activities[0] for source in (GOOD, GOOD.replace("points=2", "shuffle=false")))
    assert isinstance(mixed, OptionsQuestion) and isinstance(fixed, OptionsQuestion)
    assert (mixed.mixed, mixed.fixed) == (mixed.options[:2], mixed.options[2:])
    assert (fixed.mixed, fixed.fixed) == ((), fixed.options)


def test_a_question_without_an_id_is_named_after_its_words() -> None:
    found = read(GOOD.replace("#q-respond ", "").replace("**Dana** works for {{org.name}}. ", ""))
    (question,) = found.activities
    assert (question.id.value, question.derived_id) == ("which-reply-responds", True)


def test_two_right_options_are_an_error_at_the_second() -> None:
    found = read(GOOD.replace("- ( ) Neither", "- (x) Neither"))
    assert found.places == [("CW304", 7, 1)]
    assert found.activities == ()


def test_a_misspelt_feedback_is_one_error_and_not_a_missing_feedback_too() -> None:
    assert read(GOOD.replace("feedback: It defends", "feedbak: It defends")).codes == ["CW120"]
    assert read(GOOD.replace("feedback: It defends", "nonsense: It defends")).codes == ["CW120"]


def test_a_misspelt_feedback_does_not_hide_that_nothing_is_right() -> None:
    found = read(GOOD.replace("feedback: It defends", "feedbak: It defends").replace("(x)", "( )"))
    assert found.codes == ["CW304", "CW120"]


def test_every_fault_of_a_question_is_shown_at_once() -> None:
    found = read("""
        ::: single {#q points=0 mc=MC9 shuffle=maybe}
        Which?
        - (x) This
        - (x) this
          feedback: The same.
        Text that stands too late.
        :::
    """)
    assert sorted(found.codes) == ["CW301", "CW301", "CW304", "CW305", "CW308", "CW309"]
    assert {finding.code: finding.message for finding in found.findings}["CW309"].endswith("(did you mean 'MC1'?).")


def test_a_question_needs_words_and_two_options() -> None:
    assert read("""
        ::: single {#q}
        - (x) This
          feedback: Yes.
        :::
    """).codes == ["CW302", "CW303"]


def test_options_that_read_the_same_or_have_one_id_are_errors() -> None:
    same = read("""
        ::: single {#q}
        Which?
        - (x) Sum up
          feedback: Yes.
        - ( ) **Sum**  up
          feedback: No.
        :::
    """)
    assert same.places == [("CW306", 5, 7)]
    one_id = read("""
        ::: single {#q}
        Which?
        - (x) Sum up!
          feedback: Yes.
        - ( ) Sum up?
          feedback: No.
        :::
    """)
    assert one_id.codes == ["CW307"]


def test_an_option_is_one_text_with_one_feedback() -> None:
    found = read("""
        ::: single {#q}
        Which?
        - (x)
          feedback: Yes.
        - ( ) That
          feedback: No.
          feedback: No again.
          - ( ) inner
        :::
    """)
    assert sorted(found.codes) == ["CW313", "CW314", "CW315"]


def test_what_scorm_1_2_cannot_name_is_refused() -> None:
    options = "\n".join(f"- ( ) Option {n}\n  feedback: No, it is number {n}." for n in range(36))
    found = read(f"::: single {{#q}}\nWhich?\n- (x) The first\n  feedback: Yes.\n{options}\n:::\n")
    assert found.places == [("CW317", 75, 1)]
