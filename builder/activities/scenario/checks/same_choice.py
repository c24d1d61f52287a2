"""Two choices of a node differ in what they do."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.course.table import Choice
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        for node, row in zip(scenario.nodes, scenario.table.nodes, strict=True):
            first: dict[tuple[object, ...], int] = {}
            for index, choice in enumerate(row.choices):
                before = first.setdefault(_does(choice), index)
                if before != index:
                    line = node.choices[before].text.span.line
                    message = (
                        f"This choice does the same as the one in line {line}, and leads to the same node. Give them "
                        "different effects, points, techniques or arrows, or leave one out."
                    )
                    yield Finding(node.choices[index].text.span, message)


def _does(choice: Choice) -> tuple[object, ...]:
    """All that happens when it is taken."""
    return choice.target, choice.adds, choice.sets, frozenset(choice.shows), choice.score


_OTHER = "* Say that you see why she is cross. -> agreed\n  feedback: It names what she feels.\n"

CHECK = Check(
    code="CW243",
    title="Two choices of a node do the same",
    why="Whoever weighs two choices that come to the same thing decides nothing, and the debrief has nothing to tell "
    "them apart by.",
    group="graph",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE + _OTHER),
    good=scene(CHOICE + _OTHER + "  score: 1\n"),
)
