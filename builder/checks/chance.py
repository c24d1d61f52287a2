"""How likely something is to come about by chance: the measure of the checks that count over a whole course."""

from __future__ import annotations

from collections.abc import Sequence

UNLIKELY = 0.05
"""Below this, a count is taken to be no accident."""

LEAST = 8
"""With fewer questions a habit can't be told from an accident."""


def by_accident(hits: int, chances: Sequence[float]) -> float:
    """The probability of at least so many hits in independent trials with these chances (Poisson binomial)."""
    exactly = [1.0]
    for chance in chances:
        missed = [*(part * (1 - chance) for part in exactly), 0.0]
        hit = [0.0, *(part * chance for part in exactly)]
        exactly = [sum(pair) for pair in zip(missed, hit, strict=True)]
    return sum(exactly[max(hits, 0) :])


def is_habit(hits: int, chances: Sequence[float]) -> bool:
    """Whether there are enough trials, and so many hits among them that chance does not explain it."""
    return len(chances) >= LEAST and by_accident(hits, chances) < UNLIKELY
