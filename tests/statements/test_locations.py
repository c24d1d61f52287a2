"""A location in a statement is read as JSONPath is, as far as profiles may use it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.statements.locations import found

STATEMENT: dict[str, Any] = {
    "result": {"score": {"scaled": 0.5}, "extensions": {"https://example.org/x.y": 3}, "success": False},
    "context": {"parent": [{"id": "a"}, {"id": "b"}, {}]},
}


@pytest.mark.parametrize(
    ("location", "values"),
    [
        ("$", [STATEMENT]),
        ("$.result.score.scaled", [0.5]),
        ("$.result.success", [False]),
        ("$.result.extensions['https://example.org/x.y']", [3]),
        ("$.context.parent[*].id", ["a", "b"]),
        ("$.context.parent[1].id", ["b"]),
        ("$.context.parent[3]", []),
        ("$.context.parent.id", []),
        ("$.result.score.*", [0.5]),
        ("$.result.score.scaled.more[*].id", []),
        ("$.nothing[*]", []),
    ],
)
def test_what_is_at_a_location(location: str, values: list[Any]) -> None:
    assert found(location, STATEMENT) == values


@pytest.mark.parametrize(
    "location", ["result", "", "$result", "$.result[?(@.x)]", "$..id", "$.context.parent[-1]", "$.a['b"]
)
def test_what_is_no_location_is_a_mistake(location: str) -> None:
    with pytest.raises(ValueError, match=r"location|cannot be read"):
        found(location, STATEMENT)


_NAMES = st.text(st.characters(exclude_characters="'"), max_size=6)
_STEPS = st.lists(_NAMES | st.integers(0, 3), max_size=5)


@given(steps=_STEPS, value=st.booleans() | st.text())
def test_what_was_put_anywhere_is_found_there(steps: list[str | int], value: object) -> None:
    whole: Any = value
    for step in reversed(steps):
        whole = {step: whole} if isinstance(step, str) else [None] * step + [whole]
    written = "".join(f"['{step}']" if isinstance(step, str) else f"[{step}]" for step in steps)
    assert found(f"${written}", whole) == [value]
