"""The table of what a course covers, for the terminal, for spreadsheets and as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import get_args

from builder.course.coverage import EVIDENCED, Place, Row
from builder.reports.sheet import sheet
from builder.source.settings import Evidence
from builder.source.span import Span

Link = Callable[[Span], str]
"""Where a place of the source is for whoever reads the table: a path, or the address of a link."""

COLUMNS: Mapping[str, frozenset[Evidence]] = {
    "Taught": frozenset({"taught"}),
    "Practised": frozenset({"practised"}),
    "Assessed": frozenset({"assessed"}),
    "Evidenced": EVIDENCED,
}
_SORTS = {
    "topic": "Topics",
    "misconception": "Misconceptions",
    "marking point": "Marking points",
    "outcome": "Outcomes",
}

_FEW = 3
_IN_ORDER: tuple[Evidence, ...] = get_args(Evidence)


def lacking(row: Row) -> str:
    """What the course lacks for it, in words; empty where that is nothing."""
    missing = [*row.lacks]
    if row.is_unproved:
        return ", ".join([*missing, " or ".join(kind for kind in _IN_ORDER if kind in row.any_of)])
    return ", ".join(missing)


def as_text(rows: Sequence[Row], path: Link) -> str:
    """A table of how many places there are, and under it row by row each place as `path:line`."""
    return "\n".join((*_counts(rows), "", *_lines(rows, path))) + "\n"


def as_csv(rows: Sequence[Row], path: Link) -> str:
    """A line a row, the places in a cell one below another."""
    columns = ("Sort", "Id", "Text", "Declared", "Needs", *COLUMNS, "Lacks")
    return sheet(columns, ([*_cells(row, path)] for row in rows))


def as_html(rows: Sequence[Row], title: str, language: str, link: Link) -> str:
    """A page with one table for each sort of thing. `link` gives addresses as seen from where the page will lie."""
    tables = "".join(
        _table(heading, [row for row in rows if row.sort == sort], link)
        for sort, heading in _SORTS.items()
        if any(row.sort == sort for row in rows)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}: coverage</title>\n'
        "<style>:root{color-scheme:light dark}body{font:1rem/1.4 sans-serif;margin:1em}"
        "table{border-collapse:collapse;margin-block:1em}caption{font-weight:bold;text-align:start}"
        "th,td{border:1px solid;padding:.3em .5em;text-align:start;vertical-align:top}"
        "ul{margin:0;padding-inline-start:1.2em}a{color:inherit}"
        "li a{display:inline-block}li a,summary{padding-block:.15em}</style>\n"
        f"<main>\n<h1>{escape(title)}: coverage</h1>\n{tables}</main>\n</html>\n"
    )


def _counts(rows: Sequence[Row]) -> Iterator[str]:
    width = max(len(row.id) for row in rows)
    yield " " * width + "".join(f"{name.lower():>11}" for name in COLUMNS) + "  lacks"
    for row in rows:
        counts = "".join(f"{len(row.of(kinds)):>11}" for kinds in COLUMNS.values())
        yield f"{row.id:<{width}}{counts}  {lacking(row)}".rstrip()


def _lines(rows: Sequence[Row], path: Link) -> Iterator[str]:
    for sort, heading in _SORTS.items():
        found = [row for row in rows if row.sort == sort]
        if found:
            yield heading
        for row in found:
            needs = f" (needs {', '.join(row.needs)})" if row.needs else ""
            yield f"\n  {row.id}  {row.text}{needs}"
            if lacks := lacking(row):
                yield f"    LACKS {lacks}"
            for name, kinds in COLUMNS.items():
                places = row.of(kinds)
                if places:
                    yield f"    {name.lower()}: {len(places)}"
                yield from (f"      {_at(place.span, path)}  {place.what}" for place in places)
        if found:
            yield ""


def _cells(row: Row, path: Link) -> Iterator[str]:
    yield from (row.sort, row.id, row.text, _at(row.span, path), ", ".join(row.needs))
    for kinds in COLUMNS.values():
        yield "\n".join(f"{_at(place.span, path)} {place.what}" for place in row.of(kinds))
    yield lacking(row)


def _at(span: Span, path: Link) -> str:
    return f"{path(span)}:{span.line}"


def _table(heading: str, rows: Sequence[Row], link: Link) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (heading, "Needs", *COLUMNS, "Lacks"))
    body = "".join(
        f'<tr><th scope="row"><a href="{escape(link(row.span))}">{escape(row.id)}</a> {escape(row.text)}</th>'
        f"<td>{', '.join(row.needs)}</td>"
        + "".join(f"<td>{_places(row.of(kinds), link)}</td>" for kinds in COLUMNS.values())
        + f"<td>{f'<strong>{lacking(row)}</strong>' if lacking(row) else 'nothing'}</td></tr>\n"
        for row in rows
    )
    caption = f"<caption>{escape(heading)}</caption>"
    return f"<table>\n{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _places(places: Sequence[Place], link: Link) -> str:
    """How many, and behind that which: few are shown at once."""
    if not places:
        return ""
    items = "".join(f'<li><a href="{escape(link(place.span))}">{escape(place.what)}</a></li>' for place in places)
    shown = " open" if len(places) <= _FEW else ""
    return f"<details{shown}><summary>{len(places)}</summary><ul>{items}</ul></details>"
