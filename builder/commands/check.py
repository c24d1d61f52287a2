"""`coursewright check`: everything that is wrong with a course, and nothing written."""

from __future__ import annotations

from pathlib import Path

import typer

from builder.build import Checked, rehearse
from builder.console.outcome import Outcome
from builder.console.report import WRITERS, Form
from builder.console.show import OUT, complain, count, show
from builder.explain.catalogue import every_code
from builder.resources import PlayerMissing


def check(folder: Path, locked: bool, form: Form) -> int:
    """Prints all findings in this form; the exit status is 1 where one is an error."""
    try:
        checked = rehearse(folder, locked)
    except PlayerMissing as missing:
        complain(str(missing))
        return 1
    if form is Form.TEXT:
        _tell(checked, folder)
    else:
        codes = {code.code: code for code in every_code()}
        report = WRITERS[form](Outcome(folder, checked.diagnostics, codes, checked.failed))
        # Not through the console, which may fold lines: machines read this.
        if report:
            typer.echo(report)
    return 1 if checked.failed else 0


def _tell(checked: Checked, folder: Path) -> None:
    show(checked.diagnostics, folder)
    if not checked.failed:
        pages = len(checked.course.pages) if checked.course else 0
        found = count(checked.diagnostics) or "nothing wrong"
        OUT.print(f"{folder}: {pages} {'page' if pages == 1 else 'pages'}, {found}")
