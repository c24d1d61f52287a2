"""docs/format.md is true: every example in it is read without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.activities import find_kinds
from builder.course.blocks import grammars
from builder.source.course_yaml import read_settings
from builder.source.diagnostic import Diagnostic
from builder.source.page import read_page
from builder.source.prose import prose_faults
from builder.source.scene import read_scene

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
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
    shown = {kind for _, source in EXAMPLES for kind in re.findall(r"^:{3,} ([a-z]+)", source, re.MULTILINE)}
    assert shown == set(grammars(find_kinds()))
