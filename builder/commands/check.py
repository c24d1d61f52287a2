"""`coursewright check`: everything that is wrong with a course, and nothing written."""

from __future__ import annotations

from pathlib import Path

from builder.build import rehearse
from builder.console.show import OUT, complain, count, show
from builder.resources import PlayerMissing


def check(folder: Path, locked: bool) -> int:
    """Prints all findings; the exit status is 1 where one is an error."""
    try:
        checked = rehearse(folder, locked)
    except PlayerMissing as missing:
        complain(str(missing))
        return 1
    show(checked.diagnostics, folder)
    if checked.failed:
        return 1
    pages = len(checked.course.pages) if checked.course else 0
    OUT.print(f"{folder}: {pages} {'page' if pages == 1 else 'pages'}, {count(checked.diagnostics) or 'nothing wrong'}")
    return 0
