"""A technique that is declared is shown somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    if course.settings.is_faulty("techniques") or not course.whole:
        return
    tables = [scenario.table for scenario in scenarios(course)]
    shown = {
        table.techniques[index]
        for table in tables
        for node in table.nodes
        for choice in node.choices
        for index in choice.shows
    }
    for id in course.settings.techniques:
        if id not in shown:
            message = (
                f"No choice of any scenario shows '{id}'. Write `shows: {id}` under a choice that does, or take it out."
            )
            yield Finding(course.head.key("techniques", id), message)


_DECLARED = "techniques: {empathy: {label: Empathy}}\n"

CHECK = Check(
    code="CW262",
    title="A technique is declared and never shown",
    why="What course.yaml lists is what learners are promised to practise. A technique that no choice shows can be "
    "neither practised nor counted.",
    group="techniques",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE, settings=_DECLARED),
    good=scene(CHOICE + "  shows: empathy\n", settings=_DECLARED),
)
