"""Findings as JSON for an author's own scripts. docs/checks.md is the shape: keys are added and never taken away."""

from __future__ import annotations

import json
from typing import Any

from builder import __version__
from builder.console.outcome import Outcome
from builder.source.diagnostic import Note, Severity

_VERSION = 1


def json_text(outcome: Outcome) -> str:
    """One JSON object in readable lines."""
    severities = [found.severity for found in outcome.findings]
    return json.dumps(
        {
            "version": _VERSION,
            "tool": {"name": "coursewright", "version": __version__},
            "folder": outcome.folder.as_posix(),
            "failed": outcome.failed,
            "counts": {severity.value: severities.count(severity) for severity in Severity},
            "findings": [
                {
                    "file": found.span.file,
                    "line": found.span.line,
                    "column": found.span.column,
                    "length": found.span.length,
                    "code": found.code,
                    "severity": found.severity.value,
                    "group": outcome.codes[found.code].group,
                    "message": found.message,
                    "notes": [_note(note) for note in found.notes],
                }
                for found in outcome.findings
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _note(note: Note) -> dict[str, Any]:
    span = note.span
    place = {"file": span.file, "line": span.line, "column": span.column} if span else {}
    return {**place, "message": note.text}
