"""What a typed number is worth: everything where it is in the range, else nothing. The twin of score.ts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from builder.activities.numeric.number import read_number
from builder.course.hundredths import ALL
from builder.course.kind import Json, Values


def score(data: Mapping[str, Json], values: Values) -> int:
    """By the data's `least` and `most`, None for an open end. What cannot be read as a number is worth nothing."""
    number = given(data, values)
    return ALL if number is not None and within(number, data["least"], data["most"]) else 0


def given(data: Mapping[str, Json], values: Values) -> float | None:
    """The number that was typed; None where it cannot be read."""
    unit, comma = cast(str, data.get("unit", "")), bool(data.get("comma", False))
    return read_number(str(values.get("typed", "")), unit, comma)


def within(number: float, least: Json, most: Json) -> bool:
    """Whether the number is in the range, its ends included."""
    return (least is None or cast(float, least) <= number) and (most is None or number <= cast(float, most))
