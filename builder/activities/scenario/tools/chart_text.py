"""The map as text: a list to read, and the two languages that other programs draw from, Mermaid and Graphviz's DOT."""

from __future__ import annotations

import json
from collections.abc import Iterator

from builder.activities.scenario.links import Link, links
from builder.activities.scenario.tools.chart import Chart, Place

FILLS = {"good": "#d7efdc", "fair": "#fdf0c8", "poor": "#f9dcd8"}
"""The colours of endings; their ratings stand in words as well."""


def as_list(chart: Chart) -> str:
    """Node by node, each arrow on a line."""
    lines = [f"{chart.title} ({chart.id})", chart.about]
    for place in chart.places:
        lines += ["", f"{place.id} ({place.about})", *(f"  {sentence}" for sentence in chart.sentences(place))]
    return "\n".join(lines) + "\n"


def as_mermaid(chart: Chart) -> str:
    """A flowchart in Mermaid."""
    lines = ["flowchart TD", f"  accTitle: {_flat(chart.title)}", f"  accDescr: {_flat(chart.about)}"]
    for at, place in enumerate(chart.places):
        # Mermaid reads markup and entities inside quotes.
        words = "<br>".join(_mermaid(line) for line in _box(chart, place))
        lines.append(f'  n{at}["{words}"]{f":::{place.rating}" if place.rating else ""}')
    for link in links(chart.table):
        arrow = "-->" if any(not condition for _, condition in _marks(chart, link)) else "-.->"
        lines.append(f'  n{link.source} {arrow}|"{_mermaid(_label(chart, link))}"| n{link.target}')
    lines += [f"  classDef {rating} fill:{fill},color:#000,stroke:#000" for rating, fill in FILLS.items()]
    return "\n".join(lines) + "\n"


def as_dot(chart: Chart) -> str:
    """A graph in Graphviz's DOT."""
    lines = [
        f"digraph {_quoted(chart.id)} {{",
        f"  label={_quoted(f'{chart.title}: {chart.about}')}; labelloc=t; fontname=sans;",
        "  node [shape=box style=filled fillcolor=white fontname=sans]; edge [fontname=sans];",
    ]
    for at, place in enumerate(chart.places):
        words = "\\l".join(_escaped(line) for line in _box(chart, place)) + "\\l"
        fill = f" fillcolor={_quoted(FILLS[place.rating])} peripheries=2" if place.rating else ""
        lines.append(f'  n{at} [label="{words}"{fill}];')
    for link in links(chart.table):
        style = "solid" if any(not condition for _, condition in _marks(chart, link)) else "dashed"
        lines.append(f"  n{link.source} -> n{link.target} [label={_quoted(_label(chart, link))} style={style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _box(chart: Chart, place: Place) -> Iterator[str]:
    yield place.id
    yield place.about
    yield from chart.sentences(place)


def _marks(chart: Chart, link: Link) -> list[tuple[str, str]]:
    """Each arrow of the link: its mark and its condition."""
    arrows = chart.places[link.source].arrows
    return [(arrow.mark, arrow.condition) for arrow in arrows if arrow.target == link.target]


def _label(chart: Chart, link: Link) -> str:
    return ", ".join(mark + (f" if {condition}" if condition else "") for mark, condition in _marks(chart, link))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _mermaid(text: str) -> str:
    entities = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;"}
    return "".join(entities.get(character, character) for character in _flat(text))


def _escaped(text: str) -> str:
    return _flat(text).replace("\\", "\\\\").replace('"', '\\"')


def _quoted(text: str) -> str:
    return json.dumps(_flat(text), ensure_ascii=False)
