"""Small pictures (SVG in HTML). Each stands beside words that say the same, so that nobody has to see it."""

from __future__ import annotations

from html import escape

from builder.activities.scenario.layout import Box, Route
from builder.activities.scenario.route_path import route_path
from builder.insight.report import MapBox, MapLine, SceneMap

_WIDTH = 120
_THIN, _THICK = 1.5, 9.0
_FITS = 42


def bar(low: float, high: float, middle: float | None = None) -> str:
    """A bar from `low` to `high` on a rail, all from 0 to 1, with a stroke at `middle`."""
    x, width = round(_WIDTH * low, 1), round(_WIDTH * (high - low), 1)
    stroke = ""
    if middle is not None:
        at = round(_WIDTH * middle, 1)
        stroke = f'<path class="middle" d="M{at} 0V10"/>'
    return (
        f'<svg class="bar" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect class="rail" x="0.5" y="0.5" width="{_WIDTH - 1}" height="9"/>'
        f'<rect class="much" x="{x}" y="2" width="{width}" height="6"/>{stroke}</svg>'
    )


def scene_map(key: str, drawn: SceneMap) -> str:
    """A scenario's map: a line is as thick as many took it, and dashed where that may not be said."""
    plan = drawn.layout
    return "".join(
        [
            f'<svg class="map" viewBox="0 0 {plan.width} {plan.height}" width="{plan.width}" height="{plan.height}" '
            f'role="img" aria-labelledby="{key}-map">',
            f'<title id="{key}-map">Map of {escape(drawn.title)}: the table below says the same in words</title>',
            f'<defs><marker id="{key}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="11" markerHeight="11" '
            'markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"/></marker></defs>',
            *(_line(key, route, line, drawn.most) for route, line in zip(plan.routes, drawn.lines, strict=True)),
            *(_box(box, words) for box, words in zip(plan.boxes, drawn.boxes, strict=True)),
            *(_label(route, line) for route, line in zip(plan.routes, drawn.lines, strict=True)),
            "</svg>",
        ]
    )


def _box(box: Box, words: MapBox) -> str:
    rows = "".join(
        f'<text x="{box.x + 8}" y="{box.y + 56 + 17 * at}">{escape(_cut(row))}</text>'
        for at, row in enumerate(words.rows)
    )
    return (
        f'<g class="{words.rating or "on"}">'
        f'<rect class="box" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"/>'
        f'<text class="id" x="{box.x + 8}" y="{box.y + 19}">{escape(_cut(words.id))}</text>'
        f'<text x="{box.x + 8}" y="{box.y + 36}">{escape(words.below)}</text>{rows}</g>'
    )


def _line(key: str, route: Route, line: MapLine, most: int) -> str:
    width = _THIN if not line.about or not most else _THIN + (_THICK - _THIN) * line.about / most
    few = " few" if line.marks and line.about is None else ""
    return f'<path class="way{few}" stroke-width="{width:.1f}" marker-end="url(#{key}-head)" d="{route_path(route)}"/>'


def _label(route: Route, line: MapLine) -> str:
    x, y = route.points[0]
    down = route.points[1][1] >= y
    return f'<text class="label" x="{x + 6}" y="{y + 15 if down else y - 5}">{escape(line.marks or "→")}</text>'


def _cut(words: str) -> str:
    return words if len(words) <= _FITS else words[: _FITS - 1].rstrip() + "…"
