"""How much an order is worth, in whole hundredths: the twin of score.ts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from builder.course.hundredths import ALL, share
from builder.course.kind import Json, Values


def right(data: Mapping[str, Json]) -> list[int]:
    """The numbers of the items in the right order, which is that of the data's options."""
    return [option["n"] for option in cast(list[Any], data["options"])]


def score(data: Mapping[str, Json], values: Values) -> int:
    """By the question's `score`: `all` is everything for exactly the right order, `adjacent` a share for each pair."""
    key = right(data)
    order = cast(Sequence[int], values.get("order", ()))
    if data["score"] == "all":
        return ALL if list(order) == key else 0
    return adjacent(order, key)


def adjacent(order: Sequence[int], key: Sequence[int]) -> int:
    """The share of the key's neighbours (at least one pair) that come one right after the other in this order."""
    given = set(pairwise(order))
    hits = len([pair for pair in pairwise(key) if pair in given])
    return share(hits, len(key) - 1)
