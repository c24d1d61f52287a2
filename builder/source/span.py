"""Where something stands in the author's source. Every element of the syntax and of the model carries one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file.

    `file` is a POSIX path relative to the course folder; `line` and `column` count from 1, columns in
    characters (code points); `length` is in characters and stays within the line.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def moved(self, columns: int, length: int = 1) -> Span:
        """The place `columns` characters further on in the same line."""
        return Span(self.file, self.line, self.column + columns, length)
