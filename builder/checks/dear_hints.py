"""Hints cost no more than there is to lose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from builder.checks.subjects import activities
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.question import Question
from builder.source.diagnostic import Severity

_ALL = 100


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for activity in activities(course):
        hints = activity.about.hints if isinstance(activity, Question) else ()
        costs = accumulate(hint.cost for hint in hints)
        over = next(((hint, cost) for hint, cost in zip(hints, costs, strict=True) if cost > _ALL), None)
        if over is not None:
            hint, cost = over
            message = (
                f"Up to this hint they cost {cost} per cent of a question that is worth 100. Lower `hint-cost`, so "
                "that who asks for all of them can still get something."
            )
            yield Finding(hint.text.span, message)


_BAD = """\
::: truefalse {answer=true hint-cost=60}
A greeting comes first.
hint: What do you say to a friend?
hint: What does somebody want to know who has waited?
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""

CHECK = Check(
    code="CW470",
    title="The hints of a question cost more than it is worth",
    why="Who has spent all the marks on hints has no reason left to answer, and those hints were to help with just "
    "that.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("=60", "=20"),
)
