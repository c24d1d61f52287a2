"""Techniques are practised side by side: none is most of what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity

_SHARE = 60
_LEAST = 5


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    shown = Counter(
        scenario.table.techniques[index]
        for scenario in scenarios(course)
        for node in scenario.table.nodes
        for choice in node.choices
        for index in choice.shows
    )
    total = shown.total()
    for id, count in shown.most_common(1):
        if total >= _LEAST and 100 * count > _SHARE * total:
            message = (
                f"{count} of the {total} techniques that choices show are '{id}', over {_SHARE}%. Let other choices "
                "show something else, or say more exactly what these show."
            )
            yield Finding(course.head.key("techniques", id), message)


_DECLARED = "techniques: {empathy: {label: Empathy}, honesty: {label: Honesty}}\n"
_CHOICES = "".join(
    f"* Say it in way {at}. -> agreed\n  shows: empathy\n  score: {at}\n  feedback: She hears it in way {at}.\n"
    for at in range(5)
)

CHECK = Check(
    code="CW263",
    title="One technique is over 60% of all that are shown",
    why="Whoever always answers with the same technique has not learnt to choose one. Counted is every `shows:` of the "
    "course, from five on.",
    group="techniques",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_CHOICES, settings=_DECLARED),
    good=scene(_CHOICES.replace("shows: empathy", "shows: honesty", 2), settings=_DECLARED),
)
