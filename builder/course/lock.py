"""ids.lock as text: reads it into entries, naming all that a person or a merge can do to it, and writes it.

docs/architecture.md, "ids.lock", is the format: a line `path number kind`, sorted, with a fourth word `retired` for a
thing that is gone. builder/course/numbering.py decides which thing gets which number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.source.diagnostic import Diagnostic
from builder.source.files import LOCK
from builder.source.span import Span

RETIRED = "retired"

_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)( |$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a thing's path of ids, its number, its kind, and whether it is gone. `line` is 0 until it was read."""

    path: tuple[str, ...]
    number: int
    kind: str
    retired: bool = False
    line: int = 0

    @property
    def space(self) -> tuple[str, str]:
        """The count that the number belongs to: all kinds together at the top level, else (first id, kind)."""
        return ("", "") if len(self.path) == 1 else (self.path[0], self.kind)

    @property
    def text(self) -> str:
        """The line as it stands in the file, without its end."""
        return " ".join(["/".join(self.path), str(self.number), self.kind, *([RETIRED] if self.retired else [])])


@dataclass(frozen=True, slots=True)
class LockRead:
    """What a lock says, and what is wrong with it."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_lock(text: str) -> LockRead:
    """The entries of an ids.lock, without the lines that cannot be read; an empty text is a course never built."""
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    conflict = False
    for line, words in _lines(text):
        if _CONFLICT.match(words):
            if not conflict:
                diagnostics.append(_conflicted(line, words))
            conflict = True
            continue
        entry = _entry(line, words)
        if entry is None:
            diagnostics.append(_malformed(line, words))
        else:
            entries.append(entry)
    if not conflict:
        diagnostics.extend(_twice(entries))
        diagnostics.extend(_shared(entries))
    return LockRead(tuple(entries), tuple(sorted(diagnostics, key=lambda found: found.order)))


def write_lock(entries: Iterable[Entry]) -> str:
    """The file's whole text: sorted by path, so that the lines of two branches merge where they do not touch."""
    ordered = sorted(entries, key=lambda entry: (entry.path, entry.kind, entry.number))
    return "".join(entry.text + "\n" for entry in ordered)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if line.strip():
            yield number, line.rstrip()


def _entry(line: int, words: str) -> Entry | None:
    parts = words.split(" ")
    if len(parts) not in (3, 4) or (len(parts) == 4 and parts[3] != RETIRED):
        return None
    path = tuple(parts[0].split("/"))
    if not all(path) or not _NUMBER.fullmatch(parts[1]) or not parts[2]:
        return None
    return Entry(path, int(parts[1]), parts[2], len(parts) == 4, line)


def _malformed(line: int, words: str) -> Diagnostic:
    return Diagnostic(
        "CW501",
        Span(LOCK, line, 1, len(words)),
        f"'{words}' is no line of ids.lock. A line is 'path number kind', or 'path number kind retired', "
        "with one space between. Put the file back as it was in your version control.",
    )


def _conflicted(line: int, words: str) -> Diagnostic:
    return Diagnostic(
        "CW502",
        Span(LOCK, line, 1, len(words)),
        "ids.lock holds the marks of an unfinished merge. Keep the lines of both sides, delete the lines that begin "
        "with <<<<<<<, =======, ||||||| or >>>>>>>, and build again: two things with one number are named then.",
    )


def _twice(entries: list[Entry]) -> Iterator[Diagnostic]:
    """One living thing on two lines: both branches of a merge added it, or one of them renamed it."""
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if entry.retired:
            continue
        first = seen.setdefault(entry.path, entry)
        if first is not entry:
            yield Diagnostic(
                "CW504",
                Span(LOCK, entry.line, 1, len(entry.text)),
                f"'{'/'.join(entry.path)}' is in line {first.line} too. Delete this line, unless it is the one that "
                "learners have met already: then delete the other.",
            )


def _shared(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Two things with one number: two branches each gave the next free one away."""
    free: dict[tuple[str, str], int] = {}
    for entry in entries:
        free[entry.space] = max(free.get(entry.space, 1), entry.number + 1)
    seen: dict[tuple[tuple[str, str], int], Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.space, entry.number), entry)
        if first is entry or (first.path == entry.path and not (first.retired or entry.retired)):
            continue
        column = len("/".join(entry.path)) + 2
        yield Diagnostic(
            "CW503",
            Span(LOCK, entry.line, column, len(str(entry.number))),
            f"'{'/'.join(entry.path)}' has the number {entry.number}, which '{'/'.join(first.path)}' in line "
            f"{first.line} has too. Change the {entry.number} in this line to {free[entry.space]}.",
        )
        free[entry.space] += 1
