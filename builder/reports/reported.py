"""Everything that a course can report, by the ids that trackers give to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.course.activity_data import activity_data
from builder.course.kind import Activity, Json
from builder.course.model import Course
from builder.course.response import Answer, Option, Scale
from builder.reports.names import interaction_id

SURE = ("guess", "think-so", "sure")
"""What a learner can say of how sure they are, 1 to 3 (player/src/questions/report.ts)."""

_CONFIDENCE = "confidence"


def answers(course: Course, activity: Activity, data: Mapping[str, Json]) -> tuple[Answer, ...]:
    """All that an activity can report; last, where it asks, how sure the learner is. `data` is its controller's."""
    found = course.kinds[activity.kind].key(activity, data)
    if not found or not data.get(_CONFIDENCE):
        return found
    scale = tuple(Option(n, id, id.replace("-", " ")) for n, id in enumerate(SURE, 1))
    return (*found, Answer(Scale(scale[0]), options=scale, part=_CONFIDENCE))


def reported(course: Course) -> Iterator[tuple[str, Activity]]:
    """The ids of all events, each with the activity that records it, in the order of the course."""
    for page in course.pages:
        for outer in page.activities:
            yield from _of(course, outer, None)
            for inner in outer.inner:
                yield from _of(course, inner, outer)


def _of(course: Course, activity: Activity, outer: Activity | None) -> Iterator[tuple[str, Activity]]:
    id = activity.id.value
    if activity.scored:
        yield id, activity
    for answer in answers(course, activity, activity_data(course, activity, outer, str)):
        yield interaction_id(id, answer.part), activity
