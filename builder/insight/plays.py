"""The scenarios' part of the report: which branches are taken, and where plays end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from builder.activities.scenario.layout import Size, layout
from builder.course.table import Rating
from builder.insight.asked import bar
from builder.insight.catalogue import End, Play, Turn
from builder.insight.disclosure import Count, count, parts
from builder.insight.figures import Figures
from builder.insight.report import Cell, Column, MapBox, MapLine, Place, SceneMap, Section, Table

_BOX = Size(176, 46)
_RATINGS = {rating: f"{rating} ending" for rating in get_args(Rating)}


def scenarios(figures: Figures) -> Section | None:
    """A part for each scenario; None in a course without."""
    plays = figures.catalogue.plays
    if not plays:
        return None
    says = (
        "Learners are counted, not plays: whoever took a choice in any play that counts is counted there once. "
        "On a map the numbers at a line are those of the node's choices, with their learners in brackets; a dashed "
        "line is taken by too few to say. The table under it says the same.",
    )
    return Section("scenarios", "Scenarios", says, (), tuple(_scenario(figures, play) for play in plays))


def _scenario(figures: Figures, play: Play) -> Section:
    taken = {node: _taken(figures, thing) for node, thing in play.turns.items()}
    rows: list[tuple[Cell, ...]] = []
    for node, thing in play.turns.items():
        turn = figures.catalogue.things[thing]
        assert isinstance(turn, Turn)
        learners = figures.turns[thing].learners
        for n, (option, shown) in enumerate(zip(turn.options, taken[node], strict=True), 1):
            target = play.scenario.table.nodes[play.scenario.table.nodes[node].choices[n - 1].target].id
            place = Place(f"{n} {option.words}", option.span)
            rows.append((place, Place(turn.title, turn.span), target, bar(shown, learners)))
    columns = (
        Column("choice", "Choice"),
        Column("node", "At"),
        Column("target", "Leads to"),
        Column("learners", "Learners who took it"),
    )
    id = play.scenario.id.value
    branches = Table(f"{id}-branches", f"{play.page.title}: which branches are taken", columns, tuple(rows))
    endings, at_end = _endings(figures, play)
    return Section(id, play.page.title, (), (_map(play, taken, at_end, figures), branches, endings))


def _taken(figures: Figures, thing: int) -> tuple[Count, ...]:
    turn = figures.catalogue.things[thing]
    assert isinstance(turn, Turn)
    it = figures.turns[thing]
    cells = [it.taken.get(n, 0) for n in range(len(turn.options))]
    # Whoever plays twice may take two of them: then they make up no whole that something could be taken from.
    apart = sum(it.taken.values()) == it.learners
    rest = it.learners - sum(cells)
    return parts([*cells, rest], it.learners)[: len(cells)] if apart else tuple(map(count, cells))


def _endings(figures: Figures, play: Play) -> tuple[Table, Mapping[str, Count]]:
    end = figures.catalogue.things[play.end]
    assert isinstance(end, End)
    it = figures.ends[play.end]
    known = range(len(end.endings))
    first, latest = (
        parts([*(told.get(n, 0) for n in known), told.get(-1, 0)], it.learners) for told in (it.first, it.latest)
    )
    rows = tuple(
        (
            Place(f"{ending.id}: {ending.outcome}" if ending.outcome else ending.id, ending.span),
            _RATINGS[ending.rating],
            bar(first[n], it.learners),
            bar(latest[n], it.learners),
        )
        for n, ending in enumerate(end.endings)
    )
    columns = (
        Column("ending", "Ending"),
        Column("rating", "Rating"),
        Column("first", "First play"),
        Column("latest", "Latest play"),
    )
    table = Table(f"{play.scenario.id.value}-endings", f"{play.page.title}: where plays end", columns, rows)
    return table, {ending.id: latest[n] for n, ending in enumerate(end.endings)}


def _map(play: Play, taken: Mapping[int, tuple[Count, ...]], at_end: Mapping[str, Count], figures: Figures) -> SceneMap:
    table = play.scenario.table
    drawn = layout(table, [_BOX] * len(table.nodes))
    boxes = tuple(
        MapBox(
            node.id,
            f"{_RATINGS[node.rating]}: {at_end[node.id].words}"
            if node.rating
            else f"{count(figures.turns[play.turns[at]].learners).words} learners"
            if at in play.turns
            else "goes on at once",
            node.rating,
        )
        for at, node in enumerate(table.nodes)
    )
    lines = []
    for route in drawn.routes:
        shown = {n: taken[route.source][n] for n in route.choices if route.source in taken}
        label = ", ".join(f"{n + 1} ({it.words})" for n, it in shown.items())
        known = [it.about for it in shown.values() if it.about is not None]
        lines.append(MapLine(label or "→", sum(known) if known else None))
    most = max((line.about for line in lines if line.about is not None), default=0)
    return SceneMap(play.page.title, drawn, boxes, tuple(lines), most)
