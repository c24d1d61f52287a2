"""Where the learner is asked, there is something to decide."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        for node in scenario.nodes:
            if len(node.choices) == 1:
                message = (
                    f"'{node.id.value}' has one choice only, so there is nothing to decide. Add another that somebody "
                    "could believe in, or lead on with a divert."
                )
                yield Finding(node.choices[0].text.span, message)


CHECK = Check(
    code="CW244",
    title="A node has only one choice",
    why="One choice is no choice: the learner clicks to go on, and learns that clicking is what is asked for.",
    group="graph",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE),
    good=scene(CHOICE + "* Ask for her name. -> agreed\n  score: 1\n  feedback: A name makes it personal.\n"),
)
