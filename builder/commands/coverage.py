"""`coursewright coverage`: where each thing that course.yaml promises is taught, practised, assessed and evidenced."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from builder.build import check_course
from builder.commands.put_out import put_out
from builder.console.show import ERR, complain, show
from builder.course.coverage import coverage as cover
from builder.reports.coverage import as_csv, as_html, as_text
from builder.source.span import Span

_ENDINGS = {".csv": "csv", ".html": "html", ".htm": "html", ".txt": "text"}


def coverage(folder: Path, format: str | None, out: Path | None) -> int:
    """Writes the table to `out`, or prints it; the exit status. Without a format, the ending of `out` says which.

    A course that lacks something gets its table too: that is when it is wanted.
    """
    format = format or (_ENDINGS.get(out.suffix.lower()) if out else "text")
    if format is None:
        complain(f"which format is {out} to have? Say --format, or end it in {', '.join(_ENDINGS)}")
        return 2
    checked = check_course(folder)
    course = checked.course
    if course is None:
        show(checked.diagnostics, folder)
        ERR.print("There is no course to make a table of.")
        return 1
    if not course.whole:
        ERR.print("This course has errors (`coursewright check` shows them): what they hide may be missing below.")
    rows = cover(course)
    if not rows:
        complain("course.yaml declares no topics, misconceptions, marking points or outcomes that could be covered")
        return 1

    def path(span: Span) -> str:
        return (folder / span.file).as_posix()

    def link(span: Span) -> str:
        try:
            seen = os.path.relpath(folder / span.file, out.parent if out else Path())
        except ValueError:
            # On another drive, which only its whole path reaches.
            return f"{(folder / span.file).resolve().as_uri()}#L{span.line}"
        return f"{quote(Path(seen).as_posix())}#L{span.line}"

    if format == "html":
        return put_out(as_html(rows, course.settings.title, course.settings.language, link), out)
    return put_out(as_csv(rows, path) if format == "csv" else as_text(rows, path), out)
