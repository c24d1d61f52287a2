"""docs/format.md is true: its examples are read without a word. docs/questions.md is what the kinds say themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.activities import find_kinds
from builder.activities.document import SHORTEST, document
from builder.course.blocks import grammars
from builder.source.course_yaml import read_settings
from builder.source.diagnostic import Diagnostic
from builder.source.page import read_page
from builder.source.prose import prose_faults
from builder.source.scene import read_scene
from tests.activities.reading import read

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "format.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(course-yaml|page|scene)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def faults(kind: str, source: str) -> tuple[Diagnostic, ...]:
    if kind == "course-yaml":
        return read_settings(source.encode())[1]
    if kind == "scene":
        return read_scene("example.scene.md", source)[1]
    page, found = read_page("example.md", source, grammars(find_kinds()))
    return (*found, *prose_faults(page))


@pytest.mark.parametrize(("kind", "source"), EXAMPLES)
def test_an_example_has_no_fault(kind: str, source: str) -> None:
    assert faults(kind, source) == ()


def test_there_is_an_example_of_every_kind_of_block() -> None:
    pages = PAGE + (DOCS / "questions.md").read_text("utf-8")
    assert set(re.findall(r"^:{3,} ([a-z]+)", pages, re.MULTILINE)) == set(grammars(find_kinds()))


def test_the_page_of_questions_is_what_the_kinds_say() -> None:
    assert (DOCS / "questions.md").read_text("utf-8") == document()


def test_the_page_of_questions_shows_a_picture_of_every_kind() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\((images/questions/[^)]+)\)", document())
    assert len(pictures) == len([kind for kind in find_kinds().values() if kind.grammar is not None])
    assert [picture for picture in pictures if not (DOCS / picture).is_file()] == []


def test_the_shortest_good_question_is_one() -> None:
    found = read(SHORTEST)
    assert found.codes == []
    assert [activity.kind for activity in found.activities] == ["single"]
