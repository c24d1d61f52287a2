"""What authors get wrong by hand: each mistake is named once, where it is made (tests/source/cases/mistakes.txt).

A case's name begins with the file that it stands in: a page, a scene or course.yaml.
"""

from __future__ import annotations

import pytest

from builder.activities import find_kinds
from builder.course.blocks import grammars
from builder.course.compile import compile_course
from builder.source.course import read_course
from builder.source.files import SourceFiles
from tests.source.read_cases import Case, read_cases

_SETTINGS = """id: c
title: T
language: en-GB
version: 1.0.0
iri: https://example.org/c
variables: {org: {name: Acme}}
"""
_PATHS = {"page": "content/01-a/02-p.md", "scene": "content/01-a/02-s.scene.md", "course": "course.yaml"}


def found(kind: str, source: str) -> str:
    """The findings in the file of that kind, or in another one with its name."""
    files = {"course.yaml": _SETTINGS, "content/01-a/index.md": "---\ntitle: A\n---\nHello.\n", _PATHS[kind]: source}
    kinds = find_kinds()
    syntax = read_course(SourceFiles({path: files[path].encode() for path in sorted(files)}), grammars(kinds))
    every = sorted((*syntax.diagnostics, *compile_course(syntax, kinds).diagnostics), key=lambda one: one.order)
    lines = []
    for one in every:
        place = f"{one.span.line}:{one.span.column}"
        file = "" if one.span.file == _PATHS[kind] else f"{one.span.file}:"
        lines.append(f"{file}{place} {one.code} {one.message}")
    return "\n".join(lines)


def by_name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", read_cases("mistakes.txt"), ids=by_name)
def test_a_mistake_is_named_where_it_is(case: Case) -> None:
    assert found(case.name.partition(":")[0], case.source) == case.expected
