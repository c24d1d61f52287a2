"""A question that asks for what is not shows its `not`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.subjects import activities, is_english
from builder.checks.wording import matches
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.question import Question
from builder.source.diagnostic import Severity
from builder.source.syntax import Line, Text

_NOT = r"(?P<not>not|never|n[’']t)"
# The question word opens its sentence or clause, and no other clause begins before the verb: so the `not` is its own.
_CLAUSE = r"(?:(?!\b(?:if|when|who|that|because|while|unless|where|although|but)\b)[^.?!,;:\n])"
_NEGATIVE = re.compile(
    rf"""
    (?:^|(?<=[.?!:;,]\s))(?:[Ww]hich|[Ww]hat|[Ww]ho)\b{_CLAUSE}{{0,60}}?
      \b(?:is|are|was|were|do|does|did|should|would|could|can|will|must|has|have|may)
      (?:\s+\w+){{0,2}}?\s*{_NOT}\b
    | \b(?:[Aa]ll|[Aa]ny|[Ee]ach|[Ee]very\w*|[Ww]hich)\b[^.?!\n]*\b(?P<except>except)\b
    """,
    re.VERBOSE | re.MULTILINE,
)
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?:(?!(?P=mark)).)+(?P=mark)")


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_english(course):
        return
    for activity in activities(course):
        if not isinstance(activity, Question):
            continue
        for found, span in matches(_NEGATIVE, _without_emphasis(activity.about.stem.question)):
            word = found["not"] or found["except"]
            message = (
                f"This asks for what does not fit, and '{word}' is easily read over. Ask for what does, or make it "
                f"stand out: **{word if word.isalpha() else 'not'}**."
            )
            yield Finding(span, message)


def _without_emphasis(text: Text) -> Text:
    """The text with blanks for what is emphasised, each character in its place."""
    return Text(
        tuple(Line(_EMPHASIS.sub(lambda found: " " * len(found[0]), line.text), line.span) for line in text.lines)
    )


_BAD = """\
::: single
Which of these is not a sign of fear?
- (x) A firm handshake
  feedback: It shows that somebody is at ease.
- ( ) A trembling voice
  feedback: Fear takes the breath that a voice needs.
:::
"""

CHECK = Check(
    code="CW467",
    title="A question asks for what is not, without emphasis",
    why="A `not` in a question is read over by those who read fast or in a second language. They know the subject, "
    "and lose the point.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("is not", "is **not**"),
)
