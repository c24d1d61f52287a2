"""The map as a picture (SVG 1.1): a box a node with its arrows in words, and lines from box to box.

Its text is the list's: each box has it whole as its name, so that whoever cannot see the picture reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from builder.activities.scenario.layout import Box, Layout, Route, Size, layout
from builder.activities.scenario.route_path import route_path
from builder.activities.scenario.tools.chart import Chart, Place

_WIDTH = 264
_ROW = 17
_HEAD = 42
_INSET = 9
_FITS = 40
"""Characters of a row that fit into a box."""
_TITLE = 62
_BELOW = 34
_LEGEND = (
    "Numbers at lines are those of the choices in the box; → goes on at once. "
    "A dashed line is open only where a condition holds."
)

_STYLE = """
text{font:12px system-ui,sans-serif;fill:#1a1a1a}
.title{font-size:20px;font-weight:bold}.id{font-size:14px;font-weight:bold}
.box{fill:#fff;stroke:#555;stroke-width:1.5}
.good .box{fill:#d7efdc;stroke:#1b6b2f;stroke-width:3}
.fair .box{fill:#fdf0c8;stroke:#7a5200;stroke-width:3}
.poor .box{fill:#f9dcd8;stroke:#a3261b;stroke-width:3}
.line{fill:none;stroke:#555;stroke-width:1.5;marker-end:url(#head)}
.to-good{stroke:#1b6b2f}.to-fair{stroke:#7a5200}.to-poor{stroke:#a3261b}
.at-times{stroke-dasharray:6 4}
.mark{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round;font-weight:bold}
"""


def as_svg(chart: Chart) -> str:
    """The picture."""
    drawn = layout(chart.table, [_size(place) for place in chart.places])
    width = max(drawn.width, 640, 2 * 24 + 12 * len(chart.title))
    height = drawn.height + _TITLE + _BELOW
    shift = (width - drawn.width) // 2
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'lang="{escape(chart.language)}" role="group" aria-labelledby="title about">',
            f'<title id="title">{escape(chart.title)}</title>',
            f'<desc id="about">{escape(chart.about)}</desc>',
            f"<style>{_STYLE}</style>",
            '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
            'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#1a1a1a"/></marker></defs>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            f'<g aria-hidden="true"><text class="title" x="24" y="32">{escape(chart.title)}</text>'
            f'<text x="24" y="52">{escape(chart.about)}</text></g>',
            f'<g transform="translate({shift} {_TITLE})">',
            '<g aria-hidden="true">',
            *(_line(route, chart) for route in drawn.routes),
            "</g>",
            *(_place(chart, place, box) for place, box in zip(chart.places, drawn.boxes, strict=True)),
            '<g aria-hidden="true">',
            *_marks(drawn, chart),
            "</g></g>",
            f'<text x="24" y="{height - 16}">{_LEGEND}</text>',
            "</svg>\n",
        ]
    )


def _size(place: Place) -> Size:
    rows = len(place.arrows) + len(_wrapped(place.outcome))
    return Size(_WIDTH, _HEAD + rows * _ROW + (_INSET if rows else 2))


def _place(chart: Chart, place: Place, box: Box) -> str:
    said = ". ".join((f"{place.id} ({place.about})", *chart.sentences(place)))
    rows = [_cut(_row(chart, place, at)) for at in range(len(place.arrows))] + _wrapped(place.outcome)
    lines = "".join(
        f'<text x="{box.x + _INSET}" y="{box.y + _HEAD + 12 + at * _ROW}">{escape(row)}</text>'
        for at, row in enumerate(rows)
    )
    return (
        f'<g role="img" aria-label="{escape(said)}" class="{place.rating or "on"}"><title>{escape(said)}</title>'
        f'<rect class="box" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6"/>'
        f'<text class="id" x="{box.x + _INSET}" y="{box.y + 20}">{escape(_cut(place.id))}</text>'
        f'<text x="{box.x + _INSET}" y="{box.y + 37}">{escape(place.about)}</text>{lines}</g>'
    )


def _row(chart: Chart, place: Place, at: int) -> str:
    arrow = place.arrows[at]
    when = f"[if {arrow.condition}] " if arrow.condition else ""
    return f"{arrow.mark}  {when}{arrow.words or f'to {chart.places[arrow.target].id}'}"


def _line(route: Route, chart: Chart) -> str:
    arrows = [arrow for arrow in chart.places[route.source].arrows if arrow.target == route.target]
    names = ["line"]
    if rating := chart.places[route.target].rating:
        names.append(f"to-{rating}")
    if all(arrow.condition for arrow in arrows):
        names.append("at-times")
    return f'<path class="{" ".join(names)}" d="{route_path(route)}"/>'


def _marks(drawn: Layout, chart: Chart) -> Iterator[str]:
    """At the beginning of each line, the marks of its arrows."""
    for route in drawn.routes:
        x, y = route.points[0]
        arrows = [arrow for arrow in chart.places[route.source].arrows if arrow.target == route.target]
        words = ", ".join(dict.fromkeys(arrow.mark for arrow in arrows))
        down = route.points[1][1] >= y
        yield f'<text class="mark" x="{x + 4}" y="{y + 14 if down else y - 5}">{words}</text>'


def _cut(row: str) -> str:
    return row if len(row) <= _FITS else row[: _FITS - 1].rstrip() + "…"


def _wrapped(words: str) -> list[str]:
    """The words in rows that fit, two at the most."""
    if len(words) <= _FITS:
        return [words] if words else []
    at = words.rfind(" ", 0, _FITS + 1)
    first = words[:at] if at > 0 else words[:_FITS]
    return [first, _cut(words[len(first) :].strip())]
