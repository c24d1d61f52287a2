"""How often a learner may ask: a bucket of tokens each, which fills up again evenly."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable

_MOST_LEARNERS = 10_000


class Buckets:
    """A full bucket holds the requests of a minute. It is kept in memory, so it holds for one process."""

    def __init__(self, a_minute: int, clock: Callable[[], float]) -> None:
        self._full = float(a_minute)
        self._a_second = a_minute / 60
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, learner: str) -> int:
        """Takes a token: 0, or in how many seconds there will be one."""
        left = self._now(learner)
        if left < 1:
            self._keep(learner, left)
            return max(1, math.ceil((1 - left) / self._a_second))
        self._keep(learner, left - 1)
        return 0

    def charge(self, learner: str, tokens: float) -> None:
        """Takes more for a request that turned out to be a large one; the bucket may owe."""
        self._keep(learner, self._now(learner) - tokens)

    def _now(self, learner: str) -> float:
        left, at = self._left.get(learner, (self._full, self._clock()))
        return min(self._full, left + (self._clock() - at) * self._a_second)

    def _keep(self, learner: str, left: float) -> None:
        self._left[learner] = (left, self._clock())
        self._left.move_to_end(learner)
        if len(self._left) > _MOST_LEARNERS:
            self._left.popitem(last=False)
