"""Which choice of a node is the best, as far as its points say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.activities.scenario.scenario import Scenario, SceneChoice
from builder.source.markdown import plain


@dataclass(frozen=True, slots=True)
class Weighed:
    """A node's choices but for those that happen by themselves, in the author's order.

    `best` are the indexes of those with the most points: fewer than all of them.
    """

    choices: tuple[SceneChoice, ...]
    best: frozenset[int]

    @property
    def lengths(self) -> tuple[int, ...]:
        """The characters of each choice as it is offered."""
        return tuple(len(plain(choice.text)) for choice in self.choices)


def weighed(scenario: Scenario) -> Iterator[Weighed]:
    """The nodes in which the points say that some choice is better than another."""
    for node, row in zip(scenario.nodes, scenario.table.nodes, strict=True):
        both = [(met, one.score) for met, one in zip(node.choices, row.choices, strict=True) if not one.after]
        most = max((score for _, score in both), default=0)
        best = frozenset(at for at, (_, score) in enumerate(both) if score == most)
        if 0 < len(best) < len(both):
            yield Weighed(tuple(met for met, _ in both), best)
