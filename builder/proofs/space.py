"""All that can happen in one scenario, in one way of playing it: its states, numbered, and the choices between them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from builder.course.table import Table
from builder.course.table_rules import State
from builder.proofs.packed import Machine

NONE = -1
"""Stands for no number where no ending can follow."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One choice of a play: the choice of that index was taken in that node."""

    node: int
    choice: int


class Space:
    """What `explore` found. States are numbered from 0 in the order that the shortest plays come to them.

    `starts` are the states that a play can begin in, the scenario's own first. `ways` holds each way on that some play
    takes from entering a node to where it stands: the nodes, each with the step that left it (Arrival.way). `order` has
    the states so that each stands before all that can follow it. Raises ValueError where one can come twice in a play.
    """

    def __init__(
        self,
        table: Table,
        machine: Machine,
        starts: tuple[int, ...],
        states: Sequence[int],
        came: array[int],
        edges: tuple[array[int], array[int], array[int]],
    ) -> None:
        self.table = table
        self.starts = starts
        self.ways = frozenset(machine.ways)
        self._layout = machine.layout
        self._states = states
        self._came = came
        self._first, self._by, self._to = edges
        self.order = self._in_order()

    def __len__(self) -> int:
        return len(self._states)

    def node(self, i: int) -> int:
        """The node that the play stands in."""
        return self._layout.node.of(self._states[i])

    def values(self, i: int) -> tuple[int, ...]:
        """The value of each variable."""
        return self._layout.values_of(self._states[i])

    def shown(self, i: int) -> int:
        """The techniques shown so far; bit t is technique t."""
        return self._layout.shown.of(self._states[i])

    def state(self, i: int) -> State:
        """All of it, as the rules have it."""
        return self._layout.unpack(self._states[i])

    def edges(self, i: int) -> tuple[tuple[int, int], ...]:
        """The open choices, by index, each with the state after it."""
        at = range(self._first[i], self._first[i + 1])
        return tuple((self._by[edge], self._to[edge]) for edge in at)

    def count_edges(self) -> int:
        """The open choices of all states."""
        return len(self._to)

    def start_of(self, i: int) -> int:
        """The state that the play of `play_to` begins in."""
        while (before := self._came[i]) != NONE:
            i = before
        return i

    def play_to(self, i: int) -> tuple[Turn, ...]:
        """A shortest play from a start to this state."""
        turns: list[Turn] = []
        while (before := self._came[i]) != NONE:
            turns.append(Turn(self.node(before), next(index for index, after in self.edges(before) if after == i)))
            i = before
        return tuple(reversed(turns))

    def brought_to(self, i: int) -> tuple[int, ...]:
        """What the play of `play_to` brings: the values of the table's `carried` variables at its start."""
        values = self.values(self.start_of(i))
        return tuple(values[variable] for variable in self.table.carried)

    def score_of(self, i: int, index: int) -> int:
        """The points of the choice of that index."""
        return self.table.nodes[self.node(i)].choices[index].score

    def most(self, i: int) -> int:
        """The most points that a play which ends can still get from here; NONE where no ending can follow."""
        return self._most[i]

    def least(self, i: int) -> int:
        """The least points that a play which ends can still get from here; NONE where no ending can follow."""
        return self._least[i]

    def longest(self, i: int) -> int:
        """The most choices from here to an ending; NONE where no ending can follow."""
        return self._longest[i]

    def paths(self, ending: int) -> int:
        """How many plays end in this node, over all starts: counted over states, without following each."""
        return sum(self._ways_to(ending)[start] for start in self.starts)

    def plays(self, ending: int, most: int) -> tuple[tuple[Turn, ...], ...]:
        """Up to `most` of the plays that end in this node, those from the scenario's own start first."""
        ways = self._ways_to(ending)
        found: list[tuple[Turn, ...]] = []
        waiting: list[tuple[int, tuple[Turn, ...]]] = [(start, ()) for start in reversed(self.starts) if ways[start]]
        while waiting and len(found) < most:
            i, turns = waiting.pop()
            edges = self.edges(i)
            if not edges:
                found.append(turns)
            for index, after in reversed(edges):
                if ways[after]:
                    waiting.append((after, (*turns, Turn(self.node(i), index))))
        return tuple(found)

    @cached_property
    def stands(self) -> tuple[int, ...]:
        """How many states stand in each node; 0 where a divert always goes on at once."""
        counts = [0] * len(self.table.nodes)
        of = self._layout.node.of
        for packed in self._states:
            counts[of(packed)] += 1
        return tuple(counts)

    @cached_property
    def endings(self) -> tuple[int, ...]:
        """The states in which a play is over."""
        return tuple(i for i in self._silent if self.table.nodes[self.node(i)].rating)

    @cached_property
    def stuck(self) -> tuple[int, ...]:
        """The states in which a play can neither go on nor end."""
        return tuple(i for i in self._silent if not self.table.nodes[self.node(i)].rating)

    def _in_order(self) -> Sequence[int]:
        arrows = array("I", [0]) * len(self)
        for after in self._to:
            arrows[after] += 1
        order = array("I", (i for i, count in enumerate(arrows) if not count))
        first, to = self._first, self._to
        for i in order:
            for after in to[first[i] : first[i + 1]]:
                arrows[after] -= 1
                if not arrows[after]:
                    order.append(after)
        if len(order) < len(self):
            raise ValueError("A state can come twice in one play: a loop has no limit")
        return order

    def _ways_to(self, ending: int) -> Sequence[int]:
        """For each state the number of ways from it to that ending. They may be far too many for 64 bits."""
        ways = [0] * len(self)
        for i in self.endings:
            ways[i] = int(self.node(i) == ending)
        first, to = self._first, self._to
        for i in reversed(self.order):
            if first[i] < first[i + 1]:
                ways[i] = sum(ways[after] for after in to[first[i] : first[i + 1]])
        return ways

    @cached_property
    def _silent(self) -> tuple[int, ...]:
        return tuple(i for i, (start, end) in enumerate(pairwise(self._first)) if start == end)

    @cached_property
    def _scores(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(choice.score for choice in node.choices) for node in self.table.nodes)

    @cached_property
    def _most(self) -> array[int]:
        return self._backwards(max, lambda node: self._scores[node])

    @cached_property
    def _least(self) -> array[int]:
        return self._backwards(min, lambda node: self._scores[node])

    @cached_property
    def _longest(self) -> array[int]:
        ones = tuple((1,) * len(node.choices) for node in self.table.nodes)
        return self._backwards(max, lambda node: ones[node])

    def _backwards(self, better: Callable[[int, int], int], worths: Callable[[int], Sequence[int]]) -> array[int]:
        """For each state the best sum of its choices' worths on a play to an ending."""
        sums = array("i", [NONE]) * len(self)
        for i in self.endings:
            sums[i] = 0
        first, by, to = self._first, self._by, self._to
        for i in reversed(self.order):
            worth = worths(self.node(i))
            for edge in range(first[i], first[i + 1]):
                follows = sums[to[edge]]
                if follows != NONE:
                    total = follows + worth[by[edge]]
                    sums[i] = total if sums[i] == NONE else better(sums[i], total)
        return sums
