"""How much a comparison with an expert is worth, in whole hundredths: the twin of score.ts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import cast

from builder.course.hundredths import share
from builder.course.kind import Json, Values

STEP = 10
POINTS = 100 // STEP + 1
"""A statement has one of so many points on its line, 1 to 11; 0 is none of them."""


def placed(values: Values) -> list[int]:
    """What is kept: the numbers in their order, or place by place the point of the statement of that number."""
    return list(cast(Sequence[int], values.get("placed", ())))


def key(data: Mapping[str, Json]) -> list[int]:
    """The expert's answer, in the form of what is kept."""
    return cast(list[int], data["key"])


def score(data: Mapping[str, Json], values: Values) -> int | None:
    """On a line the share of the statements that are near the expert's place; in an order the share of the pairs that
    stand as the expert's do. None where nothing is graded.
    """
    if not data["graded"]:
        return None
    right, given = key(data), placed(values)
    if "near" in data:
        hits = [_near(right, given, n, cast(int, data["near"])) for n, point in enumerate(right, 1) if point]
    else:
        hits = [_in_turn(given, *pair) for pair in combinations(right, 2)]
    return share(sum(hits), len(hits))


def _near(right: list[int], given: list[int], n: int, steps: int) -> bool:
    point = given[n - 1] if n <= len(given) else 0
    return point > 0 and abs(point - right[n - 1]) <= steps


def _in_turn(given: list[int], first: int, second: int) -> bool:
    return first in given and second in given and given.index(first) < given.index(second)
