"""What an activity takes from others is there with it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.units import lost_by_module
from builder.source.diagnostic import Severity

_UNITS = "outputs: {cmi5: {au: module}}\n"
_CALLS = (
    "---\ntitle: Calls\n---\n::: single {#q}\nWhich?\n- (x) This one\n  feedback: Yes.\n- ( ) That one\n"
    "  feedback: No.\n:::\n"
)
_BACK = "---\ntitle: Looking back\n---\n::: recall {from=calls count=1}\n:::\n"


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    return lost_by_module(course, "thread", capacities)


CHECK = Check(
    code="CW491",
    title="An activity takes work from a module that is launched by itself",
    why="With `cmi5: {au: module}` every module is a unit of its own, with a record of its own. What looks back on "
    "another module, takes up its notes, gathers its evidence or begins where its conversation ended finds nothing "
    "there: in that package it does without, or is left out.",
    group="tracking",
    severity=Severity.WARNING,
    find=_find,
    bad={"course.yaml": _UNITS, "content/01-start/calls.md": _CALLS, "content/02-back/back.md": _BACK},
    good={"course.yaml": _UNITS, "content/01-start/calls.md": _CALLS, "content/01-start/later.md": _BACK},
)
