"""The words of a link say where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.texts import page_references
from builder.source.diagnostic import Severity

_VAGUE = frozenset({"", "here", "click", "click here", "this", "link", "this link", "more", "read more", "this page"})


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for page in course.pages:
        for found in page_references(page):
            words = " ".join(found.text.casefold().split()).rstrip(".:!")
            if found.kind == "link" and words in _VAGUE:
                shown = f"'{found.text.strip()}' does not say" if words else "A link without words cannot say"
                yield Finding(
                    found.span, f"{shown} where the link leads. Use words that make sense without the sentence."
                )


CHECK = Check(
    code="CW444",
    title="The words of a link do not say where it leads",
    why="Screen readers list a page's links without the sentences round them, and a list of 'here' helps nobody (WCAG "
    "2.2, 2.4.4 and 2.4.9).",
    group="access",
    severity=Severity.WARNING,
    find=_find,
    bad={"content/01-start/a.md": "---\ntitle: Help\n---\nThe law is [here](https://www.legislation.gov.uk/).\n"},
    good={"content/01-start/a.md": "---\ntitle: Help\n---\nRead [the law](https://www.legislation.gov.uk/).\n"},
)
