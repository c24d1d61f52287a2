"""Findings as workflow commands of GitHub Actions, which show each beside its line of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands: `::error file=...,line=...::message`,
with %, line ends and, in what stands before the message, colons and commas escaped.
"""

from __future__ import annotations

from builder.console.outcome import Outcome
from builder.source.diagnostic import Diagnostic, Note, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github_text(outcome: Outcome) -> str:
    """A line for each finding; nothing where there is none."""
    return "\n".join(_command(found, outcome) for found in outcome.findings)


def _command(found: Diagnostic, outcome: Outcome) -> str:
    properties = {
        "file": outcome.path(found.span),
        "line": found.span.line,
        "col": found.span.column,
        "title": f"{found.code} {outcome.codes[found.code].title}",
    }
    written = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    message = "\n".join([found.message, *(_note(note, outcome) for note in found.notes)])
    return f"::{_COMMANDS[found.severity]} {written}::{message.translate(_IN_MESSAGE)}"


def _note(note: Note, outcome: Outcome) -> str:
    return f"{outcome.path(note.span)}:{note.span.line}: {note.text}" if note.span else note.text
