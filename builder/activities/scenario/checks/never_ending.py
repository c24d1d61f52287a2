"""Every ending comes about in some play."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        happen = {space.node(i) for space in scenario.proof.spaces for i in space.endings}
        for index, node in enumerate(scenario.nodes):
            if scenario.table.nodes[index].rating and index not in happen:
                message = (
                    f"The ending '{node.id.value}' can never happen: no play meets the conditions on the way to it. "
                    "Change a condition or an effect before it, or take the ending out."
                )
                yield Finding(node.id.span, message)


_HEAD = "vars:\n  tension: {start: 2, min: 0, max: 5}\n"
_SILENT = "* [if tension > 5] Say nothing. -> hangup\n  feedback: Silence sounds like indifference to her.\n"
_AFTER = "\n## hangup\nending: poor\noutcome: Dana hangs up.\n"

CHECK = Check(
    code="CW241",
    title="An ending can never happen",
    why="Every play has been tried, and none comes to this ending. Somebody wrote it for learners who will never see "
    "it, or a number on the way to it is wrong.",
    group="state",
    find=_find,
    bad=scene(CHOICE + _SILENT, _HEAD, after=_AFTER),
    good=scene(CHOICE + _SILENT.replace("5", "1"), _HEAD, after=_AFTER),
)
