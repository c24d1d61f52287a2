"""Items to put into categories: what compiles, what the player gets, what is said about slips."""

from __future__ import annotations

from builder.activities.categorise.model import Categorise
from builder.course.question import question_record
from builder.course.record import Sequence
from tests.activities.reading import html, read

GOOD = """
    ::: categorise {#q-sort score=all}
    Fact or opinion?
    - Fact {#fact}
      feedback: Somebody else has to be able to check it.
      - Caller rang at *16:50*
        feedback: The log shows it.
      - Caller said "three weeks"
    - Opinion
      - Caller was rude
    - Neither
    explain: A fact can be checked.
    :::
"""


def with_items(*lines: str) -> str:
    """A question with these lines as its categories and items."""
    return "\n".join(("::: categorise {#q}", "What belongs where?", *lines, "explain: Because.", ":::", ""))


def test_a_question_knows_its_categories_and_what_belongs_to_each() -> None:
    found = read(GOOD)
    assert found.codes == []
    (question,) = found.activities
    assert [(part.id.value, part.kind) for part in question.parts()] == [
        ("caller-rang-at-16-50", "item"),
        ("caller-said-three-weeks", "item"),
        ("caller-was-rude", "item"),
        ("fact", "target"),
        ("opinion", "target"),
        ("neither", "target"),
    ]
    data = question.data(found.numbers, html)
    assert data["options"] == [
        {"n": 1, "id": "caller-rang-at-16-50", "text": "Caller rang at 16:50"},
        {"n": 2, "id": "caller-said-three-weeks", "text": 'Caller said "three weeks"'},
        {"n": 3, "id": "caller-was-rude", "text": "Caller was rude"},
    ]
    assert data["targets"] == [
        {"n": 1, "id": "fact", "text": "Fact"},
        {"n": 2, "id": "opinion", "text": "Opinion"},
        {"n": 3, "id": "neither", "text": "Neither"},
    ]
    assert (data["pairs"], data["score"]) == ({"1": 1, "2": 1, "3": 2}, "all")
    assert data["feedback"] == {"1": "<p>The log shows it.</p>"}
    assert data["astray"] == {"1": "<p>Somebody else has to be able to check it.</p>"}
    assert question.record(found.numbers, keeps_texts=True) == question_record(Sequence("chosen", 3, 3))


def test_the_page_keeps_the_categories_in_order_and_the_items_apart_from_them() -> None:
    (question,) = read(with_items("- Late", "  - Zebra", "  - Ant", "- Early", "  - Monkey")).activities
    assert isinstance(question, Categorise)
    assert [category.words for category in question.targets_in_the_page] == ["Late", "Early"]
    assert [item.words for item in question.items_in_the_page] == ["Ant", "Monkey", "Zebra"]


def test_few_categories_are_radio_buttons_and_many_a_select() -> None:
    for count, radios in ((4, True), (5, False)):
        lines = [line for n in range(count) for line in (f"- Box {n}", f"  - Thing {n}")]
        (question,) = read(with_items(*lines)).activities
        assert isinstance(question, Categorise)
        assert question.radios is radios


def test_every_slip_is_named_where_it_is() -> None:
    assert read(with_items("- Fact", "- Opinion")).places == [("CW332", 3, 1)]
    assert read(with_items("- Fact", "  - This", "  - That")).codes == ["CW303"]
    assert read(with_items("- Fact", "  - This", "- Opinion")).codes == ["CW303"]
    assert read(with_items("- Fact", "  - This", "  - That", "- Opinion")).places == [("CW331", 1, 5)]
    assert read(with_items("- Fact", "  - This", "- Opinion", "  - this")).places == [("CW306", 6, 5)]
    assert read(with_items("- Fact", "  - This", "- fact", "  - That")).places == [("CW306", 5, 3)]
    assert read(with_items("- Fact", "  - Opinion", "- Opinion", "  - That")).places == [("CW307", 5, 3)]
    assert read(with_items("- Fact", "  - This", "    - Deeper", "- Opinion", "  - That")).places == [("CW315", 5, 5)]
    assert read(with_items("- Fact", "  - ", "- Opinion", "  - That", "  - Then")).places == [("CW314", 4, 3)]
    many = [f"  - Thing {n}" for n in range(36)]
    assert read(with_items("- Fact", *many, "- Opinion", "  - That")).places == [("CW317", 41, 3)]
    good = with_items("- Fact", "  - This", "- Opinion", "  - That")
    assert read(good.replace("explain: Because.\n", "")).places == [("CW305", 1, 5)]
    assert read(good.replace("{#q}", "{#q shuffle}")).codes == ["CW113"]
