"""Findings as SARIF 2.1.0 (OASIS Standard, errata 01), which code scanning and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from builder import __version__
from builder.console.outcome import Outcome
from builder.course.code import Code
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def sarif_text(outcome: Outcome) -> str:
    """One run, with the codes that were found as its rules (3.49) and each code's reason as its help (3.49.13)."""
    rules = sorted({found.code for found in outcome.findings})
    run = {
        "tool": {
            "driver": {
                "name": "Coursewright",
                "version": __version__,
                "rules": [_rule(outcome.codes[code]) for code in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, rules.index(found.code), outcome) for found in outcome.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "shortDescription": {"text": f"{code.title}."},
        "help": {"text": code.why or f"{code.title}."},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [code.group or "source"]},
    }


def _result(found: Diagnostic, rule: int, outcome: Outcome) -> dict[str, Any]:
    result = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": found.message},
        "locations": [_location(found.span, outcome)],
    }
    if found.notes:
        # 3.27.22: where somebody who reads the result may want to look, each with what is to be seen there.
        result["relatedLocations"] = [
            {"id": number, "message": {"text": note.text}, **(_location(note.span, outcome) if note.span else {})}
            for number, note in enumerate(found.notes, 1)
        ]
    return result


def _location(span: Span, outcome: Outcome) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.column + span.length}
    file = {"uri": quote(str(outcome.path(span)))}
    return {"physicalLocation": {"artifactLocation": file, "region": region}}
