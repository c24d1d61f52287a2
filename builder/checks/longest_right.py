"""The length of an option does not say that it is right: counted over the whole course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.checks.chance import is_habit
from builder.checks.subjects import keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.choices import Choosing
from builder.course.model import Course
from builder.source.diagnostic import Severity
from builder.source.span import Span

_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A question in which one option is the longest: where that stands, whether it is right, how likely that was by
    chance, and how many times as long as the next one it is."""

    span: Span
    right: bool
    chance: float
    excess: float


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    weighed = [found for question in keyed(course) if (found := _weigh(question)) is not None]
    hits = [found for found in weighed if found.right]
    chances = [found.chance for found in weighed]
    if is_habit(len(hits), chances):
        worst = sorted(hits, key=lambda found: -found.excess)[:_NAMED]
        places = ", ".join(f"{found.span.file}:{found.span.line}" for found in worst)
        yield Finding(
            course.head.span,
            f"In {len(hits)} of {len(weighed)} questions the longest option is right; by chance it would be about "
            f"{round(sum(chances))}. Shorten right options or make wrong ones as full, first in {places}.",
        )


def _weigh(question: Choosing) -> _Weighed | None:
    """None where two options share the greatest length, so that it gives nothing away."""
    first, second, *_ = sorted(question.choices, key=lambda choice: -len(choice.words))
    if len(first.words) == len(second.words):
        return None
    chance = sum(choice.right is True for choice in question.choices) / len(question.choices)
    return _Weighed(first.span, first.right is True, chance, len(first.words) / max(1, len(second.words)))


def _question(at: int, wrong: str) -> str:
    return (
        f"::: single {{#q{at}}}\nWhat helps caller {at}?\n- (x) A plain answer to what was asked\n"
        f"  feedback: It is what caller {at} came for.\n- ( ) {wrong}\n"
        f"  feedback: It leaves caller {at} where they were.\n:::\n"
    )


_LONGER = ("A joke about how busy everybody is today", "Silence")

CHECK = Check(
    code="CW462",
    title="The right option is the longest more often than chance",
    why="Writers make right options exact and wrong ones brief. Learners notice, and choose the longest without "
    "reading: the score then tells how well they know your habits. Counted are all questions with right and wrong "
    "options; from eight of them on, a count that chance would reach in fewer than 5 courses of 100 is named.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad="\n".join(_question(at, "A joke") for at in range(1, 9)),
    good="\n".join(_question(at, _LONGER[at % 2]) for at in range(1, 9)),
)
