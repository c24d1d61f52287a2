"""What an LMS waits for can come."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.pass_mark import QUIZ
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.units import can_be_passed
from builder.source.diagnostic import Severity

_PASSING = ("Passed", "CompletedAndPassed")


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    output = course.settings.outputs.cmi5
    if output is None or "cmi5" not in capacities or course.settings.is_faulty("scoring"):
        return
    if output.move_on in _PASSING and not can_be_passed(course.settings):
        message = (
            f"`move-on: {output.move_on}` waits for a pass, and nobody can pass this course: it has no pass mark, or "
        )
        yield Finding(
            course.head.value("outputs", "cmi5", "move-on"),
            f"{message}nothing that scores. Write `move-on: Completed`, or give it `scoring:`.",
        )


_PASS = "scoring: {pass: 80, parts: {final: 100}}\n"
_WAITS = "outputs: {cmi5: {move-on: Passed}}\n"

CHECK = Check(
    code="CW493",
    title="`move-on` waits for a pass that cannot come",
    why="In cmi5 the LMS lets a learner go on when what `move-on` names has happened. Where it waits for a pass and "
    "nothing can be passed, it waits for ever.",
    group="tracking",
    severity=Severity.ERROR,
    find=_find,
    bad={"course.yaml": _WAITS, "content/01-start/check.md": QUIZ},
    good={"course.yaml": _WAITS + _PASS, "content/01-start/check.md": QUIZ},
)
