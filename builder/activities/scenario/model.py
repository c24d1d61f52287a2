"""The scenario: a conversation in which the learner chooses what to say, and hears what follows.

A scenario is a file of its own, `*.scene.md`; docs/scenarios.md has its grammar, its meaning, and what is proved of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.activities.scenario.checks import scene_checks
from builder.activities.scenario.compile import compile_scene
from builder.activities.scenario.scenario import Scenario
from builder.course.kind import ALONE, Activity, Json, Kind, Setting, Surroundings
from builder.course.response import Answer, Choices, Option, Texts
from builder.source.markdown import plain
from builder.source.syntax import Block, SceneSyntax


class ScenarioKind(Kind):
    """The kind `scenario`: a file of its own, never a block."""

    name = "scenario"
    folder = Path(__file__).parent
    hooks = (
        "[data-where]",
        "[data-story] [data-node]",
        "[data-play] [data-transcript]",
        "[data-play] form[data-ask] [data-meters]",
        "[data-play] form[data-ask] [data-thinking]",
        "[data-play] form[data-ask] fieldset legend",
        "[data-play] form[data-ask] [data-options]",
        "[data-play] form[data-ask] [data-say]",
        "[data-play] form[data-ask] [data-missing]",
        "[data-play] [data-clock] [data-seconds]",
        "[data-play] [data-ending] h2",
        "[data-play] [data-ending] [data-how]",
        "[data-play] [data-ending] [data-scores]",
        "[data-play] [data-ending] [data-debrief]",
        "[data-play] [data-ending] [data-missed] p",
        "[data-play] [data-ending] [data-missed] [data-retry]",
        "[data-play] [data-ending] [data-again]",
        "[data-play] [data-practice] p",
        "[data-play] [data-back]",
        "[data-play] [data-moved]",
    )

    checks = scene_checks()

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Scenario | None:
        """The scenario of a scene file; None after an error that was reported."""
        if isinstance(source, Block):
            raise TypeError(f"A scenario is a file of its own, not a block: {source.span}")
        return compile_scene(source, setting)

    def features(self, activity: Activity) -> tuple[str, ...]:
        """What keeps sounds and films in view, where there are any."""
        assert isinstance(activity, Scenario)
        return ("media",) if any(node.media and node.media.transcript for node in activity.nodes) else ()

    def later(self, activity: Activity) -> tuple[str, ...]:
        """The debrief: no play needs it before it has ended."""
        return ("debrief",)

    def excerpted(self, activity: Activity, there: Surroundings) -> Activity | None:
        assert isinstance(activity, Scenario)
        carried = tuple(each for each in activity.carried if each.scenario in there.activities)
        for each in activity.carried:
            if each not in carried:
                name, place = activity.table.variables[each.variable].name, activity.variables[each.variable]
                message = f"'{name}' begins with what is left of '{each.scenario}', in another module."
                there.lost(place, f"{message} {ALONE} every play begins with its own start.")
        if carried == activity.carried:
            return activity
        return replace(
            activity,
            carried=carried,
            table=replace(activity.table, carried=tuple(each.variable for each in carried)),
        )

    def key(self, activity: Activity, data: Mapping[str, Json]) -> tuple[Answer, ...]:
        """Every choice of every node, where which is the strongest depends on what is open at the moment; then how a
        play ended, as builder/activities/scenario/report.ts says it.
        """
        assert isinstance(activity, Scenario)
        table: Any = data["table"]
        numbers = {(node["id"], choice["id"]): choice["n"] for node in table["nodes"] for choice in node["choices"]}
        choices = (
            Answer(
                Choices(()),
                options=tuple(
                    Option(numbers[node.id.value, choice.id.value], choice.id.value, plain(choice.text))
                    for choice in node.choices
                ),
                part=node.id.value,
                prompt=plain(node.lines[-1].words) if node.lines else "",
            )
            for node in activity.nodes
            if node.choices
        )
        return (*choices, Answer(Texts(()), part="-ending", prompt="How it ended"))


KIND = ScenarioKind()
