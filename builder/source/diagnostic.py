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
class Diagnostic:
    """One finding: a code that never changes its meaning (CW204), where, and a sentence that says what to do."""

    code: str
    span: Span
    message: str
    severity: Severity = Severity.ERROR

    @property
    def order(self) -> tuple[Span, str, str]:
        """The key that diagnostics are shown in: by file, line, column, then code."""
        return (self.span, self.code, self.message)
