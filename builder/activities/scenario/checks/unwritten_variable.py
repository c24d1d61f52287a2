"""A variable varies."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.used_variables import written
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        changed = written(scenario.table)
        for index, variable in enumerate(scenario.table.variables):
            if index not in changed:
                message = (
                    f"Nothing changes '{variable.name}': it stays as it starts in every play. Give a choice an effect "
                    "on it, or take it out."
                )
                yield Finding(scenario.variables[index], message)


CHECK = Check(
    code="CW249",
    title="A variable of a scenario is never changed",
    why="A condition on what never changes always says the same. Most often the effect that was to change it is "
    "missing, or sets another variable.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE, "vars:\n  tension: {start: 2, min: 0, max: 5}\n"),
    good=scene(CHOICE + "  effects: tension -1\n", "vars:\n  tension: {start: 2, min: 0, max: 5}\n"),
)
