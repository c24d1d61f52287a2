"""Which folder the author means by naming none."""

from __future__ import annotations

from pathlib import Path

from builder.source.files import SETTINGS

HOME = Path("course_src")


def course_folder(named: Path | None) -> Path:
    """The folder named, or the one we are in, or ./course_src where only that holds a course."""
    if named is not None:
        return named
    here = Path()
    return HOME if not (here / SETTINGS).exists() and (here / HOME / SETTINGS).exists() else here
