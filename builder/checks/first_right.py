"""The place of an option does not say that it is right, where learners meet the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.chance import is_habit
from builder.checks.subjects import keyed
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity

_NAMED = 3


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    kept = [question.choices for question in keyed(course) if question.in_order]
    hits = [choices[0] for choices in kept if choices[0].right]
    chances = [sum(choice.right is True for choice in choices) / len(choices) for choices in kept]
    if is_habit(len(hits), chances):
        places = ", ".join(f"{choice.span.file}:{choice.span.line}" for choice in hits[:_NAMED])
        yield Finding(
            course.head.span,
            f"In {len(hits)} of {len(kept)} questions that keep their order the first option is right; by chance it "
            f"would be about {round(sum(chances))}. Let options be shuffled, or move right ones, first in {places}.",
        )


def _question(at: int, attributes: str) -> str:
    return (
        f"::: single {{#q{at}{attributes}}}\nWhat helps caller {at}?\n- (x) A plain answer\n"
        f"  feedback: It is what caller {at} came for.\n- ( ) A joke about it\n"
        f"  feedback: It leaves caller {at} where they were.\n:::\n"
    )


CHECK = Check(
    code="CW463",
    title="The right option is the first more often than chance",
    why="Options are shuffled for each learner unless a question says `shuffle=false`. Where it does, an author's "
    "habit of beginning with the right one is soon found out. Counted are the questions that keep their order; from "
    "eight of them on, a count that chance would reach in fewer than 5 courses of 100 is named.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad="\n".join(_question(at, " shuffle=false") for at in range(1, 9)),
    good="\n".join(_question(at, "") for at in range(1, 9)),
)
