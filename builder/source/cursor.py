"""A walk over a file's rows, and what is the same wherever it stops: values that go on, details, code fences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.source.diagnostic import Diagnostic, Severity
from builder.source.lines import Row
from builder.source.span import Span
from builder.source.syntax import Line, Text, Word

DETAIL = re.compile(r"(?P<key>[a-z][a-z0-9-]*):(?=\s|$)")
_ESCAPED_WORD = re.compile(r"\s*\\[A-Za-z][\w-]*:")
_CODE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")


def is_fence(row: Row) -> bool:
    """Whether the row opens or closes a block; indented by four columns it is text."""
    return row.indent < 4 and row.words.startswith(":::")


class Cursor:
    """The rows still to be read, and the faults found on the way."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.at = 0
        self.faults: list[Diagnostic] = []
        self.losses = 0
        """How many of the faults left something out that the author wrote."""

    @property
    def row(self) -> Row | None:
        """The row to be read next; None at the end."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def take(self) -> Row:
        """The next row, which is then read."""
        self.at += 1
        return self.rows[self.at - 1]

    def error(self, code: str, span: Span, message: str, mended: bool = False) -> None:
        """Notes an error; `mended` where it was taken as what must have been meant, so that nothing is missing."""
        self.faults.append(Diagnostic(code, span, message))
        self.losses += not mended

    def warn(self, code: str, span: Span, message: str) -> None:
        """Notes a warning."""
        self.faults.append(Diagnostic(code, span, message, Severity.WARNING))

    def following(self) -> Row | None:
        """The next row with words, at or after the cursor."""
        at = self.at
        while at < len(self.rows) and not self.rows[at].words:
            at += 1
        return self.rows[at] if at < len(self.rows) else None

    def take_deeper(self, indent: int) -> list[Row]:
        """Takes the rows indented deeper than that, with blank rows between them but not after them.

        A block's fence ends them even where it was indented by mistake.
        """
        first = self.at
        while (row := self.following()) is not None and row.indent > indent and not is_fence(row):
            while self.take() is not row:
                pass
        return list(self.rows[first : self.at])

    def take_code(self) -> list[Row]:
        """Takes a code fence and what it holds, where one opens here; CW106 and nothing where it is never closed."""
        row = self.row
        opening = _CODE.match(row.words) if row is not None else None
        if row is None or opening is None:
            return []
        mark = opening["fence"]
        closing = re.compile(rf"{re.escape(mark[0])}{{{len(mark)},}}")
        for end in range(self.at + 1, len(self.rows)):
            if closing.fullmatch(self.rows[end].words):
                taken = list(self.rows[self.at : end + 1])
                self.at = end + 1
                return taken
        self.error("CW106", row.span(), f"This code is never closed: put a line {mark} after it, or a \\ before it.")
        return []

    def take_detail(self, found: re.Match[str]) -> tuple[Word, Text | None]:
        """Takes the detail whose key was found in the next row, with the rows that go on from it.

        The text is None for an empty value, which is reported (CW121).
        """
        row = self.take()
        key = Word(found["key"], row.span(found.start("key"), len(found["key"])))
        first = row.rest(found.end())
        text = as_text([first] if first.text.strip() else [], self.take_deeper(row.indent))
        if text is None:
            message = f"`{key.value}` has no value: write it after the colon, or on lines that are indented deeper."
            self.error("CW121", key.span, message)
        return key, text


def as_text(lines: list[Line], rows: Sequence[Row] = ()) -> Text | None:
    """Lines and rows as one text without blank lines around it, the rows without the indentation that all share."""
    cut = min((row.indent for row in rows if row.words), default=0)
    lines = [*lines, *(row.line(cut) for row in rows)]
    while lines and not lines[-1].text.strip():
        lines.pop()
    while lines and not lines[0].text.strip():
        lines.pop(0)
    return Text(tuple(lines)) if lines else None


def text_line(row: Row, cut: int = 0) -> Line:
    """A row of prose, without the backslash that keeps `\\word:` from being a detail, which Markdown would show."""
    line = row.line(cut)
    if not _ESCAPED_WORD.match(line.text):
        return line
    at = line.text.index("\\")
    text = line.text[:at] + line.text[at + 1 :]
    span = line.span
    return Line(text, Span(span.file, span.line, span.column + (at == 0), max(1, span.length - 1)))
