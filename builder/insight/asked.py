"""The questions' part of the report: misconceptions, difficulty, discrimination, what was chosen, and how surely."""

from __future__ import annotations

from collections.abc import Iterator

from builder.insight.catalogue import Item
from builder.insight.disclosure import LEAST, Count, Part, count, discrimination, parts, share
from builder.insight.figures import Figures, Share
from builder.insight.report import Bar, Cell, Column, Correlation, Place, Section, Table

_ROUGH = 50
"""Learners below whom a correlation says little: its standard error is about 0.14 and more."""
_SURE = {1: "A guess", 2: "I think so", 3: "Sure"}


def misconceptions(figures: Figures) -> Section | None:
    """Which misconceptions survive, and which wrong options are chosen; None in a course that lists none."""
    if not figures.misconceptions:
        return None
    course = figures.catalogue.course
    texts = course.settings.misconceptions
    rows: list[tuple[Cell, ...]] = []
    for it in figures.misconceptions:
        place = Place(f"{it.id}: {texts[it.id]}", course.head.key("misconceptions", it.id))
        for where, held in (("practice", it.practice), ("what counts", it.counted)):
            rows.append((place, where, count(held.first.whole), share(held.first), share(held.latest)))
    columns = (
        Column("misconception", "Misconception"),
        Column("where", "In"),
        Column("learners", "Learners"),
        Column("first", "Wrong at first"),
        Column("latest", "Wrong at last"),
    )
    shows = [Table("misconceptions", "Which misconceptions survive", columns, tuple(rows))]
    chosen = tuple(
        row for it in figures.misconceptions for index in it.items for row in _wrong_options(figures, it.id, index)
    )
    if chosen:
        options = (
            Column("option", "Wrong option"),
            Column("misconception", "Misconception"),
            Column("question", "Question"),
            Column("first", "Chosen at first"),
            Column("latest", "Chosen at last"),
        )
        shows.append(Table("wrong-options", "Which wrong options are chosen", options, chosen))
    says = (
        "Wrong at first: learners whose first answer to one question or more about it was not right. "
        "Wrong at last: those whose last answer to one or more was not right. A misconception survives where the "
        "second is hardly less than the first.",
    )
    return Section("misconceptions", "Misconceptions", says, tuple(shows))


def _wrong_options(figures: Figures, misconception: str, index: int) -> Iterator[tuple[Cell, ...]]:
    item = figures.catalogue.things[index]
    assert isinstance(item, Item)
    for place, right, first, latest in _options(figures, item):
        if right is False:
            yield place, misconception, _asked(item), first, latest


def items(figures: Figures) -> Section:
    """Every question that was answered: difficulty, discrimination, and what was chosen."""
    answered = [it for it in figures.catalogue.items() if it.index in figures.items]
    rows: list[tuple[float, tuple[Cell, ...]]] = []
    for item in answered:
        it = figures.items[item.index]
        first = share(it.first)
        value = discrimination(it.discrimination)
        rough = it.discrimination.right + it.discrimination.wrong < _ROUGH
        row = (
            _asked(item),
            _where(item),
            count(it.first.whole),
            first,
            share(it.latest),
            None if value is None else Correlation(value, rough),
        )
        rows.append((101 if first.middle is None else first.middle, row))
    columns = (
        Column("question", "Question, hardest first"),
        Column("where", "In"),
        Column("learners", "Learners"),
        Column("first", "Right at the first try"),
        Column("latest", "Right at last"),
        Column("discrimination", "Discrimination"),
    )
    table = Table(
        "items", "Questions by difficulty", columns, tuple(row for _, row in sorted(rows, key=lambda it: it[0]))
    )
    chosen = tuple(
        (place, _asked(item), "right" if right else "wrong", first, latest)
        for item in answered
        for place, right, first, latest in _options(figures, item)
    )
    options = (
        Column("option", "Option"),
        Column("question", "Question"),
        Column("key", "It is"),
        Column("first", "Chosen at first"),
        Column("latest", "Chosen at last"),
    )
    says = (
        "Discrimination is how far those who get a question right at the first try are those who get the others of its "
        "sort right, in practice or in what counts: the point-biserial correlation with the rest, from -1 to 1. Below "
        "0.2 a question tells little apart; below 0 look whether its key is right.",
        f"A value marked 'rough' is of fewer than {_ROUGH} learners, and may well be otherwise with more of them.",
    )
    shows = (table, Table("options", "What was chosen", options, chosen)) if chosen else (table,)
    return Section("questions", "Questions", says, shows)


def _options(figures: Figures, item: Item) -> Iterator[tuple[Place, bool | None, Bar, Bar]]:
    """Every option of an item with how many chose it, where anybody answered it."""
    found = figures.items.get(item.index)
    if found is None or not item.options:
        return
    told = {it.option: it for it in found.options}
    known = range(len(item.options))
    first = [told[n].first if n in told else 0 for n in known]
    latest = [told[n].latest if n in told else 0 for n in known]
    whole = found.first.whole
    shown = [
        parts(cells, whole) if item.one else tuple(map(count, cells))
        for cells in ([*first, max(0, whole - sum(first))], [*latest, max(0, whole - sum(latest))])
    ]
    for n, option in enumerate(item.options):
        yield Place(option.words, option.span), option.right, bar(shown[0][n], whole), bar(shown[1][n], whole)


def confidence(figures: Figures) -> Section | None:
    """How sure learners were of right answers and of wrong ones; None where nobody was asked."""
    if not figures.sure:
        return None
    rows = tuple(
        (_SURE[it.sure], _answers(it.right, it.wrong, it.right_learners, it.wrong_learners)) for it in figures.sure
    )
    columns = (Column("sure", "How sure"), Column("right", "Of these answers, right"))
    shows = [Table("confidence", "Confidence against correctness", columns, rows)]
    wrong = [
        (_asked(item), _where(item), share(Share(sure.whole - sure.part, sure.whole)))
        for item in figures.catalogue.items()
        if (it := figures.items.get(item.index)) and (sure := it.sure.get(3))
    ]
    wrong.sort(key=lambda row: -(row[2].middle if row[2].middle is not None else -1))
    asked = (Column("question", "Question"), Column("where", "In"), Column("wrong", "Wrong, of those who were sure"))
    shows.append(Table("sure-and-wrong", "Sure and wrong", asked, tuple(wrong)))
    says = (
        "First answers only. Where many are sure and wrong, a misconception is at work: say why it tempts, and ask "
        "again later. Where few are sure and most are right, they know more than they think.",
    )
    return Section("confidence", "Confidence", says, tuple(shows))


def _answers(right: int, wrong: int, right_learners: int, wrong_learners: int) -> Part:
    """The share of answers, as that of learners: by the smaller groups that they come from."""
    if min(right_learners, wrong_learners) >= LEAST:
        return share(Share(right, right + wrong))
    return share(Share(right_learners, right_learners + wrong_learners))


def _asked(item: Item) -> Place:
    return Place(f"{item.id}: {item.title}", item.span)


def _where(item: Item) -> str:
    return "what counts" if item.counts else "practice"


def bar(shown: Count, most: int) -> Bar:
    """A number of learners beside the `most` that it could be."""
    return Bar(shown, count(most).about or 0)
