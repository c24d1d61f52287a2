"""What a check came to, for the forms that machines read (builder/console/*_form.py), each a function of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.course.code import Code
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings in a course folder, in order, with the codes by name; `failed` where the course can't be built."""

    folder: Path
    findings: tuple[Diagnostic, ...]
    codes: Mapping[str, Code]
    failed: bool

    def path(self, span: Span) -> PurePosixPath:
        """The file of a place, from where the command runs if it is below, as machines look for it."""
        file = self.folder / span.file
        here = Path.cwd()
        below = file.relative_to(here) if file.is_relative_to(here) else file
        return PurePosixPath(below.as_posix())
