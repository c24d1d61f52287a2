"""A course's activities, with where they stand."""

from __future__ import annotations

from builder.course.kind import Activity
from builder.course.model import Course


def placed(course: Course) -> dict[str, tuple[Activity, Activity | None]]:
    """Every activity with what it stands in, by its id."""
    outer = {each.id.value: (each, None) for page in course.pages for each in page.activities}
    inner = {each.id.value: (each, one) for one, _ in outer.values() for each in one.inner}
    return {**outer, **inner}
