"""Every outcome that is promised is also looked for."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if course.settings.is_faulty("outcomes"):
        return
    for at, outcome in enumerate(course.settings.outcomes):
        if not outcome.assessed_by:
            message = (
                f"Nothing shows whether a learner reached the outcome '{outcome.id}'. Name it: `assessed-by: [...]`."
            )
            yield Finding(course.head.value("outcomes", at, "id"), message)


_PAGE = (
    "---\ntitle: Hello\n---\n::: truefalse {#q answer=true}\nA greeting comes first.\n"
    "if-true: Yes.\nif-false: It does.\n:::\n"
)

CHECK = Check(
    code="CW443",
    title="An outcome is assessed by nothing",
    why="An outcome is a promise about what a learner can do. Without a question, scenario or form that looks for it, "
    "nobody knows whether it was kept.",
    group="coverage",
    severity=Severity.WARNING,
    find=_find,
    bad={"course.yaml": "outcomes:\n  - {id: LO1, text: Greets people}\n", "content/01-start/a.md": _PAGE},
    good={
        "course.yaml": "outcomes:\n  - {id: LO1, text: Greets people, assessed-by: [q]}\n",
        "content/01-start/a.md": _PAGE,
    },
)
