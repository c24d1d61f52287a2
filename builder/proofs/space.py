"""All that can happen in one scenario, in one way of playing it: its states, numbered, and the choices between them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from builder.course.table import RATINGS, Rating, Table
from builder.course.table_rules import State
from builder.proofs.machine import Machine
from builder.proofs.sums import NONE, Gains, Graph, backwards, forwards, in_order


@dataclass(frozen=True, slots=True)
class Turn:
    """One choice of a play: the choice of that index was taken in that node."""

    node: int
    choice: int


@dataclass(frozen=True, slots=True)
class Play:
    """The choices of a play in order, and what it brings: values for the table's `carried` variables."""

    turns: tuple[Turn, ...]
    brought: tuple[int, ...]


class Space:
    """What `explore` found. States are numbered from 0 in the order that the shortest plays come to them.

    `starts` are the states that a play can begin in, the scenario's own first. `looks` holds how every divert stood
    wherever a play entered its node, `conditions` and `effects` how those of the choices came out. `order` has the
    states so that each stands before all that can follow it. Raises ValueError where one can come twice in a play.
    """

    def __init__(
        self,
        table: Table,
        machine: Machine,
        starts: tuple[int, ...],
        states: Sequence[int],
        came: array[int],
        graph: Graph,
    ) -> None:
        self.table = table
        self.starts = starts
        self.looks = frozenset(machine.looks)
        self.conditions = frozenset(machine.conditions)
        self.effects = frozenset(machine.effects)
        self._layout = machine.layout
        self._states = states
        self._came = came
        self._graph = graph
        self.order = in_order(graph)

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
        at = range(self._graph.first[i], self._graph.first[i + 1])
        return tuple((self._graph.by[edge], self._graph.to[edge]) for edge in at)

    def count_edges(self) -> int:
        """The open choices of all states."""
        return len(self._graph.to)

    def play_to(self, i: int) -> tuple[Turn, ...]:
        """A shortest play from a start to this state."""
        return self._play(self._came, i).turns

    def brought_to(self, i: int) -> tuple[int, ...]:
        """What the play of `play_to` brings: the values of the table's `carried` variables at its start."""
        return self._play(self._came, i).brought

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

    def best(self, i: int) -> Rating | None:
        """The best rating of an ending that can still be reached; None where none can."""
        return (*RATINGS, None)[self._best[i]]

    def paths(self, ending: int) -> int:
        """How many plays end (or get stuck) in this node, over all starts: counted over states, not one by one."""
        return sum(self._ways_to(ending)[start] for start in self.starts)

    def plays(self, ending: int, most: int) -> tuple[Play, ...]:
        """Up to `most` of the plays that end or get stuck in this node, those from the scenario's own start first."""
        ways = self._ways_to(ending)
        found: list[Play] = []
        waiting = [(start, Play((), self._brought(start))) for start in reversed(self.starts) if ways[start]]
        while waiting and len(found) < most:
            i, play = waiting.pop()
            edges = self.edges(i)
            if not edges:
                found.append(play)
            for index, after in reversed(edges):
                if ways[after]:
                    waiting.append((after, replace(play, turns=(*play.turns, Turn(self.node(i), index)))))
        return tuple(found)

    def richest(self, i: int) -> int:
        """The most points that a play can have when it comes to this state."""
        return self._richest.points[i]

    def poorest(self, i: int) -> int:
        """The least points that a play can have when it comes to this state."""
        return self._poorest.points[i]

    def richest_play(self, i: int) -> Play:
        """A play to this state with the most points."""
        return self._play(self._richest.came, i)

    def poorest_play(self, i: int) -> Play:
        """A play to this state with the least points."""
        return self._play(self._poorest.came, i)

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

    @cached_property
    def _richest(self) -> Gains:
        return forwards(self._graph, self.order, self.starts, self._points, int.__gt__)

    @cached_property
    def _poorest(self) -> Gains:
        return forwards(self._graph, self.order, self.starts, self._points, int.__lt__)

    def _play(self, came: array[int], i: int) -> Play:
        """The play to a state, followed back by the edges that it came by."""
        turns: list[Turn] = []
        while (edge := came[i]) != NONE:
            i = bisect_right(self._graph.first, edge) - 1
            turns.append(Turn(self.node(i), self._graph.by[edge]))
        return Play(tuple(reversed(turns)), self._brought(i))

    def _brought(self, start: int) -> tuple[int, ...]:
        values = self.values(start)
        return tuple(values[variable] for variable in self.table.carried)

    def _ways_to(self, ending: int) -> Sequence[int]:
        """For each state the number of ways from it to where plays stop in that node. They may need over 64 bits."""
        ways = [0] * len(self)
        for i in self._silent:
            ways[i] = int(self.node(i) == ending)
        first, to = self._graph.first, self._graph.to
        for i in reversed(self.order):
            if first[i] < first[i + 1]:
                ways[i] = sum(ways[after] for after in to[first[i] : first[i + 1]])
        return ways

    @cached_property
    def _silent(self) -> tuple[int, ...]:
        return tuple(i for i, (start, end) in enumerate(pairwise(self._graph.first)) if start == end)

    @cached_property
    def _scores(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(choice.score for choice in node.choices) for node in self.table.nodes)

    def _points(self, i: int) -> tuple[int, ...]:
        return self._scores[self.node(i)]

    @cached_property
    def _best(self) -> array[int]:
        """Indexes into RATINGS, and behind them for no ending."""
        best = array("B", [len(RATINGS)]) * len(self)
        first, to = self._graph.first, self._graph.to
        for i in reversed(self.order):
            rating = self.table.nodes[self.node(i)].rating
            if rating:
                best[i] = RATINGS.index(rating)
            elif first[i] < first[i + 1]:
                best[i] = min(best[after] for after in to[first[i] : first[i + 1]])
        return best

    @cached_property
    def _most(self) -> array[int]:
        return backwards(self._graph, self.order, self.endings, self._points, max)

    @cached_property
    def _least(self) -> array[int]:
        return backwards(self._graph, self.order, self.endings, self._points, min)

    @cached_property
    def _longest(self) -> array[int]:
        ones = tuple((1,) * len(node.choices) for node in self.table.nodes)
        return backwards(self._graph, self.order, self.endings, lambda i: ones[self.node(i)], max)
