"""What stands on each layer of a map, and in which order, so that few lines cross.

An item is a node (its index), or a place where a line passes a layer (numbers after the nodes'). All lines to one node
pass a layer in one place: they lead to the same end, and one line is easier to follow than eight.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.activities.scenario.links import Link

_SWEEPS = 24


@dataclass(frozen=True, slots=True)
class Layers:
    """`rows` are the items of each layer from left to right; `ways` the items that each link goes along, both ends
    included (empty where it leads from a node to itself); `above` and `below` the neighbours of each item.
    """

    rows: tuple[tuple[int, ...], ...]
    ways: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]
    below: tuple[tuple[int, ...], ...]


def arrange(rank: Sequence[int], links: Sequence[Link]) -> Layers:
    """The layers of the nodes with these ranks, in an order with few crossings (found by sweeps, not proved least)."""
    rows: list[list[int]] = [[] for _ in range(max(rank, default=0) + 1)]
    for node, at in enumerate(rank):
        rows[at].append(node)
    passes: dict[tuple[int, int, bool], int] = {}
    ways: list[tuple[int, ...]] = []
    for link in links:
        ways.append(_way(link, rank, passes, rows))
    count = len(rank) + len(passes)
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    layer = {item: at for at, row in enumerate(rows) for item in row}
    steps = {tuple(sorted(pair, key=layer.__getitem__)) for way in ways for pair in pairwise(way)}
    for upper, lower in sorted(steps):
        below[upper].append(lower)
        above[lower].append(upper)
    best = _ordered(rows, above, below)
    return Layers(tuple(map(tuple, best)), tuple(ways), tuple(map(tuple, above)), tuple(map(tuple, below)))


def _way(
    link: Link, rank: Sequence[int], passes: dict[tuple[int, int, bool], int], rows: list[list[int]]
) -> tuple[int, ...]:
    first, last = rank[link.source], rank[link.target]
    if link.source == link.target:
        return ()
    back = first > last
    between = []
    for at in range(first - 1, last, -1) if back else range(first + 1, last):
        key = (link.target, at, back)
        if key not in passes:
            passes[key] = len(rank) + len(passes)
            rows[at].append(passes[key])
        between.append(passes[key])
    return (link.source, *between, link.target)


def _ordered(rows: list[list[int]], above: list[list[int]], below: list[list[int]]) -> list[list[int]]:
    best = [list(row) for row in rows]
    least = _crossings(best, below)
    now = [list(row) for row in rows]
    for sweep in range(_SWEEPS):
        if not least:
            break
        down = sweep % 2 == 0
        order = range(1, len(now)) if down else range(len(now) - 2, -1, -1)
        for at in order:
            _by_neighbours(now[at], now[at - 1] if down else now[at + 1], above if down else below)
        for at in range(len(now)):
            _swapped(now[at], now[at - 1] if at else [], now[at + 1] if at + 1 < len(now) else [], above, below)
        crossings = _crossings(now, below)
        if crossings < least:
            least, best = crossings, [list(row) for row in now]
    return best


def _by_neighbours(row: list[int], fixed: Sequence[int], near: list[list[int]]) -> None:
    """Sorts the row by the mean place of each item's neighbours in the row that stays."""
    place = {item: at for at, item in enumerate(fixed)}
    own = {item: at for at, item in enumerate(row)}

    def wanted(item: int) -> float:
        places = [place[other] for other in near[item]]
        return sum(places) / len(places) if places else own[item]

    row.sort(key=lambda item: (wanted(item), own[item]))


def _swapped(
    row: list[int], upper: Sequence[int], lower: Sequence[int], above: list[list[int]], below: list[list[int]]
) -> None:
    """Swaps neighbours in the row where that leaves fewer crossings."""
    places = [
        ({item: at for at, item in enumerate(upper)}, above),
        ({item: at for at, item in enumerate(lower)}, below),
    ]
    for at in range(len(row) - 1):
        left, right = row[at], row[at + 1]
        gain = 0
        for place, near in places:
            for a in near[left]:
                for b in near[right]:
                    gain += (place[a] > place[b]) - (place[a] < place[b])
        if gain > 0:
            row[at], row[at + 1] = right, left


def _crossings(rows: Sequence[Sequence[int]], below: list[list[int]]) -> int:
    crossings = 0
    for upper, lower in pairwise(rows):
        place = {item: at for at, item in enumerate(lower)}
        met: list[int] = []
        for item in upper:
            ends = [place[other] for other in below[item]]
            crossings += sum(len(met) - bisect_right(met, end) for end in ends)
            for end in ends:
                insort(met, end)
    return crossings
