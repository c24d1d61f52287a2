"""How much a choice of several options is worth, in whole hundredths: the twin of score.ts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from builder.course.kind import Json, Values
from builder.course.options_score import ALL, chosen, exact, right


def score(data: Mapping[str, Json], values: Values) -> int:
    """By the question's `score`: `all` for exactly the right options or nothing, `each` for each by itself."""
    if data["score"] == "all":
        return exact(data, values)
    key = right(data)
    taken = chosen(values)
    return each_score(taken, key, len(cast(list[Json], data["options"])) - len(key))


def each_score(taken: list[int], key: list[int], wrong: int) -> int:
    """The share of the right options that were taken less the share of the wrong ones that were, at least nothing."""
    hits = len([number for number in taken if number in key])
    slips = len(taken) - hits
    whole = len(key) * (wrong or 1)
    got = max(0, hits * (wrong or 1) - slips * len(key))
    return (2 * ALL * got + whole) // (2 * whole)
