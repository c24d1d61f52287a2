"""A variable means something: a condition asks about it, or the learner sees it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.used_variables import read
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    carried = {one.table.variables[index].name for one in scenarios(course) for index in one.table.carried}
    for scenario in scenarios(course):
        table = scenario.table
        asked = read(table)
        for index, (variable, meter) in enumerate(zip(table.variables, scenario.meters, strict=True)):
            if index not in asked and not meter.is_shown and variable.name not in carried:
                message = (
                    f"Nothing depends on '{variable.name}': no condition asks about it, and no learner sees it. Ask "
                    "about it, show it, or take it out."
                )
                yield Finding(scenario.variables[index], message)


_SET = "* Promise a call. -> agreed\n  set: owner = true\n  feedback: A promise that she can hold on to.\n"

CHECK = Check(
    code="CW248",
    title="A variable of a scenario is never read",
    why="What is remembered and never asked about changes nothing. Most often the condition that was to ask about it "
    "is missing.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_SET, "vars:\n  owner: false\n"),
    good=scene(_SET, "vars:\n  owner: {start: false, show: words, label: You own the next step}\n"),
)
