"""The figures as they are, before anything is hidden: for builder/insight/disclosure.py alone, and never shown as such.

All count learners, each once. `first` is a learner's earliest answer in all their attempts, `latest` the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.insight.catalogue import Catalogue
from builder.insight.store import Taken


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` learners."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The quartiles of a value, one a learner; `n` learners. 0 for all where there are none."""

    n: int = 0
    low: float = 0
    middle: float = 0
    high: float = 0


@dataclass(frozen=True, slots=True)
class Discrimination:
    """The point-biserial correlation of an item's first answer (1 right, 0 not) with the share of right first answers
    among the learner's other items of the same sort; None where it is not defined. `right` and `wrong` learners.
    """

    value: float | None
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """How many chose the option of that index (-1: something else), first and latest."""

    option: int
    first: int
    latest: int


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """Of one item. `sure` by how sure (1 to 3): of those whose first answer was given so, how many were right."""

    thing: int
    first: Share
    latest: Share
    discrimination: Discrimination
    options: tuple[OptionFigures, ...]
    sure: Mapping[int, Share]


@dataclass(frozen=True, slots=True)
class Held:
    """Of the learners who answered any item about a misconception: those who got one or more wrong."""

    first: Share
    latest: Share


@dataclass(frozen=True, slots=True)
class MisconceptionFigures:
    """Of one misconception, in practice and in what counts; the indexes of the items that are about it."""

    id: str
    practice: Held
    counted: Held
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SureFigures:
    """First answers given with this sureness: how many, how many of them right, and of how many learners each."""

    sure: int
    right: int
    wrong: int
    right_learners: int
    wrong_learners: int


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """At one node: learners who chose anything there, and by the choice's index those who ever took it."""

    thing: int
    learners: int
    taken: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class EndFigures:
    """How a scenario's plays ended: learners with any, by the ending's index those whose first and latest did so."""

    thing: int
    learners: int
    first: Mapping[int, int]
    latest: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class PageFigures:
    """Of one page: who saw it, how long it was in view (seconds, all visits), for how many it was the last."""

    thing: int
    seen: int
    time: Spread
    last: int


@dataclass(frozen=True, slots=True)
class CourseFigures:
    """Of the whole course. `passed` is of those with a result; `score` from 0 to 1, and `bands` its fifths from below.

    `unfinished` learners have no attempt that is complete. `roots`: by the activity that was completed, learners.
    """

    learners: int = 0
    attempts: int = 0
    says_completion: bool = False
    completed: int = 0
    passed: Share = Share(0, 0)
    score: Spread = Spread()
    bands: tuple[int, ...] = ()
    unfinished: int = 0
    roots: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything. `revisions` and `gone`: learners by the course's version, and by the id of what is not in it."""

    catalogue: Catalogue
    taken: Taken
    course: CourseFigures
    items: Mapping[int, ItemFigures]
    misconceptions: tuple[MisconceptionFigures, ...]
    sure: tuple[SureFigures, ...]
    turns: Mapping[int, TurnFigures]
    ends: Mapping[int, EndFigures]
    pages: Mapping[int, PageFigures]
    revisions: Mapping[str, int]
    gone: Mapping[str, int]
