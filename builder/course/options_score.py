"""What a choice among options is worth: the twin of `optionsKind` in player/src/questions/options.ts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from builder.course.kind import Json, Values

ALL = 10_000
"""Full marks, in hundredths of a per cent."""


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
