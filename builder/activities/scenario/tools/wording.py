"""A table's conditions and effects as an author writes them (docs/scenarios.md, Conditions)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.condition import COMPARISONS, Tree
from builder.course.table import Choice, Table

_BINDS = {"or": 0, "and": 1, "not": 2}


def condition(tree: Tree, table: Table) -> str:
    """The condition's source: `trust >= 4 and not shown(empathy)`. Reading it gives the tree again, but for a number
    between 0 and 1, which is written as a yes or no.
    """
    match tree.op:
        case "int":
            return "true" if tree.value else "false"
        case "var":
            return table.variables[tree.value].name
        case "visited":
            return f"visited({table.nodes[tree.value].id})"
        case "shown":
            return f"shown({table.techniques[tree.value]})"
        case "not":
            return f"not {_inside(tree.parts[0], 'not', table)}"
        case "and" | "or":
            return f" {tree.op} ".join(_inside(part, tree.op, table) for part in tree.parts)
        case _:
            left, right = tree.parts
            return f"{_side(left, right, table)} {tree.op} {_side(right, left, table)}"


def effects(choice: Choice, table: Table) -> Iterator[str]:
    """What the choice does to the variables: `tension -2`, `owner = true`."""
    for variable, step in choice.adds:
        yield f"{table.variables[variable].name} {step:+}"
    for variable, value in choice.sets:
        yield f"{table.variables[variable].name} = {standing(table, variable, value)}"


def standing(table: Table, variable: int, value: int) -> str:
    """A variable's value: a number, or true and false where it has only those two."""
    return ("false", "true")[value] if _two(table, variable) else str(value)


def _inside(part: Tree, op: str, table: Table) -> str:
    written = condition(part, table)
    loose = _BINDS.get(part.op, 3) <= _BINDS[op] and not part.op == op == "not"
    return f"({written})" if loose or (op == "not" and part.op in COMPARISONS) else written


def _side(part: Tree, other: Tree, table: Table) -> str:
    """One side of a comparison: a number stands as it is, unless the other side is a yes or no."""
    if part.op == "int":
        is_number = other.op == "int" or (other.op == "var" and not _two(table, other.value))
        return str(part.value) if is_number else condition(part, table)
    written = condition(part, table)
    return written if part.op in ("var", "visited", "shown") else f"({written})"


def _two(table: Table, variable: int) -> bool:
    bounds = table.variables[variable]
    return (bounds.low, bounds.high) == (0, 1)
