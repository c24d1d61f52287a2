"""Options differ by more than a comma."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from builder.checks.subjects import keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.choices import Choice
from builder.course.model import Course
from builder.source.diagnostic import Severity

# What tells numbers, sums and signs apart stays.
_PUNCTUATION = re.compile(r"[^\w\s%+<>=€$£/*-]|(?<!\w)-|-(?!\w)|_")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for question in keyed(course):
        seen: dict[str, Choice] = {}
        for choice in question.choices:
            letters = _letters(choice.words)
            first = seen.setdefault(letters, choice) if letters else choice
            if first is not choice:
                message = f"This option differs from the one in line {first.span.line} by its signs alone."
                yield Finding(choice.span, f"{message} Change one of them, or take it out.")


def _letters(words: str) -> str:
    """The words without case, spaces and punctuation."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(_PUNCTUATION.sub(" ", _APOSTROPHE.sub("", plain)).split())


_BAD = """\
::: single
What do you say first?
- (x) I can hear that you are upset. {#hear}
  feedback: It names what she feels, and she can go on.
- ( ) I can hear, that you are upset! {#heard}
  feedback: It sounds like a reproach when it is said so.
:::
"""

CHECK = Check(
    code="CW468",
    title="Two options differ by punctuation or capitals alone",
    why="Most learners read both as the same sentence and choose by chance; a screen reader says no difference at "
    "all. Where the signs are what is asked about, excuse it.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("I can hear, that you are upset!", "You sound upset to me!"),
)
