"""Explores everything that can happen in a scenario: states, never paths, so that it ends soon and leaves nothing out.

A scenario's states are finite (variables are bounded, loops counted), and no state comes twice in one play, so the most
and the least points and the longest play are sums over an acyclic graph. docs/scenarios.md ("What is proved").
"""

from __future__ import annotations

from array import array

from builder.course.table import Table
from builder.proofs.gave_up import GaveUp, give_up
from builder.proofs.machine import Machine
from builder.proofs.space import Space
from builder.proofs.sums import Graph

LIMIT = 200_000
"""States after which the explorer gives up: a second of work, far beyond any scenario that a person can write."""

_WORD = 64


def explore(table: Table, timed: bool = False, limit: int = LIMIT) -> Space | GaveUp:
    """Everything that can happen in the scenario in timed or in untimed play; GaveUp where it has over `limit` states.

    Raises ValueError for a table that can go round for ever, which the checks of the graph keep out.
    """
    machine = Machine(table, timed)
    numbers: dict[int, int] = {}
    for packed in machine.starts():
        numbers.setdefault(packed, len(numbers))
        if len(numbers) > limit:
            return give_up(table, machine, tuple(numbers), limit)
    starts = tuple(range(len(numbers)))
    # Eight bytes a state, but for scenarios of so many variables and techniques that they need more bits.
    states = array("Q", numbers) if machine.layout.width <= _WORD else list(numbers)
    came = array("i", [-1] * len(states))
    first, by, to = array("I", [0]), array("H"), array("I")
    for packed in states:
        if len(states) > limit:
            return give_up(table, machine, states, limit)
        for index, after in machine.follow(packed):
            number = numbers.setdefault(after, len(states))
            if number == len(states):
                states.append(after)
                came.append(len(to))
            by.append(index)
            to.append(number)
        first.append(len(to))
    return Space(table, machine, starts, states, came, Graph(first, by, to))
