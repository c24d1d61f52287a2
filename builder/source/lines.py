"""A file's text to rows: lines with their place, the one thing that every scanner here walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.syntax import Line

_TAB = 4
_MERGE = re.compile(r"(?P<mark><{7}|\|{7}|={7}|>{7})(?: .*)?")

# What XML 1.0 (section 2.2) cannot hold, and so no manifest: control characters, surrogates, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `start` is the count of characters before its words, `indent` how wide they are (a tab goes on to the
    next multiple of four), `words` the line without the blanks around it."""

    file: str
    number: int
    text: str
    start: int
    indent: int
    words: str

    def span(self, at: int = 0, length: int | None = None) -> Span:
        """The place of `length` characters from `at` on, counted in `words`; to the end of the words without it."""
        rest = len(self.words) - at
        return Span(self.file, self.number, self.start + at + 1, max(1, rest if length is None else min(length, rest)))

    def line(self, cut: int = 0) -> Line:
        """The line as part of a text, without its first `cut` columns of indentation."""
        start, width = 0, 0
        while start < self.start and width < cut:
            width += _TAB - width % _TAB if self.text[start] == "\t" else 1
            start += 1
        text = self.text[start:] if self.words else ""
        return Line(text, Span(self.file, self.number, start + 1 if text else 1, max(1, len(text))))

    def rest(self, at: int) -> Line:
        """The line as part of a text, from `at` in `words` on; blanks at the end stay, for they can break a line."""
        text = self.text[self.start + at :]
        start = self.start + at + len(text) - len(text.lstrip())
        return Line(self.text[start:], Span(self.file, self.number, start + 1, max(1, len(self.text) - start)))


def rows(file: str, text: str) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """The lines of a file, whatever ends them, and of an unfinished merge (CW009) those before its middle.

    CW008 where a character can be in no course (U+FFFD replaces it).
    """
    found: list[Row] = []
    faults: list[Diagnostic] = []
    merged = ""
    clean = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(clean.split("\n"), 1):
        if _FORBIDDEN.search(line):
            for bad in _FORBIDDEN.finditer(line):
                name = f"U+{ord(bad[0]):04X}"
                message = f"The invisible character {name} can be in no course: delete it."
                faults.append(Diagnostic("CW008", Span(file, number, bad.start() + 1), message))
            line = _FORBIDDEN.sub("\ufffd", line)
        if (mark := _MERGE.fullmatch(line)) is not None and (merged or mark["mark"][0] in "<>"):
            if not merged:
                message = "An unfinished merge: keep what is meant of it, and delete this line and its like."
                faults.append(Diagnostic("CW009", Span(file, number, 1, len(line)), message))
            merged = "" if mark["mark"][0] == ">" else mark["mark"][0]
            line = ""
        elif merged in ("|", "="):
            line = ""
        words = line.strip(" \t")
        start = len(line) - len(line.lstrip(" \t")) if words else 0
        found.append(Row(file, number, line, start, _width(line[:start]), words))
    return tuple(found), tuple(faults)


def _width(blanks: str) -> int:
    if "\t" not in blanks:
        return len(blanks)
    width = 0
    for blank in blanks:
        width += _TAB - width % _TAB if blank == "\t" else 1
    return width
