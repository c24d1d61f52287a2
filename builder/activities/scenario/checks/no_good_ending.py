"""There is a way to a good ending, whatever a play begins with, timed or not."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.scenario import Scenario
from builder.activities.scenario.tools.wording import standing
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, ENDING, scene
from builder.course.model import Course
from builder.proofs.space import Space
from builder.source.diagnostic import Note


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        start = scenario.nodes[scenario.table.start].id.span
        if not any(node.rating == "good" for node in scenario.table.nodes):
            message = "No ending of this scenario is good. Say `ending: good` where it turns out as it should."
            yield Finding(start, message)
            continue
        # Where no play of either kind comes to one, CW241 names the ending.
        if not any(space.best(start) == "good" for space in scenario.proof.spaces for start in space.starts):
            continue
        for space in scenario.proof.spaces:
            if lost := _hopeless(space):
                clock = "Against the clock no" if space is scenario.proof.timed else "No"
                message = (
                    f"{clock} play that begins as below can come to a good ending. Leave it a way: a choice that is "
                    "open in that case, or effects that can make up for it."
                )
                yield Finding(start, message, (Note(_beginning(scenario, space, lost[0])),))
                break


def _hopeless(space: Space) -> list[int]:
    """The starts from which no good ending can be reached."""
    return [start for start in space.starts if space.best(start) != "good"]


def _beginning(scenario: Scenario, space: Space, start: int) -> str:
    table = scenario.table
    values = [f"{one.name} {standing(table, at, space.values(start)[at])}" for at, one in enumerate(table.variables)]
    return f"Begins with {', '.join(values) or 'nothing'}"


CHECK = Check(
    code="CW261",
    title="There is no way to a good ending",
    why="A scenario shows how a conversation can be led well. Where no play ends well, learners try for what is not "
    "there, and the most that they can score is the cap of a worse ending.",
    group="techniques",
    find=_find,
    bad=scene(CHOICE, ending=ENDING.replace("good", "fair")),
    good=scene(CHOICE),
)
