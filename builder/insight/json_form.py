"""The report as JSON: the same tables, as lists of objects, with everything hidden that the page hides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from builder.insight.disclosure import LEAST, Count, Part
from builder.insight.report import Bar, Cell, Correlation, Place, Report, Section, Table, Times


def as_json(report: Report) -> str:
    """Shares are in per cent, times in seconds; docs/insight.md has the keys."""
    tables = {table.key: _rows(table) for section in report.sections for table in _tables(section)}
    whole = {
        "course": report.title,
        "version": report.version,
        "source": report.source,
        "roundedTo": LEAST,
        "tables": tables,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _tables(section: Section) -> Iterator[Table]:
    yield from (it for it in section.shows if isinstance(it, Table))
    for inner in section.inner:
        yield from _tables(inner)


def _rows(table: Table) -> list[dict[str, Any]]:
    return [{column.key: _cell(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows]


def _cell(cell: Cell) -> Any:
    match cell:
        case Count(about, kept_back):
            return {"hidden": True} if kept_back else {"under": LEAST} if about is None else {"about": about}
        case Bar(shown, _):
            return _cell(shown)
        case Part(low, high):
            return None if low is None else {"percent": low} if low == high else {"from": low, "to": high}
        case Times(it, _):
            return {"low": it.low, "middle": it.middle, "high": it.high}
        case Correlation(value, is_rough):
            return {"value": value, "rough": is_rough}
        case Place(words, span):
            return {"text": words, "file": span.file, "line": span.line}
        case _:
            return cell
