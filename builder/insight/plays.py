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

_WIDTH, _HEAD, _ROW = 264, 50, 17
_RATINGS = {rating: f"{rating} ending" for rating in get_args(Rating)}


def scenarios(figures: Figures) -> Section | None:
    """A part for each scenario; None in a course without."""
    plays = figures.catalogue.plays
    if not plays:
        return None
    says = (
        "Learners are counted, not plays: whoever took a choice in any play that counts is counted there once. "
        "A map has each choice with its learners in brackets, and at a line the numbers of the choices that take it. "
        "The thicker, the more learners; a dashed line is taken by too few to say. The table under it says the same.",
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
    boxes = tuple(_box(figures, play, at, taken.get(at, ()), at_end) for at in range(len(table.nodes)))
    drawn = layout(table, [Size(_WIDTH, _HEAD + _ROW * len(box.rows)) for box in boxes])
    lines = []
    for route in drawn.routes:
        known = [it.about for n in route.choices if (it := taken[route.source][n]).about is not None]
        marks = ", ".join(str(n + 1) for n in route.choices)
        lines.append(MapLine(marks, sum(filter(None, known)) if known else None))
    most = max((line.about for line in lines if line.about is not None), default=0)
    return SceneMap(play.page.title, drawn, boxes, tuple(lines), most)


def _box(figures: Figures, play: Play, at: int, taken: tuple[Count, ...], at_end: Mapping[str, Count]) -> MapBox:
    node = play.scenario.table.nodes[at]
    if node.rating:
        return MapBox(node.id, f"{_RATINGS[node.rating]}: {at_end[node.id].words}", node.rating, ())
    if at not in play.turns:
        return MapBox(node.id, "goes on at once", None, ())
    turn = figures.catalogue.things[play.turns[at]]
    assert isinstance(turn, Turn)
    rows = (f"{n} ({it.words}) {one.words}" for n, (one, it) in enumerate(zip(turn.options, taken, strict=True), 1))
    learners = count(figures.turns[turn.index].learners).words
    return MapBox(node.id, f"{learners} learners", None, tuple(rows))
