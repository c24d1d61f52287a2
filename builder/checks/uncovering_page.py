"""Every page is there for something that the course is to teach."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.kind import Assessing
from builder.course.model import Course, Misconception, Page
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not course.settings.topics:
        return
    for page in course.pages:
        if not _is_for_something(page):
            message = (
                f"The page '{page.title}' says nothing of what it covers. Name topics of course.yaml in its head: "
            )
            yield Finding(page.span, f"{message}`covers: [...]`.")


def _is_for_something(page: Page) -> bool:
    """A scenario is there for what it assesses, and a refutation for its misconception."""
    assesses = any(isinstance(activity, Assessing) and activity.assesses for activity in page.activities)
    return (
        bool(page.covers)
        or page.covers_lost
        or assesses
        or any(isinstance(element, Misconception) for element in page.elements)
    )


_TOPICS = 'topics:\n  T1: {text: "Greeting people"}\n'

CHECK = Check(
    code="CW442",
    title="A page covers no topic",
    why="Where a course declares its topics, a page without one is either off the point or is missing from the table "
    "that shows an assessor what is taught where.",
    group="coverage",
    severity=Severity.WARNING,
    find=_find,
    bad={"course.yaml": _TOPICS, "content/01-start/a.md": "---\ntitle: Hello\n---\nSay hello.\n"},
    good={"course.yaml": _TOPICS, "content/01-start/a.md": "---\ntitle: Hello\ncovers: [T1]\n---\nSay hello.\n"},
)
