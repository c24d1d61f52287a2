"""The figures out of the store: everything that needs order or a median is asked of SQLite, row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from builder.insight.answer_counts import confidence, gather, items, misconceptions
from builder.insight.catalogue import Catalogue, End, Leaf, Turn
from builder.insight.figures import CourseFigures, EndFigures, Figures, PageFigures, Share, Spread, TurnFigures
from builder.insight.record import Sort
from builder.insight.store import Store

BANDS = 5
_MOST_LISTED = 100

# Whoever completed the course; or each of its modules, where these are launched one by one.
_DONE = """
CREATE TEMP TABLE done AS SELECT learner FROM record WHERE sort = ? GROUP BY learner
HAVING MAX(chosen = ?) OR COUNT(DISTINCT chosen) >= ?
"""
_QUARTILES = """
SELECT thing, total, nth, value FROM (
    SELECT thing, value, ROW_NUMBER() OVER (PARTITION BY thing ORDER BY value) - 1 AS nth,
        COUNT(*) OVER (PARTITION BY thing) AS total FROM ({values}))
WHERE nth IN ((total - 1) / 4, (total + 2) / 4, (total - 1) / 2, total / 2, (3 * total - 3) / 4, 3 * total / 4)
"""


def count(store: Store, catalogue: Catalogue) -> Figures:
    """All figures of what the store has."""
    gather(store, catalogue)
    store.run(_DONE, Sort.COMPLETED, catalogue.course.settings.iri, len(catalogue.course.modules))
    return Figures(
        catalogue,
        store.taken,
        _course(store),
        items(store),
        misconceptions(store, catalogue),
        confidence(store),
        _turns(store, catalogue),
        _ends(store, catalogue),
        _pages(store, catalogue),
        _listed(store, "SELECT revision, COUNT(*) AS many FROM revision GROUP BY 1"),
        _listed(
            store, "SELECT chosen, COUNT(DISTINCT learner) AS many FROM record WHERE sort = ? GROUP BY 1", Sort.GONE
        ),
    )


def _course(store: Store) -> CourseFigures:
    [(learners, attempts)] = store.rows("SELECT COUNT(DISTINCT learner), COUNT(DISTINCT attempt) FROM record")
    [(tells,)] = store.rows("SELECT COUNT(*) FROM record WHERE sort BETWEEN ? AND ?", Sort.SEEN, Sort.FAILED)
    [(completed,)] = store.rows("SELECT COUNT(*) FROM done")
    results = [
        sort
        for (sort,) in store.rows(
            "SELECT SUM(sort = ?) FROM (SELECT sort, ROW_NUMBER() OVER (PARTITION BY learner ORDER BY at DESC, n DESC) "
            "AS nth FROM record WHERE sort IN (?, ?)) WHERE nth = 1 UNION ALL SELECT COUNT(DISTINCT learner) "
            "FROM record WHERE sort IN (?, ?)",
            Sort.PASSED,
            *(Sort.PASSED, Sort.FAILED) * 2,
        )
    ]
    store.run(
        "CREATE TEMP TABLE score AS SELECT score FROM (SELECT score, ROW_NUMBER() OVER "
        "(PARTITION BY learner ORDER BY at DESC, n DESC) AS nth FROM record WHERE sort IN (?, ?, ?, ?) "
        "AND score IS NOT NULL) WHERE nth = 1",
        *(Sort.COMPLETED, Sort.PASSED, Sort.FAILED, Sort.SCORED),
    )
    bands = dict(
        store.rows("SELECT MIN(CAST(score * ? AS INTEGER), ?), COUNT(*) FROM score GROUP BY 1", BANDS, BANDS - 1)
    )
    return CourseFigures(
        learners,
        attempts,
        bool(tells),
        completed,
        Share(results[0] or 0, results[1]),
        _spreads(store, "SELECT 0 AS thing, score AS value FROM score").get(0, Spread()),
        tuple(bands.get(band, 0) for band in range(BANDS)),
        learners - completed,
        _listed(
            store,
            "SELECT chosen, COUNT(DISTINCT learner) AS many FROM record WHERE sort = ? GROUP BY 1",
            Sort.COMPLETED,
        ),
    )


def _turns(store: Store, catalogue: Catalogue) -> Mapping[int, TurnFigures]:
    taken: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for thing, chosen, learners in store.rows(
        "SELECT thing, chosen, COUNT(DISTINCT learner) FROM record WHERE sort = ? GROUP BY 1, 2", Sort.TURN
    ):
        taken[thing][int(chosen)] = learners
    query = "SELECT thing, COUNT(DISTINCT learner) FROM record WHERE sort = ? GROUP BY 1"
    whole = dict(store.rows(query, Sort.TURN))
    turns = (it.index for it in catalogue.things if isinstance(it, Turn))
    return {turn: TurnFigures(turn, whole.get(turn, 0), taken.get(turn, {})) for turn in turns}


def _ends(store: Store, catalogue: Catalogue) -> Mapping[int, EndFigures]:
    query = """
        SELECT thing, chosen, SUM(first = 1), SUM(latest = 1) FROM (
            SELECT thing, chosen, ROW_NUMBER() OVER (PARTITION BY thing, learner ORDER BY at, n) AS first,
                ROW_NUMBER() OVER (PARTITION BY thing, learner ORDER BY at DESC, n DESC) AS latest
            FROM record WHERE sort = ?)
        GROUP BY 1, 2
    """
    first: defaultdict[int, dict[int, int]] = defaultdict(dict)
    latest: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for thing, chosen, firsts, latests in store.rows(query, Sort.END):
        first[thing][int(chosen)] = firsts
        latest[thing][int(chosen)] = latests
    ends = (it.index for it in catalogue.things if isinstance(it, End))
    return {end: EndFigures(end, sum(first[end].values()), first[end], latest[end]) for end in ends}


def _pages(store: Store, catalogue: Catalogue) -> Mapping[int, PageFigures]:
    last: Counter[int] = Counter()
    query = """
        SELECT thing, COUNT(*) FROM (
            SELECT thing, ROW_NUMBER() OVER (PARTITION BY learner ORDER BY at DESC, n DESC) AS nth FROM record
            WHERE thing >= 0 AND learner NOT IN (SELECT learner FROM done))
        WHERE nth = 1 GROUP BY 1
    """
    for thing, learners in store.rows(query):
        last[catalogue.things[thing].page] += learners
    seen = dict(
        store.rows(
            "SELECT thing, COUNT(DISTINCT learner) FROM record WHERE sort IN (?, ?) GROUP BY 1", Sort.SEEN, Sort.LEFT
        )
    )
    spent = (
        "SELECT thing, SUM(seconds) AS value FROM record WHERE sort = ? AND seconds IS NOT NULL GROUP BY thing, learner"
    )
    spreads = _spreads(store, spent, Sort.LEFT)
    leaves = (it.index for it in catalogue.things if isinstance(it, Leaf))
    return {it: PageFigures(it, seen.get(it, 0), spreads.get(it, Spread()), last[it]) for it in leaves}


def _spreads(store: Store, values: str, *arguments: object) -> Mapping[int, Spread]:
    """The quartiles of `value` by `thing`; between two values they lie in proportion (inclusive, as in sheets)."""
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    totals: dict[int, int] = {}
    for thing, total, nth, value in store.rows(_QUARTILES.format(values=values), *arguments):
        found[thing][nth] = value
        totals[thing] = total

    def at(values: Mapping[int, float], quarter: int, total: int) -> float:
        below, part = divmod(quarter * (total - 1), 4)
        return values[below] + (part / 4 * (values[below + 1] - values[below]) if part else 0)

    return {it: Spread(n, *(at(found[it], quarter, n) for quarter in (1, 2, 3))) for it, n in totals.items()}


def _listed(store: Store, query: str, *arguments: object) -> Mapping[str, int]:
    """The most frequent texts with how many learners each has."""
    return dict(store.rows(f"{query} ORDER BY many DESC, 1 LIMIT {_MOST_LISTED}", *arguments))
