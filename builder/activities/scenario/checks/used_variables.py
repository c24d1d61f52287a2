"""What a scenario does with its variables: which of them conditions ask about, and which choices change."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.condition import Tree
from builder.course.table import Go, Table


def guards(table: Table) -> Iterator[Tree]:
    """The conditions of all choices and diverts."""
    for node in table.nodes:
        yield from (step.guard for step in node.steps if isinstance(step, Go) and step.guard)
        yield from (choice.guard for choice in node.choices if choice.guard)


def read(table: Table) -> set[int]:
    """The variables that some condition asks about."""
    found = set[int]()
    waiting = list(guards(table))
    while waiting:
        tree = waiting.pop()
        waiting.extend(tree.parts)
        if tree.op == "var":
            found.add(tree.value)
    return found


def written(table: Table) -> set[int]:
    """The variables that some choice changes or another scenario brings."""
    choices = [choice for node in table.nodes for choice in node.choices]
    return {variable for choice in choices for variable, _ in (*choice.adds, *choice.sets)} | set(table.carried)
