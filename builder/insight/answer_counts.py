"""The figures of what was answered: difficulty, discrimination, options, misconceptions, confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import sqrt

from builder.insight.catalogue import Catalogue
from builder.insight.figures import (
    Discrimination,
    Held,
    ItemFigures,
    MisconceptionFigures,
    OptionFigures,
    Share,
    SureFigures,
)
from builder.insight.record import Sort
from builder.insight.store import Store

_ANSWERS = """
CREATE TEMP TABLE answer AS SELECT thing, learner, chosen, right,
    ROW_NUMBER() OVER (PARTITION BY thing, learner ORDER BY at, n) = 1 AS is_first,
    ROW_NUMBER() OVER (PARTITION BY thing, learner ORDER BY at DESC, n DESC) = 1 AS is_latest
FROM record WHERE sort = ? AND right IS NOT NULL
"""
_SURE = """
CREATE TEMP TABLE sure AS SELECT thing, learner, MIN(chosen) AS sure FROM (
    SELECT thing, learner, chosen, ROW_NUMBER() OVER (PARTITION BY thing, learner ORDER BY at, n) AS nth
    FROM record WHERE sort = ?) WHERE nth = 1 GROUP BY thing, learner
"""


def gather(store: Store, catalogue: Catalogue) -> None:
    """Makes the tables of first and latest answers that the figures below are taken from."""
    store.run(_ANSWERS, Sort.ANSWER)
    store.run("DELETE FROM answer WHERE NOT (is_first OR is_latest)")
    store.run(_SURE, Sort.SURE)
    store.run("CREATE TEMP TABLE item (thing INTEGER PRIMARY KEY, counts INTEGER)")
    for item in catalogue.items():
        store.run("INSERT INTO item VALUES (?, ?)", item.index, item.counts)


def items(store: Store) -> Mapping[int, ItemFigures]:
    """Of every item that was answered."""
    discriminations = _discriminations(store)
    chosen = _options(store)
    sure: defaultdict[int, dict[int, Share]] = defaultdict(dict)
    for thing, level, right, whole in store.rows(
        "SELECT thing, sure, SUM(right), COUNT(*) FROM answer JOIN sure USING (thing, learner) "
        "WHERE is_first GROUP BY 1, 2"
    ):
        sure[thing][int(level)] = Share(right, whole)
    query = "SELECT thing, SUM(is_first AND right), SUM(is_first), SUM(is_latest AND right) FROM answer GROUP BY 1"
    return {
        thing: ItemFigures(
            thing,
            Share(first, whole),
            Share(latest, whole),
            discriminations.get(thing, Discrimination(None, 0, 0)),
            chosen.get(thing, ()),
            sure.get(thing, {}),
        )
        for thing, first, whole, latest in store.rows(query)
    }


def _options(store: Store) -> Mapping[int, tuple[OptionFigures, ...]]:
    first: Counter[tuple[int, int]] = Counter()
    latest: Counter[tuple[int, int]] = Counter()
    query = "SELECT thing, chosen, SUM(is_first), SUM(is_latest) FROM answer WHERE chosen <> '' GROUP BY 1, 2"
    for thing, chosen, firsts, latests in store.rows(query):
        for option in map(int, chosen.split(",")):
            first[thing, option] += firsts
            latest[thing, option] += latests
    found: defaultdict[int, list[OptionFigures]] = defaultdict(list)
    for thing, option in sorted({*first, *latest}):
        found[thing].append(OptionFigures(option, first[thing, option], latest[thing, option]))
    return {thing: tuple(options) for thing, options in found.items()}


def _discriminations(store: Store) -> Mapping[int, Discrimination]:
    store.run(
        "CREATE TEMP TABLE pool AS SELECT learner, counts, COUNT(*) AS many, SUM(right) AS rights "
        "FROM answer JOIN item USING (thing) WHERE is_first GROUP BY 1, 2"
    )
    store.run("CREATE INDEX pooled ON pool (learner, counts)")
    query = (
        "SELECT thing, right, (rights - right) * 1.0 / (many - 1) FROM answer JOIN item USING (thing) "
        "JOIN pool USING (learner, counts) WHERE is_first AND many > 1"
    )
    sums: defaultdict[int, _Together] = defaultdict(_Together)
    for thing, right, rest in store.rows(query):
        sums[thing].add(right, rest)
    return {thing: Discrimination(sum.correlation, sum.rights, sum.n - sum.rights) for thing, sum in sums.items()}


class _Together:
    """Pearson's correlation as values come (Welford's way, which loses no digits to large sums)."""

    def __init__(self) -> None:
        self.n = self.rights = 0
        self._x = self._y = self._xx = self._yy = self._xy = 0.0

    def add(self, right: int, rest: float) -> None:
        self.n += 1
        self.rights += right
        dx, dy = right - self._x, rest - self._y
        self._x += dx / self.n
        self._y += dy / self.n
        self._xx += dx * (right - self._x)
        self._yy += dy * (rest - self._y)
        self._xy += dx * (rest - self._y)

    @property
    def correlation(self) -> float | None:
        """None where one of the two is the same for all."""
        least = 1e-9 * self.n
        return None if min(self._xx, self._yy) < least else self._xy / sqrt(self._xx * self._yy)


def misconceptions(store: Store, catalogue: Catalogue) -> tuple[MisconceptionFigures, ...]:
    """Of every misconception that course.yaml lists."""
    store.run("CREATE TEMP TABLE about (thing INTEGER, misconception TEXT)")
    by_id: defaultdict[str, list[int]] = defaultdict(list)
    for item in catalogue.items():
        for id in item.about:
            by_id[id].append(item.index)
            store.run("INSERT INTO about VALUES (?, ?)", item.index, id)
    query = """
        SELECT misconception, counts, SUM(first), SUM(latest), COUNT(*) FROM (
            SELECT misconception, counts, MAX(is_first AND NOT right) AS first, MAX(is_latest AND NOT right) AS latest
            FROM answer JOIN about USING (thing) JOIN item USING (thing) GROUP BY misconception, counts, learner)
        GROUP BY 1, 2
    """
    held = {(id, counts): Held(Share(a, n), Share(b, n)) for id, counts, a, b, n in store.rows(query)}
    nobody = Held(Share(0, 0), Share(0, 0))
    return tuple(
        MisconceptionFigures(id, held.get((id, 0), nobody), held.get((id, 1), nobody), tuple(by_id[id]))
        for id in catalogue.course.settings.misconceptions
    )


def confidence(store: Store) -> tuple[SureFigures, ...]:
    """Of first answers, by how sure they were."""
    query = """
        SELECT sure, SUM(right), SUM(NOT right), COUNT(DISTINCT CASE WHEN right THEN learner END),
            COUNT(DISTINCT CASE WHEN NOT right THEN learner END)
        FROM answer JOIN sure USING (thing, learner) WHERE is_first GROUP BY 1 ORDER BY 1
    """
    return tuple(SureFigures(int(row[0]), *row[1:]) for row in store.rows(query))
