"""What cmi5 asks of an AU, or of the package that brings it, by the numbers that @cmi5/requirements gives.

What remains of the 305 in its version 1.0.0 is asked of the LMS. docs/cmi5.md says of each how it is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "cmi5.md"
NUMBER = re.compile(r"\d+(?:\.\d+){3}-\d+")

_AU = {
    "3.0.0.0": [1],
    "4.1.0.0": [1],
    "7.0.0.0": [1, 2, 3, 4, 5],
    "7.1.1.0": [1],
    "7.1.2.0": [1],
    "7.1.3.0": [1],
    "8.1.0.0": [7],
    "8.1.1.0": [2, 3],
    "8.1.2.0": [3, 4, 5],
    "8.1.3.0": [2, 3],
    "8.1.4.0": [2, 3],
    "8.1.5.0": [5, 6],
    "8.2.1.0": [2, 5],
    "8.2.2.0": [4, 5],
    "9.1.0.0": [1],
    "9.2.0.0": [2, 3],
    "9.3.0.0": [1, 2, 3, 4, 5, 6, 7, 8],
    "9.3.2.0": [1, 2, 3],
    "9.3.3.0": [1, 2],
    "9.3.4.0": [1, 2, 3],
    "9.3.5.0": [1, 2],
    "9.3.8.0": [1, 2],
    "9.4.0.0": [1, 2],
    "9.5.1.0": [1, 2, 3],
    "9.5.2.0": [1, 2, 3],
    "9.5.3.0": [1, 2],
    "9.5.4.1": [1, 2, 3, 4],
    "9.6.0.0": [1],
    "9.6.1.0": [1],
    "9.6.2.0": [1],
    "9.6.2.1": [1],
    "9.6.2.2": [1, 2],
    "9.6.3.1": [4],
    "9.6.3.2": [2],
    "9.7.0.0": [1, 2],
    "10.2.1.0": [4, 5, 6, 7],
    "10.2.2.0": [1, 2, 3, 5, 6, 7, 8, 9, 10, 11],
    "10.2.4.0": [2],
    "10.2.6.0": [1],
    "11.0.0.0": [1, 2, 3, 4, 5],
    "11.1.0.0": [1, 2],
    "11.2.0.0": [1],
}
_PACKAGE = {
    "4.4.0.0": [1, 2],
    "8.1.0.0": [6],
    "13.1.2.0": [1],
    "13.1.3.0": [1],
    "13.1.4.0": [1, 2],
    "13.1.5.0": [1, 2],
    "13.2.0.0": [1],
    "14.1.0.0": [1, 2, 3, 4],
    "14.2.0.0": [1],
}


def _numbers(clauses: dict[str, list[int]]) -> tuple[str, ...]:
    return tuple(f"{clause}-{count}" for clause, counts in clauses.items() for count in counts)


AU = _numbers(_AU)
PACKAGE = _numbers(_PACKAGE)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document's tables: what is asked, in our words, and how it is met."""

    number: str
    asks: str
    met: str

    @property
    def tests(self) -> list[str]:
        """The names of the tests that it names, between backquotes."""
        return re.findall(r"`([^`]+)`", self.met)


def rows() -> Iterator[Row]:
    """The lines of the document's tables."""
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and NUMBER.fullmatch(cells[0]):
            yield Row(*cells)
