"""The length of a choice does not say that it is the best, over a scenario."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.strongest import Weighed, weighed
from builder.activities.scenario.scenario import SceneChoice
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import FOUR_MOMENTS, scene
from builder.course.model import Course
from builder.source.diagnostic import Note, Severity

_LEAST = 4


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        nodes = tuple(weighed(scenario))
        told = [longest for node in nodes if (longest := _told_by_length(node)) is not None]
        if len(nodes) >= _LEAST and 2 * len(told) > len(nodes):
            message = (
                f"In {len(told)} of {len(nodes)} nodes the best choice is the longest. Shorten best ones, or make weak "
                "ones as full, in the places below."
            )
            notes = tuple(Note("The best, and the longest", choice.text.span) for choice in told)
            yield Finding(scenario.span, message, notes)


def _told_by_length(node: Weighed) -> SceneChoice | None:
    """The choice that alone is the longest, where it is among the best."""
    longest = [at for at, length in enumerate(node.lengths) if length == max(node.lengths)]
    return node.choices[longest[0]] if len(longest) == 1 and longest[0] in node.best else None


CHECK = Check(
    code="CW254",
    title="The best choice is the longest in over half the nodes of a scenario",
    why="Writers make good replies careful and weak ones brief. Learners notice, choose the longest without listening "
    "to the other person, and the score says nothing. Choices with `[after]` are not counted, nor are nodes whose "
    "points make no difference; from four nodes on, more than half are named.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(FOUR_MOMENTS),
    good=scene(
        FOUR_MOMENTS.replace("queue is long.", "queue is long this week, and that it is not your fault.").replace(
            "what you would do.", "what you would do in her place, and what others did."
        )
    ),
)
