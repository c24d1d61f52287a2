"""Where a scenario's nodes and arrows stand on a map: layer under layer, in the order in which a play goes.

Whole numbers only, the same for the same table: a picture changes where the scenario does. Every unit is a pixel of the
picture at its own size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.activities.scenario.layers import Layers, arrange
from builder.activities.scenario.links import links, ranks
from builder.course.table import Table

GAP = 24
"""Between neighbours of one layer, and round the whole."""
BETWEEN = 64
"""Between two layers."""
_LOOP = 16
_SWEEPS = 32
_STRAIGHT = 8
"""How much more a passing line counts than a node: long lines are to be straight."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Size:
    """Of a node's box."""

    width: int
    height: int


USUAL = Size(132, 44)


@dataclass(frozen=True, slots=True)
class Box:
    """A node's place: `x` and `y` are its left upper corner."""

    node: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Route:
    """All arrows from one node to another, as one line from `points[0]` to `points[-1]`, where its head belongs.

    `diverts` are indexes of the source's steps, `choices` of its choices. A line goes down unless it leads back, and
    goes straight through each layer that it passes, so that it crosses no box. One from a node to itself goes round its
    right.
    """

    source: int
    target: int
    diverts: tuple[int, ...]
    choices: tuple[int, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole map; `boxes` by node, in the order of the table."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]


def layout(table: Table, sizes: Sequence[Size] = ()) -> Layout:
    """The map of a table. `sizes` are those of the boxes, by node; without them all are USUAL."""
    sizes = sizes or (USUAL,) * len(table.nodes)
    all_links = links(table)
    layers = arrange(ranks(len(table.nodes), table.start, all_links), all_links)
    middles = _middles(layers, sizes)
    tops: dict[int, int] = {}
    floors: dict[int, int] = {}
    y = GAP
    for row in layers.rows:
        height = max((sizes[item].height for item in row if item < len(sizes)), default=0)
        tops.update(dict.fromkeys(row, y))
        floors.update(dict.fromkeys(row, y + height))
        y += height + BETWEEN
    boxes = tuple(
        Box(node, middles[node] - size.width // 2, tops[node], size.width, size.height)
        for node, size in enumerate(sizes)
    )
    ends = _ends(layers, middles, boxes)
    routes = []
    for index, (link, way) in enumerate(zip(all_links, layers.ways, strict=True)):
        points = []
        if not way:
            points = _round(boxes[link.source])
        for item in way:
            back = tops[way[0]] > tops[way[-1]]
            if item == way[0]:
                x, ys = ends[item, back, index], [tops[item]] if back else [_bottom(boxes[item]), floors[item]]
            elif item == way[-1]:
                x, ys = ends[item, not back, None], [floors[item], _bottom(boxes[item])] if back else [tops[item]]
            else:
                x, ys = middles[item], [floors[item], tops[item]] if back else [tops[item], floors[item]]
            points += [(x, at) for at in dict.fromkeys(ys)]
        routes.append(Route(link.source, link.target, link.diverts, link.choices, tuple(points)))
    width = max([box.x + box.width for box in boxes] + [x for route in routes for x, _ in route.points])
    return Layout(width + GAP, y - BETWEEN + GAP, boxes, tuple(routes))


def _bottom(box: Box) -> int:
    return box.y + box.height


def _round(box: Box) -> list[Point]:
    right, third = box.x + box.width, box.height // 3
    return [(right, box.y + third), (right + _LOOP, box.y + box.height // 2), (right, box.y + 2 * third)]


def _middles(layers: Layers, sizes: Sequence[Size]) -> dict[int, int]:
    """The middle of each item: as near to its neighbours above and below as the order and the gaps allow."""

    def half(item: int) -> float:
        return sizes[item].width / 2 if item < len(sizes) else 0

    place: dict[int, float] = {}
    for row in layers.rows:
        x = 0.0
        for item in row:
            x += half(item)
            place[item] = x
            x += half(item) + GAP
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for row in layers.rows if down else layers.rows[::-1]:
            wanted = []
            for item in row:
                near = layers.above[item] if down else layers.below[item]
                if sweep >= _SWEEPS - 4:
                    near = (*layers.above[item], *layers.below[item])
                places = [place[other] for other in near] or [place[item]]
                wanted.append(sum(places) / len(places))
            weights = [1 if item < len(sizes) else _STRAIGHT for item in row]
            apart = [half(a) + half(b) + GAP for a, b in pairwise(row)]
            place.update(zip(row, _kept_apart(wanted, weights, apart), strict=True))
    least = min(place[item] - half(item) for item in place)
    return {item: round(x - least) + GAP for item, x in place.items()}


def _kept_apart(wanted: Sequence[float], weights: Sequence[int], apart: Sequence[float]) -> list[float]:
    """The places nearest to the wanted ones (least squares) that keep their order and these distances."""
    offsets = [0.0]
    for distance in apart:
        offsets.append(offsets[-1] + distance)
    # Those that want to stand too close stand together, at the mean of what they want (pool adjacent violators).
    pools: list[tuple[float, int, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=True):
        pool = (want - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, heavy, many = pools.pop()
            both = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / both, both, many + pool[2])
        pools.append(pool)
    shifts = [mean for mean, _, many in pools for _ in range(many)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _ends(layers: Layers, middles: dict[int, int], boxes: Sequence[Box]) -> dict[tuple[int, bool, int | None], int]:
    """Where lines touch a box, by node, whether on its top, and the link that leaves there (None: all that arrive)."""
    touching: dict[tuple[int, bool], dict[int | None, int]] = defaultdict(dict)
    for index, way in enumerate(layers.ways):
        if way:
            back = way[1] in layers.above[way[0]]
            touching[way[0], back][index] = middles[way[1]]
            touching[way[-1], not back][None] = middles[way[-1]]
    ends: dict[tuple[int, bool, int | None], int] = {}
    for (node, top), lines in touching.items():
        box = boxes[node]
        order = sorted(lines, key=lambda line: (lines[line], line is not None, line or 0))
        for at, line in enumerate(order, 1):
            ends[node, top, line] = box.x + box.width * at // (len(order) + 1)
    return ends
