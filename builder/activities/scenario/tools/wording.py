"""A table's conditions and effects as an author writes them (docs/scenarios.md, Conditions)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.condition import COMPARISONS, Tree
from builder.course.table import Choice, Table

_BINDS = {"or": 0, "and": 1, "not": 2}


def condition(tree: Tree, table: Table) -> str:
    """The condition's source: `trust >= 4 and not shown(empathy)`."""
    match tree.op:
        case "int":
            return str(tree.value)
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
            left, right = (_side(part, other, table) for part, other in (tree.parts, tree.parts[::-1]))
            return f"{left} {tree.op} {right}"


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
    looser = part.op in COMPARISONS if op == "not" else _BINDS.get(part.op, 3) < _BINDS[op]
    return f"({written})" if looser or (op == "not" and part.op in ("and", "or")) else written


def _side(part: Tree, other: Tree, table: Table) -> str:
    if part.op == "int" and other.op == "var":
        return standing(table, other.value, part.value) if part.value in (0, 1) else str(part.value)
    written = condition(part, table)
    return written if part.op in ("int", "var", "visited", "shown") else f"({written})"


def _two(table: Table, variable: int) -> bool:
    bounds = table.variables[variable]
    return (bounds.low, bounds.high) == (0, 1)
