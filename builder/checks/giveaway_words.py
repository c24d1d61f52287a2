"""No word says by itself whether an option is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.subjects import is_english, keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.choices import Choice
from builder.course.model import Course
from builder.source.diagnostic import Severity

_STRONG = r"always|never|must(?! (?:be|have)\b)|under no circumstances|without exception"
# 'All the same', 'at all' and their like are idioms that nobody goes by.
_ALL = r"(?<!at )(?<!after )(?<!above )all(?! (?:right|the same|the best|the stops|but|in all)\b)"
_ABSOLUTE = re.compile(rf"\b(?:{_STRONG}|{_ALL}|only|every(?:one|body)?|none|no one)\b", re.IGNORECASE)
_CERTAIN = re.compile(rf"\b(?:{_STRONG})\b", re.IGNORECASE)
_CAUTIOUS = re.compile(
    r"\b(?:usually|often|sometimes|generally|typically|normally|mostly|perhaps|probably|in most cases|as a rule|"
    r"tends? to)\b",
    re.IGNORECASE,
)
_FEWEST = 2


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not is_english(course):
        return
    for question in keyed(course):
        right = [choice for choice in question.choices if choice.right]
        wrong = [choice for choice in question.choices if choice.right is False]
        if len(wrong) >= _FEWEST:
            yield from _told("wrong", wrong, right, _ABSOLUTE)
            yield from _told("right", right, wrong, _CERTAIN)
            yield from _told("right", right, wrong, _CAUTIOUS)


def _told(which: str, side: list[Choice], other: list[Choice], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """A finding where every option of one side has such a word and none of the other has."""
    found = [pattern.search(choice.words) for choice in side]
    words = dict.fromkeys(match[0].lower() for match in found if match is not None)
    if None in found or any(pattern.search(choice.words) for choice in other):
        return
    who = f"Every {which} option" if len(side) > 1 else f"The {which} option"
    said = " or ".join(f"'{word}'" for word in words)
    yield Finding(
        side[0].span,
        f"{who} here says {said} and no other does, which gives the answer away. Say it in both, or in neither.",
    )


_BAD = """\
::: single
What do you do about the tone of a message?
- ( ) Always answer it at once
  feedback: The tone is the state, and not the question.
- ( ) Never let it pass
  feedback: You would be fighting about manners.
- (x) Note it, and answer the need
  feedback: The need is what the message is about.
:::
"""

CHECK = Check(
    code="CW466",
    title="A word gives the right or the wrong options away",
    why="`Always` and `never` are seldom true, and learners know it: where they stand in all wrong options and in no "
    "right one, nothing about the subject is needed. It is the same with `usually` in right ones.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=_BAD,
    good=_BAD.replace("Always answer it at once", "Answer it at once").replace(
        "Never let it pass", "Ask for an apology"
    ),
)
