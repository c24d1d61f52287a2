"""Choices after which nothing better than a poor ending can follow, where before them something could."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from builder.activities.scenario.scenario import Scenario
from builder.course.table import RATINGS
from builder.proofs.space import Space

_POOR = RATINGS.index("poor")
_NONE = len(RATINGS)


@dataclass(frozen=True, slots=True)
class Trap:
    """The choice of that index, taken in state `before`, is what leaves only poor endings."""

    space: Space
    before: int
    after: int
    choice: int


def traps(scenario: Scenario) -> Iterator[Trap]:
    """For each node and choice the trap that the shortest play falls into, in untimed play if it can."""
    for space in scenario.proof.spaces:
        best = best_ratings(space)
        for i, rating in enumerate(best):
            if rating < _POOR:
                for index, after in space.edges(i):
                    if best[after] >= _POOR:
                        yield Trap(space, i, after, index)


def best_ratings(space: Space) -> array[int]:
    """For each state the best rating that can still be reached, as an index into RATINGS; their number for none."""
    best = array("B", [_NONE]) * len(space)
    for i in reversed(space.order):
        rating = space.table.nodes[space.node(i)].rating
        best[i] = RATINGS.index(rating) if rating else min((best[after] for _, after in space.edges(i)), default=_NONE)
    return best
