"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# A number may begin with its sign.
_FORMULA = re.compile(r"[=+@\t\r]|-(?![0-9.]+$)")


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV with a byte order mark, where spreadsheets take UTF-8 for what it is. No cell is taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _inert(cell: str) -> str:
    """The cell with a sign before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
