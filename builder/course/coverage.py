"""What a course holds for each thing that course.yaml promises: where it is taught, practised, assessed and evidenced.

docs/format.md ("What counts as evidence") is what authors read; here it is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Literal

from builder.course.kind import Activity, Assessing
from builder.course.model import Course, Misconception, Note, Page, Prose, Tip
from builder.course.numbers import SCENARIO
from builder.course.outcomes import points
from builder.course.question import Question
from builder.source.settings import Evidence
from builder.source.span import Span
from builder.source.syntax import Word

Sort = Literal["topic", "misconception", "marking point", "outcome"]

EVIDENCED: frozenset[Evidence] = frozenset({"scenario", "record", "observation", "reflection", "evidence"})
"""What a learner leaves behind for somebody to look at."""
_FORMS: Mapping[str, Evidence] = {"record": "record", "observation": "observation", "reflection": "reflection"}
_ASKED: frozenset[Evidence] = frozenset({"practised", "assessed"})


@dataclass(frozen=True, slots=True)
class Place:
    """Something of the course that is evidence, of these kinds, in a few words (`question q-log`)."""

    kinds: frozenset[Evidence]
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, misconception, marking point or outcome, declared at `span`, and all that the course has for it.

    `needs` are kinds of evidence of which each must be there; `any_of` kinds of which one must.
    """

    sort: Sort
    id: str
    text: str
    span: Span
    needs: tuple[Evidence, ...]
    any_of: frozenset[Evidence]
    places: tuple[Place, ...]

    def of(self, kinds: Iterable[Evidence]) -> tuple[Place, ...]:
        """The places that are evidence of one of these kinds, in the order of the course."""
        wanted = frozenset(kinds)
        return tuple(place for place in self.places if place.kinds & wanted)

    @property
    def lacks(self) -> tuple[Evidence, ...]:
        """The kinds of `needs` that the course does not hold."""
        return tuple(kind for kind in self.needs if not self.of([kind]))

    @property
    def is_unproved(self) -> bool:
        """Whether none of `any_of` is there."""
        return bool(self.any_of) and not self.of(self.any_of)


@dataclass(frozen=True, slots=True)
class _Element:
    """A place, and the ids that it is evidence for."""

    ids: Set[str]
    place: Place


def coverage(course: Course) -> tuple[Row, ...]:
    """Every topic, misconception, marking point and outcome of course.yaml, in this order, with its places."""
    settings, head = course.settings, course.head
    elements = [element for page in course.pages for element in _page(page, course)]
    places = partial(_places, elements)
    rows = [
        Row("topic", id, topic.text, head.key("topics", id), topic.needs, frozenset(), places(id))
        for id, topic in settings.topics.items()
    ]
    rows += [
        Row("misconception", id, text, head.key("misconceptions", id), ("taught",), _ASKED, places(id))
        for id, text in settings.misconceptions.items()
    ]
    rows += [
        Row("marking point", id, point.text, head.key("marking-points", id), point.needs, frozenset(), places(id))
        for id, point in settings.marking_points.items()
    ]
    for at, outcome in enumerate(settings.outcomes):
        place = head.value("outcomes", at, "id")
        shown = places(*outcome.assessed_by)
        rows.append(Row("outcome", outcome.id, outcome.text, place, (), EVIDENCED | {"assessed"}, shown))
    return tuple(rows)


def _places(elements: Iterable[_Element], *ids: str) -> tuple[Place, ...]:
    """The places that are evidence for one of these ids, each once."""
    wanted = frozenset(ids)
    return tuple(dict.fromkeys(element.place for element in elements if element.ids & wanted))


def _page(page: Page, course: Course) -> Iterator[_Element]:
    covers = _ids(page.covers)
    if any(isinstance(element, Prose | Note | Tip | Misconception) for element in page.elements):
        yield _Element(covers, Place(frozenset({"taught"}), f"page {page.id}", page.span))
    for element in page.elements:
        if isinstance(element, Tip | Misconception) and element.ref is not None:
            what = "tip" if isinstance(element, Tip) else f"refutation {element.id.value}"
            yield _Element(_ids([element.ref]), Place(frozenset({"taught"}), what, element.span))
    for activity in page.activities:
        yield from _activity(activity, covers, course)


def _activity(activity: Activity, covers: frozenset[str], course: Course) -> Iterator[_Element]:
    id = activity.id.value
    assesses = points(activity)
    topics = covers - course.settings.marking_points.keys()
    if isinstance(activity, Question):
        if activity.has_key:
            yield _Element({id} | _asked(activity, covers), _place(activity, "practised"))
    elif activity.kind == SCENARIO:
        is_part = id in course.settings.scoring.parts
        yield _Element({id} | assesses, _place(activity, "practised", "assessed", "scenario"))
        kinds: tuple[Evidence, ...] = ("assessed",) if is_part else ()
        yield _Element(topics - assesses, _place(activity, "practised", "scenario", *kinds))
    elif activity.scored:
        yield _Element({id} | covers, _place(activity, "assessed"))
        for inner in activity.inner:
            if isinstance(inner, Question) and inner.has_key:
                yield _Element({inner.id.value} | _asked(inner, frozenset()), _place(inner, "assessed"))
    elif isinstance(activity, Assessing):
        own = _FORMS.get(activity.kind)
        yield _Element({id} | assesses | topics, _place(activity, "evidence", *([own] if own else [])))


def _asked(question: Question, covers: frozenset[str]) -> frozenset[str]:
    """What a question asks about: what it names, and what its page covers where it does not say that itself."""
    return _ids(question.mc) | (_ids(question.covers) or covers)


def _place(activity: Activity, *kinds: Evidence) -> Place:
    what = "question" if activity.asks else activity.kind
    return Place(frozenset(kinds), f"{what} {activity.id.value}", activity.span)


def _ids(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.value for word in words)
