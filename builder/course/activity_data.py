"""What is known of an activity beside what its kind says: for the player, and for the key to the reports."""

from __future__ import annotations

from builder.course.kind import Activity, AskingKind, Json, Render
from builder.course.model import Course
from builder.course.outcomes import objectives


def activity_data(course: Course, activity: Activity, outer: Activity | None, render: Render) -> dict[str, Json]:
    """`outer` is what it stands in, or may be drawn by.

    A question has the number of its quiz, 0 for practice, and its right responses, the plainest first.
    """
    data: dict[str, Json] = {
        **activity.data(course.numbers, render),
        "kind": activity.kind,
        "n": course.numbers[activity.id.value],
        "id": activity.id.value,
    }
    if activity.asks:
        data["quiz"] = course.numbers[outer.id.value] if outer else 0
    kind = course.kinds[activity.kind]
    if isinstance(kind, AskingKind):
        data["correct"] = kind.correct(data)
    own = data.get("objectives", [])
    assert isinstance(own, list)
    ids = {activity.id.value} | ({outer.id.value} if outer else set())
    if found := objectives(course.settings.outcomes, ids, [str(id) for id in own]):
        data["objectives"] = [*found]
    return data
