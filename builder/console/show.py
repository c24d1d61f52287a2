"""Prints diagnostics and sentences, the same way for every command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from builder.source.diagnostic import Diagnostic, Note, Severity
from builder.source.span import Span

OUT = Console(soft_wrap=True, highlight=False, markup=False)
ERR = Console(soft_wrap=True, highlight=False, markup=False, stderr=True)

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "cyan"}


def line(found: Diagnostic, folder: Path) -> str:
    """`path:line:column: CODE message`, the path beginning as the author typed the folder, and its notes below it."""
    whole = f"{_place(found.span, folder)}: {found.code} {_kind(found)}{found.message}"
    return "\n".join([whole, *(_note(note, folder) for note in found.notes)])


def show(diagnostics: Iterable[Diagnostic], folder: Path) -> None:
    """Prints every finding to stderr, and how many there are."""
    shown = tuple(diagnostics)
    for found in shown:
        text = Text(f"{_place(found.span, folder)}: ")
        text.append(found.code, _STYLES[found.severity])
        ERR.print(text.append(f" {_kind(found)}{found.message}"))
        for note in found.notes:
            ERR.print(_note(note, folder))
    if shown:
        ERR.print(count(shown))


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`."""
    severities = [found.severity for found in diagnostics]
    words = (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.INFORMATION, "note", "notes"),
    )
    numbers = [(severities.count(severity), one, many) for severity, one, many in words]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in numbers if number)


def complain(sentence: str) -> None:
    """Prints one sentence to stderr as the reason why a command stops."""
    ERR.print(Text("coursewright: ", "bold red").append(sentence, "default"))


def _note(note: Note, folder: Path) -> str:
    place = f"{_place(note.span, folder)}: " if note.span else ""
    return f"    {place}{note.text}"


def _place(span: Span, folder: Path) -> str:
    return f"{(folder / span.file).as_posix()}:{span.line}:{span.column}"


def _kind(found: Diagnostic) -> str:
    """What an author would not guess from the code: that a finding is no error."""
    return "" if found.severity is Severity.ERROR else f"{found.severity.value}: "
