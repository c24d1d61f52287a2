"""States as whole numbers, so that a million of them fit into memory: where in the number each part stands."""

from __future__ import annotations

from dataclasses import dataclass

from builder.course.condition import Tree
from builder.course.table import Table
from builder.course.table_rules import Rules, State


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
