"""What is known of a scenario that has more states than may be explored: what multiplies them, so as to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.course.table import Table
from builder.proofs.machine import Machine

_LOOKED_AT = 200_000
"""So many of the states found first are enough to say what multiplies them."""


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A part of the state. Without it there would be only one state for each `times` of those that were found.

    `names` are a variable's, techniques, nodes (of `visited`), or a choice with `again` after its node; `values` counts
    how many different ones the part had.
    """

    kind: Literal["variable", "techniques", "visited", "again"]
    names: tuple[str, ...]
    values: int
    times: float


@dataclass(frozen=True, slots=True)
class GaveUp:
    """More than `limit` states. `multipliers` begin with the one that makes most of them."""

    limit: int
    multipliers: tuple[Multiplier, ...]


def give_up(table: Table, machine: Machine, states: Sequence[int], limit: int) -> GaveUp:
    """What multiplies the states that were found before the limit."""
    seen = states[:_LOOKED_AT]
    found = []
    for kind, names, mask in _parts(table, machine):
        values = len({packed & mask for packed in seen})
        if values > 1:
            found.append(Multiplier(kind, names, values, len(seen) / len({packed & ~mask for packed in seen})))
    return GaveUp(limit, tuple(sorted(found, key=lambda part: (-part.times, -part.values))))


def _parts(
    table: Table, machine: Machine
) -> Iterator[tuple[Literal["variable", "techniques", "visited", "again"], tuple[str, ...], int]]:
    layout = machine.layout
    for variable, field in zip(table.variables, layout.values, strict=True):
        yield "variable", (variable.name,), field.mask
    yield "techniques", table.techniques, layout.shown.mask
    for node, field in layout.visits.items():
        yield "visited", (table.nodes[node].id,), field.mask
    for (at, index), field in zip(machine.rules.slots, layout.taken, strict=True):
        node_row = table.nodes[at]
        yield "again", (node_row.id, node_row.choices[index].id), field.mask
