"""What the filled gaps are worth, in whole hundredths: the twin of score.ts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from builder.activities.fill.compare import fold, is_near
from builder.course.hundredths import ALL, share
from builder.course.kind import Json, Values


def score(data: Mapping[str, Json], values: Values) -> int:
    """By the question's `score`: `each` for the share of right gaps, `all` for all of them or nothing."""
    gaps = cast(list[dict[str, Any]], data["gaps"])
    right = sum(is_right(data, gap, str(values.get(f"gap{gap['n']}", ""))) for gap in gaps)
    if data["score"] == "all":
        return ALL if right == len(gaps) else 0
    return share(right, len(gaps))


def is_right(data: Mapping[str, Json], gap: Mapping[str, Any], text: str) -> bool:
    """Whether the text belongs into the gap. A word that the author wrote for something else is never a typo."""
    answers: list[str] = gap["answers"]
    if gap.get("list"):
        return text == answers[0]
    given = _folded(data, text)
    wanted = {_folded(data, answer) for answer in answers}
    if given in wanted:
        return bool(given)
    typos = cast(int, data.get("typos", 0))
    others = cast(list[dict[str, Any]], data["gaps"]) + cast(list[dict[str, Any]], data.get("wrong", []))
    known = {_folded(data, answer) for other in others for answer in other["answers"]}
    return given not in known and any(is_near(given, answer, typos) for answer in wanted)


def _folded(data: Mapping[str, Json], text: str) -> str:
    return fold(text, bool(data.get("case", False)), bool(data.get("accents", True)))
