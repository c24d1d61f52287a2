"""The small numbers that ids.lock gives to trackable things: what the packed state and the reports are keyed by.

A number is unique among the things with the same first id and kind (`q-log/...` options), and at the top level among
all things of the course. It is never given again, so that a learner half-way through an older version is understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PAGE = "page"
SCENARIO = "scenario"
"""The kinds of page in ids.lock: a scenario's page shares the scenario's number."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers by path of ids: `numbers["q-log"]`, `numbers["q-log", "date-time"]`."""

    by_path: Mapping[tuple[str, ...], int]
    highest: Mapping[tuple[str, str], int]
    """The greatest number ever given, by (first id or "", kind): sizes of bit sets must reach it."""

    def __getitem__(self, path: str | tuple[str, ...]) -> int:
        return self.by_path[(path,) if isinstance(path, str) else path]

    def most(self, kind: str, top: str = "") -> int:
        """The greatest number ever given to a `kind` below the top-level thing `top`; 0 where there was none."""
        return self.highest.get((top, kind), 0)

    @property
    def most_things(self) -> int:
        """The greatest number ever given at the top level, to a thing of any kind."""
        return max((most for (top, _), most in self.highest.items() if not top), default=0)
