"""A learner's whole work fits into what each format keeps."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.capacity import Contributor, Worst, worst_case
from builder.course.check import Capacities, Check, Finding
from builder.course.kind import Weighty
from builder.course.model import Course
from builder.source.diagnostic import Severity
from builder.source.span import Span

_NAMED = 3


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for name, (limit, keeps_texts) in sorted(capacities.items()):
        worst = worst_case(course, keeps_texts)
        if limit is None or worst.total <= limit:
            continue
        texts = " With `free-text: {resume: device}` texts of forms stay on the device." if keeps_texts else ""
        yield Finding(
            _place(course, worst) or course.head.key("outputs", name),
            f"A learner's work can take {worst.total:,} characters, and {name} keeps {limit:,}. The largest are "
            f"{', '.join(_largest(course, worst)[:_NAMED])}. Make these smaller (fewer questions or choices, shorter "
            f"plays, a smaller max), make two courses of this one, or leave {name} out of `outputs:`.{texts}",
        )


def _place(course: Course, worst: Worst) -> Span | None:
    """Where to make smaller the one thing that takes more than all others together; None where there is none."""
    most = worst.contributors[0]
    activity = next((activity for activity in course.activities if activity.id.value == most.id), None)
    if activity is None or 2 * most.length <= worst.total:
        return None
    return activity.heaviest if isinstance(activity, Weighty) else activity.span


def _largest(course: Course, worst: Worst) -> list[str]:
    """What takes most, in words: things that are many of a kind by their sum, any other by itself."""
    asking = {activity.kind for activity in course.activities if activity.asks}
    of_kind: dict[str, list[Contributor]] = {}
    for contributor in worst.contributors:
        of_kind.setdefault(contributor.kind, []).append(contributor)
    found: list[tuple[int, str]] = []
    for kind, members in of_kind.items():
        total = sum(member.length for member in members)
        if 2 * members[0].length < total:
            what = "questions" if kind in asking else "activities"
            found.append((total, f"{len(members):,} {what} of kind {kind} ({total:,})"))
        else:
            found.extend((member.length, _named(member)) for member in members)
    return [words for _, words in sorted(found, key=lambda one: -one[0])]


def _named(contributor: Contributor) -> str:
    name = f"the {contributor.kind} '{contributor.id}'" if contributor.id else "the course itself"
    return f"{name} ({contributor.length:,})"


_FORM = "::: reflection {#account}\n- What happened? {max=60000}\n:::\n"

CHECK = Check(
    code="CW510",
    title="A learner's work can outgrow what a format keeps",
    why="An LMS cuts or drops what is too long without a word, and the learner's work with it. So the longest state "
    "that the course can come to is computed, and must fit: 4,096 characters in SCORM 1.2 and 64,000 in SCORM 2004.",
    group="tracking",
    severity=Severity.ERROR,
    find=_find,
    bad=_FORM,
    good=_FORM.replace("60000", "6000"),
)
