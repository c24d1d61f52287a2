"""Different answers are told different things."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.subjects import activities
from builder.course.check import Capacities, Check, Finding
from builder.course.choices import Answering
from builder.course.model import Course
from builder.source.diagnostic import Severity
from builder.source.markdown import plain
from builder.source.syntax import Text


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for activity in activities(course):
        seen: dict[str, Text] = {}
        for text in activity.feedbacks if isinstance(activity, Answering) else ():
            first = seen.setdefault(plain(text).casefold(), text)
            if first is not text:
                yield Finding(
                    text.span,
                    f"This feedback says the same as the one in line {first.span.line}. Say here what is right or "
                    "wrong about this answer.",
                )


_BAD = """\
::: single
Dana says, "Nobody rang me." What do you say first?
- (x) You have waited a long time.
  feedback: It names what she has been through.
- ( ) Our lines were busy.
  feedback: That does not help her at all.
- ( ) You should have written.
  feedback: That does not help her at all.
:::
"""

CHECK = Check(
    code="CW460",
    title="Two answers of a question have the same feedback",
    why="Each wrong answer is wrong for its own reason. The same words to two of them tell the learner that nobody "
    "looked at what they chose.",
    group="feedback",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("That does not help her at all.", "It defends the agency, and passes over her wait.", 1),
)
