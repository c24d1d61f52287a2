"""Scores are whole hundredths of a per cent, rounded half up, in Python and in the player alike."""

from __future__ import annotations

ALL = 10_000
"""Full marks."""


def share(hits: int, of: int) -> int:
    """What so many of these are of full marks."""
    return (2 * ALL * hits + of) // (2 * of)
