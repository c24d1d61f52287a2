"""Sums over all ways through an acyclic graph of states: backwards from its ends, forwards from its starts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NONE = -1
"""Stands for no number: where no end can follow, and for the edge before a start."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The edges of state i are those from `first[i]` up to `first[i + 1]`: the choice `by`, to the state `to`."""

    first: array[int]
    by: array[int]
    to: array[int]

    def __len__(self) -> int:
        return len(self.first) - 1


@dataclass(frozen=True, slots=True)
class Gains:
    """For each state the points of one play that comes to it, and its last edge (NONE at a start)."""

    points: array[int]
    came: array[int]


def in_order(graph: Graph) -> Sequence[int]:
    """The states so that each stands before all that can follow it; ValueError where one can come twice in a play."""
    arrows = array("I", [0]) * len(graph)
    for after in graph.to:
        arrows[after] += 1
    order = array("I", (i for i, count in enumerate(arrows) if not count))
    first, to = graph.first, graph.to
    for i in order:
        for after in to[first[i] : first[i + 1]]:
            arrows[after] -= 1
            if not arrows[after]:
                order.append(after)
    if len(order) < len(graph):
        raise ValueError("A state can come twice in one play: a loop has no limit")
    return order


def backwards(
    graph: Graph,
    order: Sequence[int],
    ends: Iterable[int],
    worths: Callable[[int], Sequence[int]],
    better: Callable[[int, int], int],
) -> array[int]:
    """For each state the best sum of worths on a way to an end; `worths` gives those of a state's choices by index."""
    sums = array("i", [NONE]) * len(graph)
    for i in ends:
        sums[i] = 0
    first, by, to = graph.first, graph.by, graph.to
    for i in reversed(order):
        worth = worths(i)
        for edge in range(first[i], first[i + 1]):
            follows = sums[to[edge]]
            if follows != NONE:
                total = follows + worth[by[edge]]
                sums[i] = total if sums[i] == NONE else better(sums[i], total)
    return sums


def forwards(
    graph: Graph,
    order: Sequence[int],
    starts: Iterable[int],
    worths: Callable[[int], Sequence[int]],
    is_better: Callable[[int, int], bool],
) -> Gains:
    """For each state the play to it that has the best sum of worths."""
    points, came = array("i", [NONE]) * len(graph), array("i", [NONE]) * len(graph)
    for start in starts:
        points[start] = 0
    first, by, to = graph.first, graph.by, graph.to
    for i in order:
        worth, gained = worths(i), points[i]
        for edge in range(first[i], first[i + 1]):
            after, total = to[edge], gained + worth[by[edge]]
            if points[after] == NONE or is_better(total, points[after]):
                points[after], came[after] = total, edge
    return Gains(points, came)
