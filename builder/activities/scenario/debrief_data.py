"""What only the debrief reads of a scenario: coaching, ways without return, prompts, and the map (debrief_data.ts).

The map's places are those of layout.py, with boxes that hold a number and no words: what a node is called, and whether
a learner has been there, is the page's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.activities.scenario.layout import Box, Point, Route, Size, layout
from builder.course.kind import Json, Render
from builder.course.numbers import Numbers
from builder.course.table import Table

if TYPE_CHECKING:
    from builder.activities.scenario.scenario import Scenario

NOTES = 3
NOTE_MOST = 1_000
"""How many texts a learner writes on a play, and how long each is kept, in bytes of UTF-8."""
BOX = Size(56, 40)
_HEAD = (4, 8)
"""Half the width, and the length, of an arrow's head."""


def debrief_data(scenario: Scenario, numbers: Numbers, render: Render) -> dict[str, Json]:
    """The values of `DebriefData`."""
    choices = [
        (numbers[scenario.id.value, node.id.value, choice.id.value], choice)
        for node in scenario.nodes
        for choice in node.choices
    ]
    return {
        "coach": {
            str(n): {"weak": [scenario.techniques[index] for index in choice.weak], "html": render(choice.coach)}
            for n, choice in choices
            if choice.coach
        },
        "final": [n for n, choice in choices if choice.point_of_no_return],
        "prompts": [*scenario.prompts],
        "most": NOTE_MOST,
        "map": map_data(
            scenario.table,
            [
                [numbers[scenario.id.value, node.id, choice.id] for choice in node.choices]
                for node in scenario.table.nodes
            ],
        ),
    }


def map_data(table: Table, choices: list[list[int]]) -> dict[str, Json]:
    """The values of `MapData`; `choices` are the choices' numbers by node, in the order of the table."""
    drawn = layout(table, (BOX,) * len(table.nodes))
    return {
        "size": [drawn.width, drawn.height],
        "box": [BOX.width, BOX.height],
        "boxes": [[box.x, box.y] for box in drawn.boxes],
        "routes": [
            [
                route.source,
                route.target,
                " ".join(_path(route, drawn.boxes[route.target])),
                [choices[route.source][index] for index in route.choices],
                int(bool(route.diverts)),
            ]
            for route in drawn.routes
        ],
    }


def _path(route: Route, target: Box) -> Iterator[str]:
    """The line, upright where it touches a layer, and the head of its arrow."""
    (x, y), *_ = route.points
    yield f"M{x} {y}"
    if route.source == route.target:
        yield f"Q{' '.join(f'{x} {y}' for x, y in _loop(route.points))}"
    else:
        for (before, top), (x, y) in pairwise(route.points):
            middle = (top + y) // 2
            yield f"V{y}" if before == x else f"C{before} {middle} {x} {middle} {x} {y}"
    yield from _head(route, target)


def _loop(points: tuple[Point, ...]) -> tuple[Point, Point]:
    _, (far, middle), end = points
    return (2 * far - end[0], middle), end


def _head(route: Route, target: Box) -> Iterator[str]:
    wide, long = _HEAD
    x, y = route.points[-1]
    if route.source == route.target:
        yield f"m{long} {-wide}L{x} {y}l{long} {wide}"
    else:
        back = long if y > target.y else -long
        yield f"m{-wide} {back}L{x} {y}l{wide} {back}"
