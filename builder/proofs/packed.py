"""States as whole numbers, so that a million of them fit into memory, and their rules by looking up.

What may be taken, and what it does, depends on little of a state: the variables that a condition reads, the count of
the choice. So each choice has a mask of the bits that matter to it, and what builder/course/table_rules.py says is kept
by those bits. The rules themselves are nowhere but there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from builder.course.condition import Tree
from builder.course.table import Choice, Go, Table
from builder.course.table_rules import Arrival, Rules, State


@dataclass(frozen=True, slots=True)
class Field:
    """Some bits of a packed state: `width` of them from `shift` on."""

    shift: int
    width: int

    @property
    def mask(self) -> int:
        """The bits, set."""
        return ((1 << self.width) - 1) << self.shift

    def of(self, packed: int) -> int:
        """What stands in them."""
        return packed >> self.shift & ((1 << self.width) - 1)


class Layout:
    """Where in a packed state each part of it stands: the node, each variable, techniques, visits, counts."""

    def __init__(self, table: Table, rules: Rules) -> None:
        self._end = 0
        self._table = table
        self.node = self._next(max(len(table.nodes) - 1, 1).bit_length())
        self.values = tuple(self._next((v.high - v.low).bit_length()) for v in table.variables)
        self.shown = self._next(len(table.techniques))
        self.visits = {node: self._next(1) for node in sorted(table.asked)}
        self.taken = tuple(
            self._next((table.nodes[node].choices[i].again or 0).bit_length()) for node, i in rules.slots
        )

    @property
    def width(self) -> int:
        """The bits of a packed state."""
        return self._end

    def pack(self, state: State) -> int:
        """The state as a number."""
        packed = state.node << self.node.shift | state.shown << self.shown.shift
        for field, value, variable in zip(self.values, state.values, self._table.variables, strict=True):
            packed |= (value - variable.low) << field.shift
        for node, field in self.visits.items():
            packed |= (state.visited >> node & 1) << field.shift
        for field, count in zip(self.taken, state.taken, strict=True):
            packed |= count << field.shift
        return packed

    def values_of(self, packed: int) -> tuple[int, ...]:
        """The value of each variable."""
        fields = zip(self.values, self._table.variables, strict=True)
        return tuple(field.of(packed) + variable.low for field, variable in fields)

    def unpack(self, packed: int) -> State:
        """The state that the number stands for."""
        return State(
            self.node.of(packed),
            self.values_of(packed),
            self.shown.of(packed),
            sum(field.of(packed) << node for node, field in self.visits.items()),
            tuple(field.of(packed) for field in self.taken),
        )

    def read_by(self, tree: Tree | None) -> int:
        """The bits that a condition looks at."""
        if tree is None:
            return 0
        match tree.op:
            case "var":
                return self.values[tree.value].mask
            case "visited":
                return self.visits[tree.value].mask
            case "shown":
                return 1 << self.shown.shift + tree.value
        read = 0
        for part in tree.parts:
            read |= self.read_by(part)
        return read

    def _next(self, width: int) -> Field:
        field = Field(self._end, width)
        self._end += width
        return field


@dataclass(frozen=True, slots=True)
class Look:
    """A divert of a node that some play entered, as it stood there: whether the play came to it or an earlier one was
    taken, and whether its condition held (True without one).
    """

    node: int
    step: int
    came: bool
    held: bool


class Machine:
    """Plays a table over packed states, in timed or in untimed play.

    It remembers what the rules said, so that each is asked once for what matters to it: after a whole exploration,
    `looks` holds how every divert stood wherever a play entered its node.
    """

    def __init__(self, table: Table, timed: bool) -> None:
        self.rules = Rules(table)
        self.layout = Layout(table, self.rules)
        self.looks = set[Look]()
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
        bounds = [table.variables[variable] for variable in table.carried]
        brought = [[]] if bounds else list[list[int]]()
        for variable in bounds:
            brought = [[*values, value] for values in brought for value in range(variable.low, variable.high + 1)]
        for values in brought:
            arrival = self.rules.start(values)
            if arrival != first:
                yield self._arrive(arrival, 0)

    def follow(self, packed: int) -> list[tuple[int, int]]:
        """The choices that may be taken, by index, each with the state after it; none at an ending or where stuck."""
        node = self.layout.node.of(packed)
        key = packed & self._open[node]
        found = self._opened[node].get(key)
        if found is None:
            found = self._opened[node][key] = self.rules.open(self.layout.unpack(key), self._timed)
        moves = self._moves[node]
        return [(index, moves[index](packed)) for index in found]

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
