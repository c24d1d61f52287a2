"""The rules by which a scenario's table is played: the prover's side. Its twin is player/src/course/engine.ts.

docs/scenarios.md ("How a table is played") is what both follow; shared vectors (builder/proofs/vectors.py) hold them
together.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from builder.course.condition import Tree
from builder.course.table import Choice, Go, Rating, Say, Table

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class State:
    """Where a play stands, as far as it decides what may follow. Points are not part of it.

    `values` by variable; bit i of `shown` is technique i; bit i of `visited` is node i, kept for the nodes that some
    condition asks about; `taken` says how often each choice with `again` was taken, in the order of the table.
    """

    node: int
    values: tuple[int, ...]
    shown: int
    visited: int
    taken: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What happens on entering a node: the lines shown, as (node, line), and where the play then stands.

    `way` holds the nodes entered, each with the index of the step that left it again; None in the last, where it
    stands.
    """

    state: State
    lines: tuple[tuple[int, int], ...]
    way: tuple[tuple[int, int | None], ...]


class Rules:
    """The rules of one table. Holds nothing of a play: every method goes from values to values."""

    def __init__(self, table: Table) -> None:
        self.table = table
        limited = [
            (node, index)
            for node, body in enumerate(table.nodes)
            for index, choice in enumerate(body.choices)
            if choice.again is not None
        ]
        self.slots: Mapping[tuple[int, int], int] = {place: slot for slot, place in enumerate(limited)}
        """Where `taken` counts the choice with `again` of that index in that node."""
        self._asked = sum(1 << node for node in table.asked)

    def start(self, brought: Sequence[int] = ()) -> Arrival:
        """The beginning of a play: every variable at its start, and the start node entered.

        `brought` are the values of the table's `carried` variables, brought within their bounds; without them those
        begin at their start too.
        """
        values = [variable.start for variable in self.table.variables]
        if brought:
            for variable, value in zip(self.table.carried, brought, strict=True):
                values[variable] = self._clamped(variable, value)
        return self._enter(State(self.table.start, tuple(values), 0, 0, (0,) * len(self.slots)))

    def open(self, state: State, timed: bool = False) -> tuple[int, ...]:
        """The choices of the state's node that may be taken, by index.

        In timed play only the soonest of the open choices with `after` is among them (the first, where two are equal):
        it happens by itself. At an ending there is none.
        """
        choices = self.table.nodes[state.node].choices
        found = [index for index, choice in enumerate(choices) if self._is_open(state, index, choice)]
        if not timed:
            return tuple(found)
        due = min((index for index in found if choices[index].after), key=lambda i: choices[i].after or 0, default=None)
        return tuple(index for index in found if index == due or not choices[index].after)

    def choose(self, state: State, index: int) -> Arrival:
        """What follows when the open choice of that index is taken."""
        choice = self.table.nodes[state.node].choices[index]
        values = list(state.values)
        for variable, step in choice.adds:
            values[variable] = self._clamped(variable, values[variable] + step)
        for variable, value in choice.sets:
            values[variable] = self._clamped(variable, value)
        taken = list(state.taken)
        if (slot := self.slots.get((state.node, index))) is not None:
            taken[slot] += 1
        shown = state.shown
        for technique in choice.shows:
            shown |= 1 << technique
        return self._enter(State(choice.target, tuple(values), shown, state.visited, tuple(taken)))

    def rating(self, state: State) -> Rating | None:
        """The rating of the ending that the play has come to; None where it goes on."""
        return self.table.nodes[state.node].rating

    def holds(self, tree: Tree, state: State) -> int:
        """The value of a condition's tree: a whole number; a yes is 1 and a no is 0."""
        match tree.op:
            case "int":
                return tree.value
            case "var":
                return state.values[tree.value]
            case "visited":
                return state.visited >> tree.value & 1
            case "shown":
                return state.shown >> tree.value & 1
            case "not":
                return int(not self.holds(tree.parts[0], state))
            case "and":
                return int(all(self.holds(part, state) for part in tree.parts))
            case "or":
                return int(any(self.holds(part, state) for part in tree.parts))
            case _:
                left, right = tree.parts
                return int(_COMPARE[tree.op](self.holds(left, state), self.holds(right, state)))

    def _is_open(self, state: State, index: int, choice: Choice) -> bool:
        if choice.again is not None and state.taken[self.slots[state.node, index]] >= choice.again:
            return False
        return choice.guard is None or bool(self.holds(choice.guard, state))

    def _clamped(self, variable: int, value: int) -> int:
        bounds = self.table.variables[variable]
        return max(bounds.low, min(bounds.high, value))

    def _enter(self, state: State) -> Arrival:
        lines: list[tuple[int, int]] = []
        way: list[tuple[int, int | None]] = []
        for _ in self.table.nodes:
            node = state.node
            visited = state.visited | (1 << node & self._asked)
            state = State(node, state.values, state.shown, visited, state.taken)
            target = None
            for index, step in enumerate(self.table.nodes[node].steps):
                if isinstance(step, Say):
                    lines.append((node, step.line))
                elif self._goes(step, state):
                    target = step.target
                    way.append((node, index))
                    break
            if target is None:
                return Arrival(state, tuple(lines), (*way, (node, None)))
            state = State(target, state.values, state.shown, state.visited, state.taken)
        raise ValueError(f"Diverts go round for ever from node {state.node}")

    def _goes(self, step: Go, state: State) -> bool:
        return step.guard is None or bool(self.holds(step.guard, state))


def play_score(points: int, most: int, cap: int) -> int:
    """The hundredths of a play: points over the most points, rounded half up, no more than its ending's cap.

    Where no play can get points, the cap alone is the score.
    """
    return min(cap, (points * 20000 + most) // (2 * most)) if most > 0 else cap
