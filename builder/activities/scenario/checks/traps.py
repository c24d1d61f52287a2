"""Choices after which nothing better than a poor ending can follow, where before them something could."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.activities.scenario.scenario import Scenario
from builder.proofs.space import Space

_BETTER = ("good", "fair")


@dataclass(frozen=True, slots=True)
class Trap:
    """The choice of that index, taken in state `before`, is what leaves only poor endings."""

    space: Space
    before: int
    after: int
    choice: int


def traps(scenario: Scenario) -> Iterator[Trap]:
    """Every state and choice that does so, in untimed play first, in the order that shortest plays come to them."""
    for space in scenario.proof.spaces:
        for i in range(len(space)):
            if space.best(i) in _BETTER:
                for index, after in space.edges(i):
                    if space.best(after) not in _BETTER:
                        yield Trap(space, i, after, index)
