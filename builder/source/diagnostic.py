"""What is wrong in a course's source, as data. Printed in one place (builder/console/show.py), never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.source.span import Span


class Severity(StrEnum):
    """An error stops the build; a warning and an information do not."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Note:
    """A line below a finding that shows how it comes about, with its place where it has one."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code that never changes its meaning (CW204), where, and a sentence that says what to do.

    `notes` show how it comes about, line by line: a play that gets stuck, for one.
    """

    code: str
    span: Span
    message: str
    severity: Severity = Severity.ERROR
    notes: tuple[Note, ...] = ()

    @property
    def order(self) -> tuple[Span, str, str]:
        """The key that diagnostics are shown in: by file, line, column, then code."""
        return (self.span, self.code, self.message)
