"""What may be shown of figures about people: no group of fewer than five can be read off or worked out.

Numbers of learners are rounded to the nearest five; fewer than five, none included, are only said to be few. A share
is shown where both it and the rest are five learners or more; else as a bound (over 80%), and not of fewer than ten.
Rounded numbers do not give away a small one by subtraction, but at the edges they can: 7, 7 and 4, which are 18, would
be 5, 5, few and 20 in all, and only 4 fits. `parts` finds where that is so and keeps back a number more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.insight.figures import Discrimination, Share, Spread

LEAST = 5
"""Learners in the smallest group of which anything is said."""
_ROUGH = 100
"""Below so many learners, shares are rounded to five per cent."""
_SIZES = 3
"""Of a group that is hidden, so many sizes must be possible."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of learners as it may be shown: `about` it, or few (`about` None), or kept back for others' sake."""

    about: int | None
    kept_back: bool = False

    @property
    def words(self) -> str:
        """`35`, `under 5`, or `hidden`."""
        if self.kept_back:
            return "hidden"
        return f"under {LEAST}" if self.about is None else f"{self.about:,}"


@dataclass(frozen=True, slots=True)
class Part:
    """A share in per cent as it may be shown: from `low` to `high`, the same where it is known; None: not at all."""

    low: int | None = None
    high: int | None = None

    @property
    def words(self) -> str:
        """`75%`, `over 80%`, `under 15%` or `too few`."""
        if self.low is None or self.high is None:
            return "too few"
        if self.low == self.high:
            return f"{self.low}%"
        return f"over {self.low}%" if self.high == 100 else f"under {self.high}%"

    @property
    def middle(self) -> float | None:
        """For a chart and for order."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Three quartiles as they may be shown, rounded by whoever asked; None where too few have a value."""

    low: float
    middle: float
    high: float


def count(learners: int) -> Count:
    """That many learners."""
    return Count(None) if learners < LEAST else Count((learners + 2) // 5 * 5)


def share(of: Share) -> Part:
    """A share of learners."""
    rest = of.whole - of.part
    if of.whole < 2 * LEAST:
        return Part()
    # Five of so many, to the next five per cent: the bound gives the number itself away no more than the rounding does.
    bound = -(-100 * LEAST // of.whole // 5) * 5
    if rest < LEAST:
        return Part(100 - bound, 100)
    if of.part < LEAST:
        return Part(0, bound)
    step = 5 if of.whole < _ROUGH else 1
    near = _near(100 * of.part / of.whole, step)
    return Part(near, near)


def parts(cells: Sequence[int], whole: int | None = None) -> tuple[Count, ...]:
    """Groups that are apart from one another and make up `whole` (without it: what they come to)."""
    shown = [count(cell) for cell in cells]
    total = sum(cells) if whole is None else whole
    while _gives_away(shown, total):
        hide = min((i for i, it in enumerate(shown) if it.about is not None), key=lambda i: (cells[i], i))
        shown[hide] = Count(None, kept_back=True)
    return tuple(shown)


def spread(of: Spread, steps: Sequence[tuple[float, float]]) -> Quartiles | None:
    """Quartiles of five learners or more. `steps`: from which value on they are rounded to what, ascending from 0."""
    if of.n < LEAST:
        return None

    def near(value: float) -> float:
        step = [step for least, step in steps if value >= least][-1]
        return int(value / step + 0.5) * step

    return Quartiles(near(of.low), near(of.middle), near(of.high))


def discrimination(of: Discrimination) -> float | None:
    """The correlation to a tenth, where five learners or more stand on both sides."""
    if of.value is None or min(of.right, of.wrong) < LEAST:
        return None
    return round(of.value, 1) + 0.0


def _gives_away(shown: Sequence[Count], total: int) -> bool:
    """Whether the sizes that fit all that is shown are too few for some group that is hidden."""
    hidden = [it for it in shown if it.about is None]
    if not hidden or not any(it.about is not None for it in shown):
        return False
    least_whole, most_whole = _range(count(total))
    ranges = [_range(it) for it in shown]
    least, most = sum(low for low, _ in ranges), sum(high for _, high in ranges)
    for it, (low, high) in zip(shown, ranges, strict=True):
        if it.about is None and not it.kept_back:
            low, high = max(low, least_whole - (most - high)), min(high, most_whole - (least - low))
            if high - low + 1 < _SIZES:
                return True
    return False


def _range(of: Count) -> tuple[int, int]:
    """The numbers that are shown so. What is kept back may be any, which four digits stand for."""
    if of.kept_back:
        return LEAST, LEAST + 10_000
    return (0, LEAST - 1) if of.about is None else (max(LEAST, of.about - 2), of.about + 2)


def _near(percent: float, step: int) -> int:
    return int(percent / step + 0.5) * step
