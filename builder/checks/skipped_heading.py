"""Headings go down one level at a time, under the page's title."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.texts import page_references
from builder.source.diagnostic import Severity

_TITLE = 1


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for page in course.pages:
        level = _TITLE
        for found in page_references(page):
            if found.kind != "heading":
                continue
            if found.level > level + 1:
                message = f"This heading is of level {found.level} and stands under one of level {level}."
                yield Finding(found.span, f"{message} Begin it with {'#' * (level + 1)}.")
            level = found.level


CHECK = Check(
    code="CW445",
    title="A heading skips a level",
    why="People who cannot see the page find their way by its headings, and a level that is missing looks like a part "
    "of the page that they have missed (WCAG 2.2, 1.3.1).",
    group="access",
    severity=Severity.WARNING,
    find=_find,
    bad={"content/01-start/a.md": "---\ntitle: Calls\n---\n### Before the call\n\nBreathe.\n"},
    good={"content/01-start/a.md": "---\ntitle: Calls\n---\n## Before the call\n\nBreathe.\n"},
)
