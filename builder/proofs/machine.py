"""Plays a table over packed states, by looking up what the rules said.

What may be taken, and what it does, depends on little of a state: the variables that a condition reads, the count of
the choice. So each choice has a mask of the bits that matter to it, and what builder/course/table_rules.py says is kept
by those bits. The rules themselves are nowhere but there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from builder.course.table import Choice, Go, Table
from builder.course.table_rules import Arrival, Rules, State
from builder.proofs.layout import Layout


@dataclass(frozen=True, slots=True)
class Look:
    """A divert of a node that some play entered, as it stood there: whether the play came to it or an earlier one was
    taken, and whether its condition held (True without one).
    """

    node: int
    step: int
    came: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a choice, as some play found it where it stood."""

    node: int
    choice: int
    held: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect of a choice that some play took, by its place in `adds`; `cut` where the bounds cut it off."""

    node: int
    choice: int
    place: int
    cut: bool


class Machine:
    """Plays a table over packed states, in timed or in untimed play.

    It remembers what the rules said, so that each is asked once for what matters to it: after a whole exploration,
    `looks` holds how every divert stood wherever a play entered its node, `conditions` and `effects` how those of the
    choices came out.
    """

    def __init__(self, table: Table, timed: bool) -> None:
        self.rules = Rules(table)
        self.layout = Layout(table, self.rules)
        self.looks = set[Look]()
        self.conditions = set[Condition]()
        self.effects = set[Effect]()
        self._table = table
        self._timed = timed
        self._asked = sum(1 << node for node in table.asked)
        layout = self.layout
        whole = layout.node.mask
        self._open = [whole | self._guards(node, choices) for node, choices in self._rows()]
        self._opened: list[dict[int, tuple[int, ...]]] = [{} for _ in table.nodes]
        self._moves = [
            tuple(self._move(node, index, choice) for index, choice in enumerate(choices))
            for node, choices in self._rows()
        ]

    def starts(self) -> Iterator[int]:
        """The states that a play can begin in: first the scenario's own start, then with what may be brought."""
        table = self._table
        first = self.rules.start()
        yield self._arrive(first, 0)
        if not table.carried:
            return
        bounds = [table.variables[variable] for variable in table.carried]
        for values in product(*(range(variable.low, variable.high + 1) for variable in bounds)):
            arrival = self.rules.start(values)
            if arrival != first:
                yield self._arrive(arrival, 0)

    def follow(self, packed: int) -> list[tuple[int, int]]:
        """The choices that may be taken, by index, each with the state after it; none at an ending or where stuck."""
        node = self.layout.node.of(packed)
        key = packed & self._open[node]
        found = self._opened[node].get(key)
        if found is None:
            found = self._opened[node][key] = self._find_open(self.layout.unpack(key))
        moves = self._moves[node]
        return [(index, moves[index](packed)) for index in found]

    def _find_open(self, state: State) -> tuple[int, ...]:
        for index, choice in enumerate(self._table.nodes[state.node].choices):
            if choice.guard:
                self.conditions.add(Condition(state.node, index, bool(self.rules.holds(choice.guard, state))))
        return self.rules.open(state, self._timed)

    def _note_effects(self, before: State, index: int) -> None:
        values = list(before.values)
        for place, (variable, step) in enumerate(self._table.nodes[before.node].choices[index].adds):
            bounds, moved = self._table.variables[variable], values[variable] + step
            values[variable] = max(bounds.low, min(bounds.high, moved))
            self.effects.add(Effect(before.node, index, place, values[variable] != moved))

    def _rows(self) -> Iterator[tuple[int, tuple[Choice, ...]]]:
        return ((node, body.choices) for node, body in enumerate(self._table.nodes))

    def _guards(self, node: int, choices: tuple[Choice, ...]) -> int:
        read = 0
        for index, choice in enumerate(choices):
            read |= self.layout.read_by(choice.guard) | self._count(node, index)
        return read

    def _count(self, node: int, index: int) -> int:
        slot = self.rules.slots.get((node, index))
        return 0 if slot is None else self.layout.taken[slot].mask

    def _arrive(self, arrival: Arrival, visited: int) -> int:
        """The state that stands at the end of a way on, which began with these nodes visited."""
        for node, left in arrival.way:
            visited |= (1 << node) & self._asked
            state = replace(arrival.state, node=node, visited=visited)
            for index, step in enumerate(self._table.nodes[node].steps):
                if isinstance(step, Go):
                    held = step.guard is None or bool(self.rules.holds(step.guard, state))
                    self.looks.add(Look(node, index, left is None or index <= left, held))
        return self.layout.pack(arrival.state)

    def _move(self, node: int, index: int, choice: Choice) -> Callable[[int], int]:
        """What one choice does: of a state it keeps what the choice does not change, and adds what was found before."""
        changed = self.layout.node.mask | self._count(node, index)
        for variable, _ in (*choice.adds, *choice.sets):
            changed |= self.layout.values[variable].mask
        matters, keep = changed | self._entering(choice.target), ~changed
        known: dict[int, int] = {}

        def after(packed: int) -> int:
            key = packed & matters
            bits = known.get(key)
            if bits is None:
                # A state with nothing but what matters: techniques and visits in the result are those that are new.
                before = self.layout.unpack(key)
                self._note_effects(before, index)
                bits = known[key] = self._arrive(self.rules.choose(before, index), before.visited)
            return packed & keep | bits

        return after

    def _entering(self, first: int) -> int:
        """The bits that matter to where a play stands after it enters this node."""
        read, found, waiting = 0, {first}, [first]
        while waiting:
            for step in self._table.nodes[waiting.pop()].steps:
                if isinstance(step, Go):
                    read |= self.layout.read_by(step.guard)
                    if step.target not in found:
                        found.add(step.target)
                        waiting.append(step.target)
        return read
