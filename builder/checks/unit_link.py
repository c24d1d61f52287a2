"""Links stay within what is launched."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.course.units import lost_by_module
from builder.source.diagnostic import Severity

_UNITS = "outputs: {cmi5: {au: module}}\n"
_THERE = "---\ntitle: Notes\n---\nWrite them at once.\n"
_HERE = "---\ntitle: Calls\n---\nHow to call, and how to [write it down](WHERE).\n"


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    return lost_by_module(course, "link", capacities)


CHECK = Check(
    code="CW490",
    title="A link leads to a module that is launched by itself",
    why="With `cmi5: {au: module}` an LMS launches every module as a unit of its own, and none can reach into another. "
    "In that package the words of such a link stay, and the link goes: say in words where to find it.",
    group="tracking",
    severity=Severity.INFORMATION,
    find=_find,
    bad={
        "course.yaml": _UNITS,
        "content/01-calls/calls.md": _HERE.replace("WHERE", "../02-notes/notes.md"),
        "content/02-notes/notes.md": _THERE,
    },
    good={
        "course.yaml": _UNITS,
        "content/01-calls/calls.md": _HERE.replace("WHERE", "notes.md"),
        "content/01-calls/notes.md": _THERE,
    },
)
