"""An effect has an effect: in some play it moves its variable as far as it says."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.scenario import Scenario
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        table = scenario.table
        for node, index, effect in sorted(_cut(scenario)):
            variable, step = table.nodes[node].choices[index].adds[effect]
            bounds = table.variables[variable]
            message = (
                f"`{bounds.name} {step:+d}` is cut off at the bounds ({bounds.low} to {bounds.high}) in every play. "
                "Widen the bounds, make the step smaller, or change what comes before."
            )
            yield Finding(scenario.nodes[node].choices[index].text.span, message)


def _cut(scenario: Scenario) -> set[tuple[int, int, int]]:
    """The effects that are cut off wherever they are taken: node, choice, place among the choice's effects."""
    effects = scenario.proof.untimed.effects
    whole = {(one.node, one.choice, one.place) for one in effects if not one.cut}
    return {(one.node, one.choice, one.place) for one in effects} - whole


CHECK = Check(
    code="CW250",
    title="An effect is cut off at the bounds in every play",
    why="An effect that the bounds always cut off does less than it says, or nothing, and the debrief has no change "
    "to tell of.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE + "  effects: tension -3\n", "vars:\n  tension: {start: 2, min: 0, max: 5}\n"),
    good=scene(CHOICE + "  effects: tension -2\n", "vars:\n  tension: {start: 2, min: 0, max: 5}\n"),
)
