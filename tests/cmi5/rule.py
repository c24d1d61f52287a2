"""A rule of the strict LMS: whom it concerns, what it asks, and the numbers of the requirements that it holds.

The numbers are those of @cmi5/requirements: the clause, then the count within it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case]):
    """`holds` is asked of the cases to which the rule `applies`."""

    numbers: tuple[str, ...]
    asks: str
    applies: Callable[[Case], bool]
    holds: Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that was broken, and what broke it."""

    numbers: tuple[str, ...]
    asks: str
    what: str


def always(_: object) -> bool:
    """For rules that concern every case."""
    return True
