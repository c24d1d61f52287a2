"""A report as values: sections of tables, the same for the page and for JSON. Everything here may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.activities.scenario.layout import Layout
from builder.insight.disclosure import Count, Part, Quartiles
from builder.source.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Something of the course, in a few words, with its line of the source."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Times:
    """How long: quartiles in seconds, `most` the longest upper one of the table, for the chart."""

    quartiles: Quartiles
    most: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of learners beside the greatest of its table."""

    count: Count
    most: int


@dataclass(frozen=True, slots=True)
class Correlation:
    """From -1 to 1; `is_rough` where few learners make it say little."""

    value: float
    is_rough: bool


Cell = str | int | Place | Count | Part | Bar | Times | Correlation | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key in JSON, and its head."""

    key: str
    head: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its first column names what each row is about."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class MapBox:
    """A node on the map: its id, what stands under it, its rating where it is an ending; its choices, a row each."""

    id: str
    below: str
    rating: str | None
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """All arrows from one node to another, in the order of the layout's routes: the numbers of the choices, and about
    how many learners took them; None where that may not be said. What goes on at once has no number and is not counted.
    """

    marks: str
    about: int | None


@dataclass(frozen=True, slots=True)
class SceneMap:
    """A scenario's map with what learners did on it."""

    title: str
    layout: Layout
    boxes: tuple[MapBox, ...]
    lines: tuple[MapLine, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. `says` are sentences under its heading; what it shows comes in order."""

    key: str
    heading: str
    says: tuple[str, ...] = ()
    shows: tuple[Table | SceneMap, ...] = ()
    inner: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole."""

    title: str
    language: str
    version: str
    source: str
    sections: Sequence[Section]
