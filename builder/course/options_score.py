"""What a choice among options is worth, in whole hundredths of a per cent.

The twin of `optionsKind` (player/src/questions/options.ts) and of player/src/questions/several.ts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from builder.course.hundredths import ALL, share
from builder.course.kind import Json, Values


def chosen(values: Values) -> list[int]:
    """The numbers of the options chosen in these values."""
    value = values.get("chosen", 0)
    return [number for number in ([value] if isinstance(value, int) else cast(list[int], value)) if number]


def right(data: Mapping[str, Json]) -> list[int]:
    """The numbers of the right options."""
    return cast(list[int], data["right"])


def exact(data: Mapping[str, Json], values: Values) -> int:
    """Everything for exactly the right options, nothing for any other answer."""
    return ALL if chosen(values) == right(data) else 0


def slip(rights: Sequence[bool], score: str, penalty: int = 0) -> dict[str, Json]:
    """What a wrong one of these takes of the score, as `SeveralData` of player/src/questions/several.ts says it.

    `each`: the wrong ones together take all of it; `penalties`: `penalty` per cent, or as much as a right one is
    worth; `all`: there is nothing to take from.
    """
    match score:
        case "each":
            return {"slip": [1, max(1, rights.count(False))]}
        case "penalties":
            return {"slip": [penalty, 100] if penalty else [1, rights.count(True)]}
    return {}


def several(data: Mapping[str, Json], values: Values) -> int:
    """Each option by itself, where the data says what a wrong one takes (`slip`); else all or nothing."""
    slip = data.get("slip")
    if slip is None:
        return exact(data, values)
    cost, of = cast(list[int], slip)
    return each_score(chosen(values), right(data), of, cost)


def each_score(taken: list[int], key: list[int], of: int, cost: int = 1) -> int:
    """The share of the right options that were taken, less `cost` / `of` for each wrong one, at least nothing."""
    hits = len([number for number in taken if number in key])
    slips = len(taken) - hits
    return share(max(0, hits * of - slips * cost * len(key)), len(key) * of)
