"""A play that ends fair or good has shown the techniques that the scenario demands (P5)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.transcript import play_to
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        table, space = scenario.table, scenario.proof.untimed
        named = set[int]()
        for i in space.endings:
            node, shown = space.node(i), space.shown(i).bit_count()
            if table.nodes[node].rating != "poor" and shown < scenario.demanded and node not in named:
                named.add(node)
                message = (
                    f"A play ends {table.nodes[node].rating} in '{scenario.nodes[node].id.value}' with {shown} of the "
                    f"{scenario.demanded} techniques that the head demands. Let choices on its way say what they "
                    "`shows:`, lead it to a poor ending, or demand fewer."
                )
                notes = play_to(scenario.span.file, space, i, scenario.nodes)
                yield Finding(scenario.nodes[node].id.span, message, notes)


_DECLARED = "techniques: {empathy: {label: Empathy}}\n"

CHECK = Check(
    code="CW260",
    title="A play ends well with fewer techniques than are demanded",
    why="`techniques: {min: 2}` promises whoever assesses the course that a play which ended fair or good has shown "
    "two. The message has the shortest play that breaks the promise.",
    group="techniques",
    find=_find,
    bad=scene(CHOICE, "techniques: {min: 1}\n", settings=_DECLARED),
    good=scene(CHOICE + "  shows: empathy\n", "techniques: {min: 1}\n", settings=_DECLARED),
)
