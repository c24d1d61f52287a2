"""Where the feedback comes at the end, the end asks something."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import ENDING, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        for node, row in zip(scenario.nodes, scenario.table.nodes, strict=True):
            if row.rating and node.debrief is None and not scenario.immediate:
                message = (
                    f"The ending '{node.id.value}' has no 'debrief:', and this scenario tells its feedback at the end. "
                    "Ask in a sentence what to compare or to try: 'Compare your first line with hers. What changed?'"
                )
                yield Finding(node.id.span, message)


CHECK = Check(
    code="CW253",
    title="An ending has no debrief",
    why="In a scenario with `feedback: debrief`, which is the usual, learners hear only at the end what their choices "
    "did. A question that sends them back to one turn is what makes them look.",
    group="feedback",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(),
    good=scene(ending=ENDING + "debrief: What would she have said to a reason?\n"),
)
