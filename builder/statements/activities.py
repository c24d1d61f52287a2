"""Everything of a course that a statement can be about, with whole definitions (`ActivityObject` in the player)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, runtime_checkable

from builder.course.kind import Activity, Json
from builder.course.model import Course, Module, Page
from builder.reports.names import interaction_id
from builder.reports.reported import answers
from builder.statements.definitions import definition, interaction
from builder.statements.names import Names
from builder.statements.verbs import COURSE, FORM, MODULE, PAGE, PROFILE, QUIZ, SCENARIO

Data = Mapping[str, Json]
Object = dict[str, Json]


@runtime_checkable
class Titled(Protocol):
    """An activity with a title of its own, which may be empty."""

    @property
    def title(self) -> str: ...


def course_object(course: Course) -> Object:
    """The course as an activity. An excerpt (builder/course/units.py) is a course of its own, with its module's IRI."""
    settings = course.settings
    if course.excerpt is not None:
        about = definition(COURSE, settings.title, settings.language)
        return {"id": Names(settings.iri).module(course.excerpt.module), "definition": about}
    about = definition(COURSE, settings.title, settings.language, settings.description.strip())
    return {"id": settings.iri, "definition": about}


def profile_object(course: Course) -> Object:
    """The course's profile, as the category of its statements."""
    settings = course.settings
    title = course.excerpt.whole_title if course.excerpt else settings.title
    return {
        "id": Names(settings.iri).profile_version,
        "definition": definition(PROFILE, title, settings.language),
    }


def modules(course: Course) -> dict[str, Json]:
    """Every module by its id."""
    return {module.id: _module(course, module) for module in course.modules}


def _module(course: Course, module: Module) -> Object:
    settings = course.settings
    about = definition(MODULE, module.title, settings.language)
    return {"id": Names(settings.iri).module(module.id), "definition": about}


def pages(course: Course) -> dict[str, Json]:
    """Every page by its id: part of its module."""
    settings = course.settings
    names = Names(settings.iri)
    return {
        page.id: {
            "id": names.page(page.id),
            "definition": definition(PAGE, page.title, settings.language),
            "parent": names.module(module.id),
        }
        for module in course.modules
        for page in module.pages
    }


def activities(course: Course, data: Mapping[str, Data]) -> dict[str, Json]:
    """All that events can be about, by their ids. `data` is what each activity's controller gets, by its id."""
    found: dict[str, Json] = {}
    for page in course.pages:
        for outer in page.activities:
            found.update(_objects(course, page, outer, None, data[outer.id.value]))
            for inner in outer.inner:
                found.update(_objects(course, page, inner, outer, data[inner.id.value]))
    return found


def objectives(course: Course) -> dict[str, Json]:
    """The IRIs of all that an answer can be reported under: outcomes, misconceptions, topics, marking points."""
    settings = course.settings
    names = Names(settings.iri)
    outcomes = (outcome.id for outcome in settings.outcomes)
    ids = (*outcomes, *settings.misconceptions, *settings.topics, *settings.marking_points)
    return {id: names.objective(id) for id in ids}


def _objects(
    course: Course, page: Page, activity: Activity, outer: Activity | None, data: Data
) -> Iterator[tuple[str, Object]]:
    names, language, id = Names(course.settings.iri), course.settings.language, activity.id.value
    said = answers(course, activity, data)
    parent = names.activity(outer.id.value) if outer else names.page(page.id)
    if not activity.asks and (activity.scored or said):
        title = (activity.title if isinstance(activity, Titled) else "") or page.title
        yield (
            id,
            {"id": names.activity(id), "definition": definition(_type(activity), title, language), "parent": parent},
        )
        parent = names.activity(id)
    for answer in said:
        event = interaction_id(id, answer.part)
        prompt = answer.prompt or str(data.get("prompt") or page.title)
        yield (
            event,
            {
                "id": names.activity(event),
                "definition": interaction(answer, prompt, language),
                "parent": parent,
                **({"node": answer.part} if activity.scored and answer.options else {}),
            },
        )


def _type(activity: Activity) -> str:
    """By what it can do, and not by the name of its kind."""
    if not activity.scored:
        return FORM
    return QUIZ if activity.inner else SCENARIO
