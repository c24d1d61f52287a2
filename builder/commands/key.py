"""`coursewright key`: writes what the letters and ids in an LMS's reports mean."""

from __future__ import annotations

from pathlib import Path

from builder.build import check_course
from builder.console.show import ERR, OUT, complain, show
from builder.reports.key import as_csv, as_html, key


def key_to_reports(folder: Path, out: Path, format: str, locked: bool) -> int:
    """Writes the key of the course in `folder` into `out`; the exit status is 1 where nothing was written."""
    checked = check_course(folder, locked)
    course = checked.course
    if course is None or checked.failed:
        show(checked.diagnostics, folder)
        ERR.print("Nothing was written.")
        return 1
    lines = key(course)
    settings = course.settings
    text = as_csv(lines) if format == "csv" else as_html(lines, settings.title, settings.language)
    path = out / f"{settings.id}-key.{format}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as problem:
        complain(f"{path} cannot be written: {problem.strerror}")
        return 1
    OUT.print(f"{path}  {len(lines)} lines")
    if checked.lock_differs:
        OUT.print("ids.lock is not up to date: the letters are those of the next build.")
    return 0
