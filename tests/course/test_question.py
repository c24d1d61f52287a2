"""What every question may say beside its kind's own: hints and their costs, tries, confidence, tags; and what an option
may be made of."""

from __future__ import annotations

import pytest

from builder.course.options import OptionsQuestion
from tests.activities.reading import html, read

GOOD = """\
::: single {#q ATTRIBUTES}
Which?
- (x) This
  feedback: Yes.
- ( ) That
  feedback: No.
hint: Look again.
hint: It is the first.
:::
"""


def question(attributes: str = "", text: str = GOOD) -> OptionsQuestion:
    found = read(text.replace("ATTRIBUTES", attributes))
    assert found.codes == []
    (activity,) = found.activities
    assert isinstance(activity, OptionsQuestion)
    return activity


@pytest.mark.parametrize(
    ("cost", "costs"),
    [("", [0, 0]), ("hint-cost=10", [10, 10]), ("hint-cost=0,25", [0, 25]), ('hint-cost="5, 100"', [5, 100])],
)
def test_each_hint_costs_what_the_block_says(cost: str, costs: list[int]) -> None:
    asked = question(cost)
    assert [hint.cost for hint in asked.about.hints] == costs
    assert [hint.text.value for hint in asked.about.hints] == ["Look again.", "It is the first."]
    assert asked.data(read(GOOD.replace("ATTRIBUTES", cost)).numbers, html)["hints"] == costs


@pytest.mark.parametrize("cost", ["ten", "-1", "101", "1.5", "1,2,3"])
def test_a_cost_that_no_hint_can_have_is_an_error_at_its_value(cost: str) -> None:
    assert read(GOOD.replace("ATTRIBUTES", f"hint-cost={cost}")).places == [("CW301", 1, 26)]


def test_tries_confidence_and_tags_are_what_the_block_says_and_otherwise_nothing() -> None:
    asked = question("attempts=3 confidence tags=phone,hard").about
    assert (asked.attempts, asked.confidence, [tag.value for tag in asked.tags]) == (3, True, ["phone", "hard"])
    plain = question().about
    assert (plain.attempts, plain.confidence, plain.tags) == (0, False, ())


@pytest.mark.parametrize("wrong", ["attempts=0", "attempts=32", "attempts=many", "confidence=perhaps", "points=0"])
def test_what_a_question_cannot_have_is_an_error_at_its_value(wrong: str) -> None:
    assert read(GOOD.replace("ATTRIBUTES", wrong)).codes == ["CW301"]


def test_an_options_label_is_its_first_paragraph_and_all_else_stands_below_it() -> None:
    asked = question(
        text=GOOD.replace(
            "- (x) This\n", "- (x) This *list*,\n  as it was:\n\n  | Part | Day |\n  |---|---|\n  | 1 | Monday |\n"
        )
    )
    first, second = asked.options
    assert first.text.value == "This *list*,\nas it was:"
    assert first.more is not None and first.more.value == "| Part | Day |\n|---|---|\n| 1 | Monday |"
    assert first.words == "This list, as it was: Part Day 1 Monday"
    assert (first.id.value, second.more) == ("this-list-as-it-was", None)
    assert first.more in asked.texts


def test_an_option_may_be_a_picture_whose_description_is_its_words() -> None:
    first, _ = question(text=GOOD.replace("This", "![An open door](door.svg)")).options
    assert (first.words, first.id.value, first.more) == ("An open door", "an-open-door", None)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ('![](door.svg "decorative")', "CW314"),
        ("> This", "CW321"),
        ("| Part |\n  |---|\n  | 1 |", "CW321"),
    ],
)
def test_what_cannot_name_an_option_is_an_error_at_its_text(label: str, code: str) -> None:
    assert read(GOOD.replace(" ATTRIBUTES", "").replace("This", label)).places == [(code, 3, 7)]
