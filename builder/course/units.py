"""A course in units that an LMS launches one by one: each module as a course of its own, with what it loses by that.

Numbers stay those of ids.lock, and the IRIs of what is in it those of the course. A module is passed by its own parts
of the score, at the course's pass mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from builder.course.activity_data import activity_data
from builder.course.check import Capacities, Finding
from builder.course.kind import ALONE, Activity, Surroundings
from builder.course.links import ids_on, leads_to
from builder.course.model import Course, Excerpt, Misconception, Module, Note, Page, Prose, Tip
from builder.course.outcomes import points
from builder.course.texts import page_references
from builder.source.markdown import references
from builder.source.settings import Completion, CourseSettings
from builder.source.span import Span

Sort = Literal["link", "thread"]
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that a course loses where its modules are units of their own.

    `sort` is `link` for one that leads to another module, `thread` for work that an activity takes from another one.
    """

    sort: Sort
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A module as a course. `is_asked_for`: whether the course's completion or pass mark waits for some of it."""

    module: Module
    course: Course
    is_asked_for: bool
    lost: tuple[Lost, ...]


def by_module(course: Course) -> tuple[Unit, ...]:
    """Every module that has pages, in order. The course must have passed its checks."""
    return tuple(_unit(course, module) for module in course.modules if module.pages)


def lost_by_module(course: Course, sort: Sort, capacities: Capacities) -> Iterator[Finding]:
    """What of that sort a package by modules loses, where one is built."""
    if is_by_module(course.settings) and "cmi5" in capacities:
        found = (lost for unit in by_module(course) for lost in unit.lost if lost.sort == sort)
        yield from (Finding(lost.span, lost.message) for lost in found)


def is_by_module(settings: CourseSettings) -> bool:
    """Whether the author wants each module to be a unit of its own."""
    output = settings.outputs.cmi5
    return output is not None and output.au == "module"


def can_be_passed(settings: CourseSettings) -> bool:
    """Whether there is a pass mark, and something that scores."""
    return settings.scoring.pass_mark is not None and any(settings.scoring.parts.values())


def shown_outcomes(course: Course) -> tuple[str, ...]:
    """The ids of the outcomes that some activity shows, in the order of course.yaml."""
    found: set[object] = set()
    for activity, outer in _with_outer(course.pages):
        shown = activity_data(course, activity, outer, lambda text: "").get("objectives", [])
        assert isinstance(shown, list)
        found.update(shown)
    return tuple(outcome.id for outcome in course.settings.outcomes if outcome.id in found)


def _unit(course: Course, module: Module) -> Unit:
    lost: list[Lost] = []
    inside = [activity for page in module.pages for activity in page.all_activities]
    outside = [activity for page in course.pages if page not in module.pages for activity in page.all_activities]
    there = Surroundings(
        frozenset(activity.id.value for activity in inside),
        frozenset[str]().union(*map(points, inside)),
        frozenset[str]().union(*map(points, outside)),
        {page.id: sum(activity.asks for activity in page.activities) for page in module.pages},
        lambda span, message: lost.append(Lost("thread", span, message)),
    )
    kept = replace(module, pages=tuple(_page(page, course, there) for page in module.pages))
    elsewhere = frozenset[str]().union(*map(_places, course.pages)) - frozenset[str]().union(*map(_places, kept.pages))
    for page in kept.pages:
        lost.extend(_links(page, elsewhere))
    ids = frozenset(activity.id.value for page in kept.pages for activity in page.activities)
    settings, is_asked_for = _settings(course.settings, kept, ids)
    made = replace(
        course, settings=settings, modules=(kept,), excerpt=Excerpt(module.id, course.settings.title, elsewhere)
    )
    shown = shown_outcomes(made)
    outcomes = tuple(outcome for outcome in settings.outcomes if outcome.id in shown)
    made = replace(made, settings=settings.model_copy(update={"outcomes": outcomes}))
    return Unit(module, made, is_asked_for, tuple(dict.fromkeys(lost)))


def _page(page: Page, course: Course, there: Surroundings) -> Page:
    elements = (
        one if isinstance(one, Prose | Note | Tip | Misconception) else course.kinds[one.kind].excerpted(one, there)
        for one in page.elements
    )
    return replace(page, elements=tuple(one for one in elements if one is not None))


def _places(page: Page) -> frozenset[str]:
    """What links to this page can name."""
    return ids_on(page) | {page.span.file}


def _links(page: Page, elsewhere: frozenset[str]) -> Iterator[Lost]:
    drawn = [activity for activity in page.all_activities if activity.span.file != page.span.file]
    found = [
        *((page.span.file, each) for each in page_references(page)),
        *((one.span.file, each) for one in drawn for text in one.texts for each in references(text)),
    ]
    for file, each in found:
        if each.kind == "link" and leads_to(file, each.target, elsewhere):
            message = f"This link leads to another module. {ALONE} only its words stay."
            yield Lost("link", each.span, message)


def _settings(settings: CourseSettings, module: Module, ids: frozenset[str]) -> tuple[CourseSettings, bool]:
    """The settings of a unit that holds the activities of these ids, and whether the course waits for some of it."""
    parts = rescaled({id: weight for id, weight in settings.scoring.parts.items() if id in ids})
    pass_mark = settings.scoring.pass_mark if parts else None
    scoring = settings.scoring.model_copy(update={"pass_mark": pass_mark, "parts": parts})
    required = tuple(id for id in settings.completion.required if id in ids)
    pages = settings.completion.pages
    if pages != "all":
        pages = tuple(page.id for page in module.pages if page.id in pages)
    is_asked_for = bool(pages or required or can_be_passed(settings.model_copy(update={"scoring": scoring})))
    # Nothing to do would be done before it is seen.
    completion = Completion(pages=pages if is_asked_for else "all", required=required)
    changes = {
        # Work on the device is kept by the id, and no course's own has two hyphens side by side.
        "id": f"{settings.id}--{module.id}",
        "title": f"{settings.title}: {module.title}",
        "scoring": scoring,
        "completion": completion,
    }
    return settings.model_copy(update=changes), is_asked_for


def rescaled(parts: Mapping[str, int]) -> dict[str, int]:
    """The weights in the same proportions, in whole per cents that are 100 in all; none where all weigh nothing."""
    total = sum(parts.values())
    if not total:
        return {}
    weights = {id: weight * _WHOLE // total for id, weight in parts.items()}
    by_rest = sorted(parts, key=lambda id: -(parts[id] * _WHOLE % total))
    for id in by_rest[: _WHOLE - sum(weights.values())]:
        weights[id] += 1
    return weights


def _with_outer(pages: Iterable[Page]) -> Iterator[tuple[Activity, Activity | None]]:
    for activity in (activity for page in pages for activity in page.activities):
        yield activity, None
        yield from ((inner, activity) for inner in activity.inner)
