"""Explores everything that can happen in a scenario: states, never paths, so that it ends soon and leaves nothing out.

A scenario's states are finite (variables are bounded, loops counted), and no state comes twice in one play, so the most
and the least score and the longest play are sums over an acyclic graph. docs/scenarios.md ("What is proved").
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.course.table import Table
from builder.course.table_rules import Rules, State

LIMIT = 200_000
"""States after which the explorer gives up: some seconds of work, far beyond any scenario that a person can write."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One choice of a play: the choice of that index was taken in that node."""

    node: int
    choice: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """A state in which a play can neither go on nor end, with the shortest play that comes to it."""

    state: State
    play: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Space:
    """All that can happen in one scenario, in one way of playing it.

    `most` and `least` are points of a play that ends, `longest` counts choices; `endings` are the nodes that some play
    ends in. `edges` holds for each state its open choices and the state after each.
    """

    edges: Mapping[State, tuple[tuple[int, State], ...]]
    most: int
    least: int
    longest: int
    endings: frozenset[int]
    stuck: tuple[Stuck, ...]


def explore(table: Table, timed: bool = False, limit: int = LIMIT) -> Space | None:
    """Everything that can happen in the scenario, or None where it has more than `limit` states.

    Raises ValueError for a table that can go round for ever, which the checks of the graph keep out.
    """
    rules = Rules(table)
    first = rules.start().state
    edges: dict[State, tuple[tuple[int, State], ...]] = {}
    came: dict[State, tuple[State, Turn] | None] = {first: None}
    waiting = deque([first])
    while waiting:
        if len(came) > limit:
            return None
        state = waiting.popleft()
        found = tuple((index, rules.choose(state, index).state) for index in rules.open(state, timed))
        edges[state] = found
        for index, after in found:
            if after not in came:
                came[after] = state, Turn(state.node, index)
                waiting.append(after)
    ends = [state for state in edges if rules.rating(state)]
    bounds = _bounds(table, edges)
    least, most, longest = bounds.get(first) or (0, 0, 0)
    return Space(
        edges,
        most=most,
        least=least,
        longest=longest,
        endings=frozenset(state.node for state in ends),
        stuck=tuple(_stuck(rules, edges, came)),
    )


def _bounds(
    table: Table, edges: Mapping[State, tuple[tuple[int, State], ...]]
) -> Mapping[State, tuple[int, int, int] | None]:
    """Least points, most points and most choices from each state to an ending; None where no ending can follow."""
    bounds: dict[State, tuple[int, int, int] | None] = {}
    for state in reversed(_sorted(edges)):
        node = table.nodes[state.node]
        follow = []
        for index, after in edges[state]:
            if then := bounds[after]:
                points = node.choices[index].score
                follow.append((then[0] + points, then[1] + points, then[2] + 1))
        if node.rating:
            bounds[state] = (0, 0, 0)
        elif follow:
            bounds[state] = (min(f[0] for f in follow), max(f[1] for f in follow), max(f[2] for f in follow))
        else:
            bounds[state] = None
    return bounds


def _sorted(edges: Mapping[State, tuple[tuple[int, State], ...]]) -> list[State]:
    """The states so that each stands before all that can follow it."""
    arrows = dict.fromkeys(edges, 0)
    for found in edges.values():
        for _, after in found:
            arrows[after] += 1
    order = [state for state, count in arrows.items() if not count]
    for state in order:
        for _, after in edges[state]:
            arrows[after] -= 1
            if not arrows[after]:
                order.append(after)
    if len(order) < len(edges):
        raise ValueError("A state can come twice in one play: a loop has no limit")
    return order


def _stuck(
    rules: Rules,
    edges: Mapping[State, tuple[tuple[int, State], ...]],
    came: Mapping[State, tuple[State, Turn] | None],
) -> Iterator[Stuck]:
    """For each node that a play can be stuck in, the state that the shortest play comes to."""
    seen = set[int]()
    for state, found in edges.items():
        if found or rules.rating(state) or state.node in seen:
            continue
        seen.add(state.node)
        play: list[Turn] = []
        at = came[state]
        while at:
            play.insert(0, at[1])
            at = came[at[0]]
        yield Stuck(state, tuple(play))
