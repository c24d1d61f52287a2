"""Values that a record can hold, as hypothesis draws them: any at all, and those near a given one."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st

from builder.course.record import Bits, Field, Merge, RecordShape, Rows, Sequence, Uint, Utf8

# Python and the browser may know other editions of Unicode: a character that is new in one has no case in the other.
_ASSIGNED = st.characters(exclude_categories=("Cs", "Cn"))


def any_values(shape: RecordShape) -> st.SearchStrategy[dict[str, Any]]:
    """Any values of that shape."""
    fields = {field.name: value_of(field, group.merge) for group in shape.groups for field in group.fields}
    return st.fixed_dictionaries(fields)


def values_near(shape: RecordShape, values: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """These values with some of them changed a little or altogether; fields that they lack are of any value."""
    return st.fixed_dictionaries(
        {
            field.name: st.one_of(
                st.just(values[field.name]), _near(field, values[field.name]), value_of(field, group.merge)
            )
            if field.name in values
            else value_of(field, group.merge)
            for group in shape.groups
            for field in group.fields
        }
    )


def value_of(field: Field, merge: Merge) -> st.SearchStrategy[Any]:
    match field:
        case Uint(_, most):
            return st.integers(0, most)
        case Bits(_, size):
            return st.sets(st.integers(0, size - 1)).map(sorted)
        case Sequence(_, length, most):
            return st.lists(st.integers(0, most), max_size=length)
        case Rows(_, length, columns):
            row = st.tuples(*(st.integers(0, most) for most in columns)).map(list)
            rows = st.lists(row, max_size=length)
            return rows.map(as_set) if merge == "union" else rows
        case Utf8(_, most):
            return st.text(_ASSIGNED, max_size=most).map(lambda text: cut(text, most))


def as_set(rows: list[list[int]]) -> list[list[int]]:
    """The rows as a union keeps them: once each and in order."""
    return [list(row) for row in sorted({tuple(row) for row in rows})]


def cut(text: str, most: int) -> str:
    """The text in so many bytes of UTF-8."""
    return text.encode()[:most].decode(errors="ignore")


def _near(field: Field, value: Any) -> st.SearchStrategy[Any]:
    match field:
        case Uint(_, most):
            return st.integers(max(0, value - 2), min(most, value + 2))
        case Bits(_, size):
            return st.integers(0, size - 1).map(lambda member: sorted({*value} ^ {member}))
        case Sequence():
            return st.permutations(value)
        case Rows():
            return st.permutations(value)
        case Utf8(_, most):
            return st.sampled_from(
                [
                    value.upper(),
                    value.swapcase(),
                    f"  {value}\t ",
                    value.replace(" ", " \u00a0 "),
                    value[1:],
                    value[:-1] + value[-1:] * 2,
                    value[1::-1] + value[2:],
                    unicodedata.normalize("NFD", value),
                    "".join(char for char in unicodedata.normalize("NFD", value) if not unicodedata.combining(char)),
                    value.replace(".", ","),
                    f"+{value}",
                    f"{value}0",
                ]
            ).map(lambda text: cut(text, most))
