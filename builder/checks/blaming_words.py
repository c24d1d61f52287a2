"""Feedback speaks of the answer, and not of the learner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.subjects import activities, is_english, said
from builder.checks.wording import matches
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.question import Question
from builder.source.diagnostic import Severity
from builder.source.syntax import Text

_BLAME = re.compile(
    r"\b(?:you(?:[’']ve| have)? failed|your (?:own )?(?:fault|failure|mistake|ignorance)"
    r"|you (?:should|ought to) (?:have known|know (?:that|this|better|by now))"
    r"|(?:stupid|silly|foolish|careless|dumb|lazy|bad|terrible|unforgivable) (?:mistake|error|answer|choice|slip|idea)"
    r"|wrong again|shame on you|how could you|(?:any|every)(?:one|body) knows)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?:obviously|simply|of course|needless to say|clearly wrong|as you know)\b", re.IGNORECASE)


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_english(course):
        return
    for activity in activities(course):
        hints = activity.about.hints if isinstance(activity, Question) else ()
        for text in (*said(activity), *(hint.text for hint in hints)):
            yield from _blaming(text)


def _blaming(text: Text) -> Iterator[Finding]:
    for found, span in matches(_BLAME, text):
        yield Finding(span, f"'{_said(found)}' blames the learner. Say what the answer does, and what would do more.")
    for found, span in matches(_SMALL, text):
        message = f"To whoever did not know it, '{_said(found)}' says that they should have. Leave it out."
        yield Finding(span, message)


def _said(found: re.Match[str]) -> str:
    return " ".join(found[0].split())


_BAD = """\
::: truefalse {answer=false}
Every caller who shouts is angry.
if-true: Obviously not. Fear and haste are loud too.
if-false: Yes. Fear and haste are loud too.
:::
"""

CHECK = Check(
    code="CW474",
    title="A feedback blames or belittles",
    why="Who feels caught out stops thinking about the subject and begins to defend themselves. It takes one word: "
    "`obviously` tells whoever did not know it that they are slow. What stands in quotes is not looked at.",
    group="words",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("Obviously not.", "Many are, and many are not."),
)
