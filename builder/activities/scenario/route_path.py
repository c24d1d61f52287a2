"""A line of a scenario's map as a path of SVG, for the map that authors draw and for the one of what learners took."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from builder.activities.scenario.layout import Route


def route_path(route: Route) -> str:
    """The path's data, in the layout's own units."""
    return "".join(_pieces(route))


def _pieces(route: Route) -> Iterator[str]:
    x, y = route.points[0]
    yield f"M{x} {y}"
    if route.source == route.target:
        side, (end_x, end_y) = route.points[1][0], route.points[2]
        yield f"C{side} {y} {side} {end_y} {end_x} {end_y}"
        return
    for (x, y), (end_x, end_y) in pairwise(route.points):
        middle = (y + end_y) // 2
        yield f"V{end_y}" if x == end_x else f"C{x} {middle} {end_x} {middle} {end_x} {end_y}"
