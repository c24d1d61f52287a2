"""Practice that comes back: where it may come from, and what the state keeps of it."""

from __future__ import annotations

import pytest

from builder.course.kind import Outline
from builder.course.record import Bits, Group, RecordShape, Sequence, Uint
from tests.activities.reading import html, read
from tests.course import small
from tests.course.small import page, question

LATER = "content/02-later/later.md"


def course(attributes: str, body: str = "") -> small.Read:
    """Two pages of a module with three practice questions together and one in a quiz, then the recall's page."""
    quiz = f":::: quiz {{#check}}\n{question('in-quiz')}::::\n"
    return small.read(
        {
            "content/01-first/index.md": page("First", question("a") + question("b")),
            "content/01-first/second.md": page("Second", question("c") + quiz),
            LATER: page("Later", f"::: recall {{{attributes}}}\n{body}:::\n"),
            "content/03-last/last.md": page("Last", question("z")),
        }
    )


def test_a_recall_takes_the_practice_of_the_pages_and_modules_that_it_names() -> None:
    for attributes, pages in (("from=first", ["first", "second"]), ("from=second", ["second"])):
        made = course(attributes).course
        recall = made.activity("recall-later")
        assert recall is not None
        numbers = made.numbers
        data = recall.data(numbers, html)
        assert data == {"pages": [numbers[each] for each in pages], "count": 3 if attributes == "from=first" else 1}
        assert not (recall.scored or recall.asks or recall.inner)


def test_the_state_keeps_what_was_asked_and_what_was_right() -> None:
    made = course("from=first count=2 missed").course
    recall = made.activity("recall-later")
    assert recall is not None and recall.data(made.numbers, html)["missed"] is True
    fields = (Uint("chosen", 1), Sequence("questions", 2, made.numbers.most_things), Bits("answered", 2))
    assert recall.record(made.numbers, True) == RecordShape((Group("latest", (*fields, Bits("right", 2))),))


@pytest.mark.parametrize(
    ("attributes", "code", "column", "says"),
    [
        ("count=2", "CW370", 5, "from="),
        ("from=frist", "CW370", 18, "(did you mean 'first'?)"),
        ("from=first,last", "CW370", 24, "'last' does not come before this page"),
        ("from=later", "CW370", 18, "does not come before this page"),
        ("from=first count=4", "CW371", 30, "has 3 practice questions outside quizzes, and this asks for 4"),
        ("from=first count=0", "CW301", 30, "from 1 to 20"),
        ("from=first form=x", "CW113", 24, ""),
    ],
)
def test_a_mistake_is_named_at_its_place(attributes: str, code: str, column: int, says: str) -> None:
    (found,) = course(attributes).diagnostics
    assert (found.code, found.span.file, found.span.line, found.span.column) == (code, LATER, 4, column)
    assert says in found.message


def test_two_recalls_of_a_page_need_an_id() -> None:
    twice = course("from=first}\n:::\n::: recall {from=second")
    assert [(found.code, found.span.line) for found in twice.diagnostics] == [("CW155", 6)]
    assert course("from=first}\n:::\n::: recall {#again from=second").diagnostics == ()


def test_a_page_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    setting = Outline({"now": ("page",)}, {}, frozenset({"first-steps"}))
    assert read("::: recall {from=first-steps}\n:::\n", outline=setting).codes == []
    assert read("::: recall {from=first-step}\n:::\n", outline=setting).codes == ["CW370"]
