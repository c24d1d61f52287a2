"""What can be chosen can be taken in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.subjects import activities
from builder.course.check import Capacities, Check, Finding
from builder.course.choices import Choosing
from builder.course.model import Course
from builder.source.diagnostic import Severity

MOST_WORDS = 25


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for activity in activities(course):
        for choice in activity.choices if isinstance(activity, Choosing) else ():
            words = len(choice.words.split())
            if words > MOST_WORDS:
                message = (
                    f"{words} words are much to hold in mind beside the others. Say it in {MOST_WORDS} or fewer, or "
                    "move what all share into the question."
                )
                yield Finding(choice.span, message)


_BAD = """\
::: single
What do you write to Dana?
- (x) Thank you for telling us, and I am sorry that you have waited for three whole weeks without hearing anything at \
all from any of us here at the office.
  feedback: It names her wait, and that nobody rang.
- ( ) Our process takes three weeks, as we wrote to you at the beginning.
  feedback: It is true, and it says that she is wrong to mind.
:::
"""

CHECK = Check(
    code="CW472",
    title="An option or choice has more than 25 words",
    why="Choosing means to hold several things in mind at once. With long ones the question becomes one of memory and "
    "of reading, and a screen reader user has heard the first one long ago.",
    group="words",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace(" for three whole weeks without hearing anything at all from any of us here at the office", ""),
)
