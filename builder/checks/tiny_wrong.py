"""Wrong options are full enough to be taken for right ones."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.subjects import keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity

_LONG = 40
_TIMES = 4


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for question in keyed(course):
        right = min(len(choice.words) for choice in question.choices if choice.right)
        for choice in question.choices:
            if right >= _LONG and choice.right is False and _TIMES * len(choice.words) < right:
                message = (
                    "Beside the right option this one is too short to be taken for it. Make it one that somebody could "
                    "believe, or shorten the right one."
                )
                yield Finding(choice.span, message)


_BAD = """\
::: single
Dana asks when she will hear. What do you say?
- (x) I will ring you by noon on Thursday, whatever I have found out.
  feedback: A time that she can hold on to ends the waiting.
- ( ) Soon.
  feedback: She has heard that before, and waited.
:::
"""

CHECK = Check(
    code="CW464",
    title="A wrong option is absurdly short beside the right one",
    why="A word beside a whole sentence is crossed out without thought, so that fewer options are left than are "
    "shown. It is named where even the shortest right option has 40 characters or more, and four times as many as the "
    "wrong one.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("Soon.", "I will ring you as soon as there is any news."),
)
