"""The head of a page or scenario: the settings between `---` lines at the very beginning of the file."""

from __future__ import annotations

from collections.abc import Sequence

from builder.source.diagnostic import Diagnostic
from builder.source.lines import Row
from builder.source.span import Span
from builder.source.syntax import Head
from builder.source.yaml_values import read_yaml

_FENCE = "---"


def read_head(file: str, rows: Sequence[Row]) -> tuple[Head, Sequence[Row], tuple[Diagnostic, ...]]:
    """The head, the lines after it, and the faults: those of the YAML, and CW013 where the closing `---` is missing."""
    if not rows or rows[0].text.rstrip() != _FENCE:
        return Head(Span(file)), rows, ()
    for at, row in enumerate(rows[1:], 1):
        if row.text.rstrip() == _FENCE:
            head, faults = read_yaml(file, rows[1:at])
            return head, rows[at + 1 :], faults
    opening = rows[0].span()
    fault = Diagnostic(
        "CW013", opening, "The head that opens here is never closed: put a line `---` after its settings."
    )
    return Head(opening, faulty=frozenset({""})), (), (fault,)
