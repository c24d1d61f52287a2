"""A scenario explored in every way that it can be played: what all its proofs are read off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.course.table import Table
from builder.proofs.explore import LIMIT, explore
from builder.proofs.gave_up import GaveUp
from builder.proofs.space import Space


@dataclass(frozen=True, slots=True)
class Proof:
    """Both spaces: `timed` is None where timed play is the same as untimed play.

    `most` points and `longest` choices are those of any play that ends, timed or not.
    """

    untimed: Space
    timed: Space | None = None
    most: int = 0
    longest: int = 0

    @property
    def spaces(self) -> tuple[Space, ...]:
        """The spaces that differ, untimed play first: a fault of both is shown in the play without a clock."""
        return (self.untimed,) if self.timed is None else (self.untimed, self.timed)

    @property
    def states(self) -> Iterator[tuple[Space, int]]:
        """Every state of every space."""
        return ((space, i) for space in self.spaces for i in range(len(space)))


def prove_table(table: Table, limit: int = LIMIT) -> Proof | GaveUp:
    """Explores untimed play, and timed play where it differs; GaveUp where there are more than `limit` states."""
    untimed = explore(table, limit=limit)
    if isinstance(untimed, GaveUp):
        return untimed
    timed = explore(table, timed=True, limit=limit) if _differs(table) else None
    if isinstance(timed, GaveUp):
        return timed
    starts = [(space, start) for space in (untimed, timed) if space for start in space.starts]
    most = max(0, *(space.most(start) for space, start in starts))
    return Proof(untimed, timed, most, max(0, *(space.longest(start) for space, start in starts)))


def _differs(table: Table) -> bool:
    """Whether something may be open in untimed play that is not in timed play: the later of two that wait."""
    return any(sum(choice.after is not None for choice in node.choices) > 1 for node in table.nodes)
