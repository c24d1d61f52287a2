"""What items that were given to targets are worth, in whole hundredths: the twin of player/src/questions/pairs.ts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from builder.course.hundredths import share
from builder.course.kind import Json, Values


def score(data: Mapping[str, Json], values: Values) -> int:
    """By the question's `score`: `all` for everything right or nothing, `each` for the share of items that are."""
    key = _key(data)
    chosen = cast(Sequence[int], values.get("chosen", ()))
    hits = len([item for item, target in key.items() if item <= len(chosen) and chosen[item - 1] == target])
    if data["score"] == "all" and hits < len(key):
        return 0
    return share(hits, len(key))


def best(data: Mapping[str, Json]) -> Values:
    """Every item at its own target: place by place the target of the item of that number, 0 where there is none."""
    key = _key(data)
    return {"chosen": [key.get(item, 0) for item in range(1, max(key, default=0) + 1)]}


def _key(data: Mapping[str, Json]) -> dict[int, int]:
    """The number of the right target by the item's."""
    return {int(item): target for item, target in cast(Mapping[str, Any], data["pairs"]).items()}
