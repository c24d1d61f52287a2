"""A play is short enough to be played again."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity

MOST = 12


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        if scenario.longest > MOST:
            message = (
                f"The longest play of this scenario takes {scenario.longest} choices. Lead to an ending within {MOST}, "
                "or make two scenarios of it."
            )
            yield Finding(scenario.span, message)


def _waits(most: int) -> dict[str, str]:
    wait = f"* [again max={most}] Wait. -> opening\n  feedback: She takes a breath.\n"
    return scene(wait + "* Thank her. -> agreed\n  feedback: She feels that she was heard.\n")


CHECK = Check(
    code="CW245",
    title="A play can take more than twelve choices",
    why="Nobody plays a long conversation again to try the other way, and a mistake in its middle is forgotten when "
    "the debrief comes.",
    group="graph",
    severity=Severity.WARNING,
    find=_find,
    bad=_waits(12),
    good=_waits(11),
)
