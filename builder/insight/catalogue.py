"""All of a course that a record can be about, by its names in records, each with its line of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from builder.activities.scenario.scenario import Scenario
from builder.course.activity_data import activity_data
from builder.course.kind import Activity, AskingKind
from builder.course.model import Course, Page
from builder.course.options import OptionsQuestion
from builder.course.question import Question
from builder.course.response import Answer, Choices, Truth
from builder.reports.names import interaction_id
from builder.reports.reported import SURE
from builder.source.markdown import plain
from builder.source.span import Span
from builder.statements.names import Names

_ENDING = "-ending"
_CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something that can be chosen. `number` is its number in ids.lock, `right` None where nothing is."""

    id: str
    number: int
    words: str
    span: Span
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a record can be about. `index` is its place in `Catalogue.things`, `page` that of its page."""

    index: int
    id: str
    title: str
    span: Span
    page: int


@dataclass(frozen=True, slots=True)
class Leaf(Thing):
    """A page of the course."""


@dataclass(frozen=True, slots=True)
class Whole(Thing):
    """A quiz, or a scenario as a whole."""


@dataclass(frozen=True, slots=True)
class Item(Thing):
    """A question that has right answers, or the part of one that is reported by itself.

    `options` are what can be chosen, where it is answered by choosing: one (`one`) or some. `counts` where it stands in
    a quiz; `about` are the misconceptions that it is about.
    """

    options: tuple[Chosen, ...] = ()
    one: bool = False
    counts: bool = False
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sureness(Thing):
    """How sure somebody was of their answer to the item of the index `of`."""

    of: int = 0


@dataclass(frozen=True, slots=True)
class Turn(Thing):
    """A node of a scenario at which something is chosen."""

    options: tuple[Chosen, ...] = ()


@dataclass(frozen=True, slots=True)
class Other(Thing):
    """What is told of and never right or wrong: a form, a question of opinion. It only says where somebody was."""


@dataclass(frozen=True, slots=True)
class End(Thing):
    """The ending of a scenario's plays, whichever it is: `endings` are all that there are."""

    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """A node that ends a play. `outcome` is how that turned out, in plain words."""

    id: str
    rating: str
    outcome: str
    span: Span


@dataclass(frozen=True, slots=True)
class Play:
    """A scenario with its indexes: of its turns by the node's place in its table, and of its ending."""

    scenario: Scenario
    page: Page
    turns: Mapping[int, int]
    end: int


@dataclass(frozen=True)
class Catalogue:
    """Everything of one course; `things` by index."""

    course: Course
    things: tuple[Thing, ...]
    plays: tuple[Play, ...] = field(default=())

    @cached_property
    def by_iri(self) -> Mapping[str, Thing]:
        """By the IRI that statements have for it."""
        names = Names(self.course.settings.iri)
        return {names.page(it.id) if isinstance(it, Leaf) else names.activity(it.id): it for it in self.things}

    @cached_property
    def by_interaction(self) -> Mapping[str, Thing]:
        """By the id under which an LMS's reports have it; pages have none there."""
        return {it.id: it for it in self.things if not isinstance(it, Leaf)}

    def items(self) -> Iterator[Item]:
        """The items, in the order of the course."""
        return (it for it in self.things if isinstance(it, Item))


def catalogue(course: Course) -> Catalogue:
    """All of the course that records can be about, in its order."""
    things: list[Thing] = []
    plays: list[Play] = []
    for page in course.pages:
        leaf = Leaf(len(things), page.id, page.title, page.span, len(things))
        things.append(leaf)
        for outer in page.activities:
            if isinstance(outer, Scenario):
                plays.append(_play(outer, page, leaf.index, things))
            elif outer.scored:
                title = getattr(outer, "title", "") or page.title
                things.append(Whole(len(things), outer.id.value, title, outer.span, leaf.index))
            for activity, around in ((outer, None), *((inner, outer) for inner in outer.inner)):
                if isinstance(activity, Question):
                    _items(course, activity, around, leaf.index, things)
                _others(course, activity, around, leaf.index, things)
    return Catalogue(course, tuple(things), tuple(plays))


def _items(course: Course, question: Question, outer: Activity | None, page: int, things: list[Thing]) -> None:
    activity: Any = question
    data = activity_data(course, activity, outer, str)
    about = tuple(word.value for word in question.mc)
    kind = course.kinds[activity.kind]
    answers = [answer for answer in kind.key(activity, data) if answer.right]
    # A single option is kept as its number, several as a list of numbers (docs/architecture.md, Records of the kinds).
    one = isinstance(kind, AskingKind) and isinstance(kind.best(data).get("chosen"), int)
    first = len(things)
    for answer in answers:
        id = interaction_id(activity.id.value, answer.part)
        title = answer.prompt or str(data.get("prompt", ""))
        item = Item(
            len(things),
            id,
            " ".join(title.split()),
            activity.span,
            page,
            tuple(_options(question, answer)),
            one,
            outer is not None,
            about,
        )
        things.append(item)
    if answers and data.get("confidence"):
        id = interaction_id(activity.id.value, _CONFIDENCE)
        things.append(Sureness(len(things), id, "", activity.span, page, first))


def _others(course: Course, activity: Activity, outer: Activity | None, page: int, things: list[Thing]) -> None:
    """The names of the activity that are not yet among the things of its page."""
    known = {it.id for it in things[page + 1 :]}
    data = activity_data(course, activity, outer, str)
    parts = {answer.part for answer in course.kinds[activity.kind].key(activity, data)}
    for id in sorted({interaction_id(activity.id.value, part) for part in ("", _CONFIDENCE, *parts)} - known):
        things.append(Other(len(things), id, "", activity.span, page))


def _options(question: Question, answer: Answer) -> Iterator[Chosen]:
    right = answer.right[0]
    if isinstance(right, Truth):
        for n, value in enumerate((True, False), 1):
            yield Chosen(str(value).lower(), n, "True" if value else "False", question.span, value == right.value)
    elif isinstance(right, Choices):
        places = {it.id.value: it.span for it in question.options} if isinstance(question, OptionsQuestion) else {}
        for option in answer.options:
            place = places.get(option.id, question.span)
            yield Chosen(option.id, option.n, " ".join(option.text.split()), place, option in right.chosen)


def _play(scenario: Scenario, page: Page, leaf: int, things: list[Thing]) -> Play:
    id = scenario.id.value
    things.append(Whole(len(things), id, page.title, scenario.span, leaf))
    turns: dict[int, int] = {}
    endings: list[Ending] = []
    for at, (row, node) in enumerate(zip(scenario.table.nodes, scenario.nodes, strict=True)):
        if row.rating:
            outcome = plain(node.outcome) if node.outcome else ""
            endings.append(Ending(row.id, row.rating, " ".join(outcome.split()), node.id.span))
        if node.choices:
            choices = tuple(
                Chosen(choice.id.value, n, " ".join(plain(choice.text).split()), choice.text.span)
                for n, choice in enumerate(node.choices, 1)
            )
            turns[at] = len(things)
            things.append(Turn(len(things), interaction_id(id, row.id), row.id, node.id.span, leaf, choices))
    end = len(things)
    things.append(End(end, interaction_id(id, _ENDING), page.title, scenario.span, leaf, tuple(endings)))
    return Play(scenario, page, turns, end)


def sureness(text: str) -> int | None:
    """How sure, 1 to 3, by what a record says: an id, a letter, or words; None for anything else."""
    said = text.strip().lower().replace(" ", "-")
    if said in SURE:
        return SURE.index(said) + 1
    return {"a": 1, "b": 2, "c": 3}.get(said)
