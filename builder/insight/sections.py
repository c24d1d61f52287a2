"""The report of a course's figures: here everything passes builder/insight/disclosure.py, and nothing goes round it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.insight.asked import bar, confidence, items, misconceptions
from builder.insight.catalogue import Leaf
from builder.insight.disclosure import LEAST, count, parts, share, spread
from builder.insight.figures import Figures, Share
from builder.insight.plays import scenarios
from builder.insight.report import Cell, Column, Place, Report, Section, Table, Times

_SECONDS = ((0.0, 5.0), (120.0, 15.0), (600.0, 60.0))
_PERCENT = ((0.0, 0.01),)


def report(figures: Figures, source: str) -> Report:
    """Everything that may be shown; `source` says in words what was read."""
    settings = figures.catalogue.course.settings
    sections = (
        _glance(figures),
        misconceptions(figures),
        items(figures),
        confidence(figures),
        scenarios(figures),
        _pages(figures),
        _elsewhere(figures),
    )
    return Report(
        settings.title, settings.language, settings.version, source, [it for it in sections if it is not None]
    )


def _glance(figures: Figures) -> Section:
    whole = figures.course
    rows: list[tuple[Cell, ...]] = [("Learners", count(whole.learners)), ("Attempts", count(whole.attempts))]
    if whole.says_completion:
        rows.append(("Completed the course", share(Share(whole.completed, whole.learners))))
        rows.append(("Passed, of those with a result", share(whole.passed)))
    score = spread(whole.score, _PERCENT)
    if score:
        words = f"{score.middle:.0%} (half of them from {score.low:.0%} to {score.high:.0%})"
        rows.append(("Middle score", words))
    shows = [Table("course", "The course", (Column("what", "What"), Column("figure", "Figure")), tuple(rows))]
    if whole.score.n >= LEAST:
        bands = parts(whole.bands)
        shows.append(
            Table(
                "scores",
                "Scores",
                (Column("score", "Score"), Column("learners", "Learners")),
                tuple((_band(n), bar(it, whole.learners)) for n, it in enumerate(bands)),
            )
        )
    says: tuple[str, ...] = ()
    modules = {root: many for root, many in whole.roots.items() if root != figures.catalogue.course.settings.iri}
    if modules:
        columns = (Column("module", "Module"), Column("learners", "Learners"))
        shows.append(Table("modules", "Completed, module by module", columns, _rare(modules)))
        says = (
            "Modules were launched one by one. Whoever completed each of them has completed the course; the result and "
            "the score are those of the module that came last.",
        )
    return Section("glance", "At a glance", says, tuple(shows))


def _pages(figures: Figures) -> Section | None:
    if not figures.course.says_completion:
        return None
    leaves = [it for it in figures.catalogue.things if isinstance(it, Leaf)]
    found = [figures.pages[it.index] for it in leaves]
    unfinished = figures.course.unfinished
    last = parts([*(it.last for it in found), unfinished - sum(it.last for it in found)], unfinished)
    times = [spread(it.time, _SECONDS) for it in found]
    most = max((it.high for it in times if it), default=0)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Place(leaf.title, leaf.span),
            count(it.seen),
            None if time is None else Times(time, most),
            bar(left, unfinished),
        )
        for leaf, it, time, left in zip(leaves, found, times, last, strict=False)
    )
    columns = (
        Column("page", "Page"),
        Column("seen", "Learners who saw it"),
        Column("time", "Time on it"),
        Column("last", "Where they left"),
    )
    says = (
        "Time is how long a page was in view in all, learner by learner: the middle, and in brackets what half of them "
        "lie between. Where they left: the last page of learners who have not completed the course.",
    )
    return Section("pages", "Pages", says, (Table("pages", "Time by page, and where people leave", columns, rows),))


def _elsewhere(figures: Figures) -> Section:
    taken = figures.taken
    rows: list[tuple[Cell, ...]] = [
        ("Records of this course", taken.records),
        ("Came twice, and were counted once", taken.again),
        ("Voided", taken.voided),
        ("Of other courses, and left out", taken.elsewhere),
        ("Could not be read", taken.unreadable),
    ]
    shows = [Table("read", "What was read", (Column("what", "What"), Column("records", "Records")), tuple(rows))]
    if taken.named:
        columns = (Column("place", "Where"), Column("why", "What is wrong"))
        named = tuple((it.place, it.why) for it in taken.named)
        more = taken.unreadable - len(named)
        shows.append(
            Table("unreadable", f"Could not be read{f' (the first, and {more} more)' if more else ''}", columns, named)
        )
    if versions := {name: many for name, many in figures.revisions.items() if name}:
        columns = (Column("version", "Version"), Column("learners", "Learners"))
        shows.append(Table("versions", "Versions of the course", columns, _rare(versions)))
    if figures.gone:
        columns = (Column("id", "Id"), Column("learners", "Learners"))
        shows.append(Table("gone", "Not in this version of the course", columns, _rare(figures.gone)))
    says = ("What is not in this version of the course, or is not yet, is in no figure above.",)
    return Section("source", "What the figures are made of", says, tuple(shows))


def _rare(learners: Mapping[str, int]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((name, count(many)) for name, many in learners.items())


def _band(n: int) -> str:
    return f"{20 * n}% to {20 * n + 20}%"
