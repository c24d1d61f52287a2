"""The cases in tests/source/cases: pairs of source and what comes of it, parted by lines that begin with `@@`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One pair."""

    name: str
    source: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """The cases of one file: `@@ name`, the source, `@@`, what is expected."""
    cases = []
    for part in f"\n{(_FOLDER / name).read_text('utf-8')}".split("\n@@ ")[1:]:
        title, _, rest = part.partition("\n")
        source, _, expected = f"{rest}\n".partition("\n@@\n")
        cases.append(Case(title.strip(), source, expected.strip("\n")))
    return cases
