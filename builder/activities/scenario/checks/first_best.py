"""The place of a choice does not say that it is the best, where learners meet the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.strongest import weighed
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import FOUR_MOMENTS, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity

_LEAST = 4


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        nodes = tuple(weighed(scenario))
        if scenario.in_order and len(nodes) >= _LEAST and all(0 in node.best for node in nodes):
            message = (
                f"`shuffle: false` keeps your order, and in all {len(nodes)} nodes the first choice is the best. Let "
                "them be shuffled, or move some."
            )
            yield Finding(scenario.span, message)


CHECK = Check(
    code="CW256",
    title="The first choice of a scenario is always the best",
    why="Choices are shuffled for each learner unless the head says `shuffle: false`. Where it does, and the author "
    "always began with the best, a whole conversation can be played by its first lines. It is said from four nodes on.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(FOUR_MOMENTS, "shuffle: false\n"),
    good=scene(FOUR_MOMENTS),
)
