"""The question itself names the options; pictures, lists and quotations stay around it."""

from __future__ import annotations

import pytest

from builder.course.stem import part_stem
from builder.source.span import Span
from builder.source.syntax import Line, Text


def text(words: str) -> Text:
    return Text(tuple(Line(line, Span("page.md", at)) for at, line in enumerate(words.split("\n"), 1)))


@pytest.mark.parametrize(
    ("before", "question", "after"),
    [
        (None, "Which one?", None),
        ("She goes on:\n\n> Nobody!", "What does she need?", None),
        (None, "Which parts of this picture?", "![A desk](desk.svg)"),
        ("# Think\n\n- one\n- two", "**Which** of them?\nAnd why?", None),
        ("Day | Calls\n--- | ---\nMonday | 3", "Which day?", None),
        ("- one\n\n  and more of it", "Which one?", "| Day |\n|---|\n| Monday |"),
        (None, "Which note[^1]?", "[^1]: The first one."),
        ("```\nWhich?\n\nThis is code.\n```", "What does it do?", None),
    ],
)
def test_the_last_plain_paragraph_is_the_question(before: str | None, question: str, after: str | None) -> None:
    stem = part_stem([text("\n\n".join(part for part in (before, question, after) if part))])
    assert stem is not None
    assert (stem.before and stem.before.value, stem.question.value, stem.after and stem.after.value) == (
        before,
        question,
        after,
    )


def test_a_stem_without_a_plain_paragraph_is_the_question_as_a_whole() -> None:
    stem = part_stem([text("> Nobody!\n\n> Never!")])
    assert stem is not None
    assert (stem.question.value, stem.before, stem.after) == ("> Nobody!\n\n> Never!", None, None)


def test_no_words_are_no_question() -> None:
    assert part_stem([]) is None
    assert part_stem([text(" \n")]) is None
