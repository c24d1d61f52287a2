"""Feedback says why, which takes more than a few words."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.subjects import activities, said
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity
from builder.source.markdown import plain

LEAST_WORDS = 5


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for activity in activities(course):
        for text in said(activity):
            words = len(plain(text, course.settings.words).split())
            if words < LEAST_WORDS:
                count = f"{words} {'word' if words == 1 else 'words'}"
                message = f"In {count} this can hardly say why. Say what the answer does, or leaves out."
                yield Finding(text.span, message)


_BAD = """\
::: truefalse {answer=false}
Every caller who shouts is angry.
if-true: No.
if-false: Yes. Fear and haste are loud too.
:::
"""

CHECK = Check(
    code="CW461",
    title="A feedback has fewer than five words",
    why="`Right` and `wrong` alone teach next to nothing; the reason does. Whoever guessed right needs it as much as "
    "whoever guessed wrong.",
    group="feedback",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("No.", "Many are, and many are afraid or in haste."),
)
