"""What the player must know of a course, as a classic script beside the page: player/src/course/data.ts, `CourseData`.

Answer keys, feedback and rules are here and never in the page's text. The same course gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from builder.course.activity_data import activity_data
from builder.course.capacity import shapes
from builder.course.kind import Activity, Json, Render
from builder.course.model import Course, Page
from builder.course.outcomes import points
from builder.course.record import Bits, Field, RecordShape, Rows, Sequence, Uint, Utf8
from builder.site.target import Target
from builder.statements.data import xapi_data

RenderFor = Callable[[str], Render]
"""Markdown to HTML for texts of the file of that path: links, images and ids depend on it."""

Drawn = Callable[[Page, Activity], str]
"""The HTML of a question from a bank, for the page of the quiz that may draw it."""

_GLOBAL = "Coursewright_data"


def course_data(course: Course, target: Target, render_for: RenderFor, drawn: Drawn) -> dict[str, Json]:
    """The values of `CourseData`."""
    settings = course.settings
    numbers = course.numbers
    activities = list(_activities(course, render_for, drawn))
    pages = settings.completion.pages
    parts = settings.scoring.parts
    pass_mark = settings.scoring.pass_mark
    return {
        "id": settings.id,
        "iri": settings.iri,
        "title": settings.title,
        "version": settings.version,
        "language": settings.language,
        "texts": "state" if target.keeps_texts else "device",
        "pages": [
            {
                "n": numbers[page.id],
                "id": page.id,
                "title": page.title,
                "practice": [
                    numbers[activity.id.value]
                    for activity in page.activities
                    if activity.asks or course.kinds[activity.kind].paged
                ],
            }
            for page in course.pages
        ],
        "activities": [*activities],
        "scoring": {
            "pass": None if pass_mark is None else 100 * pass_mark,
            "parts": [{"n": numbers[id], "weight": weight} for id, weight in parts.items()],
        },
        "completion": {
            "pages": [numbers[page.id] for page in course.pages if pages == "all" or page.id in pages],
            "required": [numbers[id] for id in settings.completion.required],
        },
        "outcomes": [*_outcomes(course, activities)],
        "lmsDecides": target.lms_decides,
        "state": {str(number): wire_shape(shape) for number, shape in shapes(course, target.keeps_texts).items()},
        "capacity": target.capacity,
        **({"answers": "words"} if target.in_words else {}),
        **_statements(course, target, activities),
    }


def data_script(data: dict[str, Json]) -> bytes:
    """The script that gives the data to the player."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # U+2028 and U+2029 end a line in older JavaScript, and `</script>` a script wherever one is put into a page.
    for found, written in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(found, written)
    return f"var {_GLOBAL}={text};\n".encode()


def drawn_html(data: Mapping[str, Json]) -> Iterable[str]:
    """The HTML of every question from a bank in the data."""
    activities = data["activities"]
    assert isinstance(activities, list)
    return (html for each in activities if isinstance(each, dict) and isinstance(html := each.get("html"), str))


def _statements(course: Course, target: Target, activities: Iterable[Mapping[str, Json]]) -> dict[str, Json]:
    if target.statements is None:
        return {}
    return {"xapi": xapi_data(course, activities, target.statements.version, target.statements.relay)}


def _showing(outcome: str, activities: Iterable[Mapping[str, Json]]) -> list[Json]:
    """The numbers of the activities that show the outcome: a quiz where one of its questions does, each once."""
    named = (each for each in activities if outcome in cast(list[Json], each.get("objectives", [])))
    return list(dict.fromkeys(each.get("quiz") or each["n"] for each in named))


def _outcomes(course: Course, activities: Iterable[Mapping[str, Json]]) -> Iterator[dict[str, Json]]:
    """Each outcome, then each marking point that something is evidence for; one with an outcome's id is that."""
    outcomes = {outcome.id for outcome in course.settings.outcomes}
    for outcome in course.settings.outcomes:
        yield {"id": outcome.id, "text": outcome.text, "by": _showing(outcome.id, activities)}
    for id, point in course.settings.marking_points.items():
        by: list[Json] = [course.numbers[each.id.value] for each in course.activities if id in points(each)]
        if by and id not in outcomes:
            yield {"id": id, "text": point.text, "by": by}


def _activities(course: Course, render_for: RenderFor, drawn: Drawn) -> Iterator[dict[str, Json]]:
    for page in course.pages:
        for activity in page.activities:
            yield _activity(course, page, activity, None, render_for)
            for inner in activity.inner:
                data = _activity(course, page, inner, activity, render_for)
                yield data if inner.span.file == page.span.file else {**data, "html": drawn(page, inner)}


def _activity(
    course: Course, page: Page, activity: Activity, outer: Activity | None, render_for: RenderFor
) -> dict[str, Json]:
    data = activity_data(course, activity, outer, render_for(activity.span.file))
    return {**data, "page": course.numbers[page.id]}


def wire_shape(shape: RecordShape) -> Json:
    """A record's shape as the player reads it (player/src/course/data.ts, RecordShape)."""
    return [[group.merge, [_field(field) for field in group.fields]] for group in shape.groups]


def _field(field: Field) -> Json:
    match field:
        case Uint(name, most):
            return ["uint", name, most]
        case Bits(name, size):
            return ["bits", name, size]
        case Sequence(name, length, most):
            return ["sequence", name, length, most]
        case Rows(name, length, columns):
            return ["rows", name, length, list(columns)]
        case Utf8(name, most):
            return ["utf8", name, most]
