"""Every question of a bank can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if not course.whole:
        return
    drawn = {activity.id.value for activity in course.activities}
    for bank in course.banks:
        never = [question for question in bank.questions if question.id.value not in drawn]
        if bank.questions and len(never) == len(bank.questions):
            message = (
                f"Nothing draws from the bank '{bank.id}'. Let a quiz draw from it: `::: draw {{bank={bank.id}}}`."
            )
            yield Finding(bank.span, message)
            continue
        for question in never:
            message = f"No draw can take '{question.id.value}'. Give it a tag that one asks for, or take it out."
            yield Finding(question.span, message)


def _item(id: str, tag: str) -> str:
    return (
        f"::: truefalse {{#{id} answer=true tags={tag}}}\nA greeting comes first.\n"
        "if-true: Yes. It shows that somebody is there.\nif-false: It does.\n:::\n"
    )


_PAGE = "---\ntitle: Check\n---\n:::: quiz {#final}\n::: draw {bank=calls count=1 tag=first}\n:::\n::::\n"

CHECK = Check(
    code="CW379",
    title="A question of a bank is never drawn",
    why="It was written for learners, and none of them meets it. Most often its tag is not the one that the draw asks "
    "for.",
    group="coverage",
    severity=Severity.WARNING,
    find=_find,
    bad={"content/01-start/check.md": _PAGE, "banks/calls.md": _item("b1", "first") + _item("b2", "fist")},
    good={"content/01-start/check.md": _PAGE, "banks/calls.md": _item("b1", "first") + _item("b2", "first")},
)
