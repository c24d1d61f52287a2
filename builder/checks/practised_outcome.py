"""What shows that an outcome was reached is more than practice."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.coverage import coverage
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not course.whole:
        return
    assessed = {outcome.id for outcome in course.settings.outcomes if outcome.assessed_by}
    for row in coverage(course):
        if row.sort == "outcome" and row.id in assessed and row.is_unproved:
            message = (
                f"What shows the outcome '{row.id}' is only taught or practised. Name a quiz, a scenario or a form "
                "in its `assessed-by`, or put a question about it into a quiz."
            )
            yield Finding(row.span, message)


_SETTINGS = "outcomes:\n  - {id: LO1, text: Greets people, assessed-by: [q]}\n"
_QUESTION = "::: truefalse {#q answer=true}\nA greeting comes first.\nif-true: Yes.\nif-false: It does.\n:::\n"
_PAGE = "---\ntitle: Hello\n---\n"

CHECK = Check(
    code="CW482",
    title="An outcome is shown by practice alone",
    why="Practice may be tried until it is right, and its result counts for nothing. It shows that somebody has seen "
    "the answer, and not that they can do it.",
    group="coverage",
    severity=Severity.WARNING,
    find=_find,
    bad={"course.yaml": _SETTINGS, "content/01-start/a.md": _PAGE + _QUESTION},
    good={"course.yaml": _SETTINGS, "content/01-start/a.md": f"{_PAGE}:::: quiz {{#check}}\n{_QUESTION}::::\n"},
)
