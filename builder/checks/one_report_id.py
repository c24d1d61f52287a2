"""What is reported of one thing has no other thing's id."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.kind import Activity
from builder.course.model import Course
from builder.reports.reported import reported
from builder.source.diagnostic import Note, Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    known: dict[str, Activity] = {}
    for id, activity in reported(course):
        other = known.setdefault(id, activity)
        if other is activity:
            continue
        given = activity if activity.id.value == id else other
        part = other if given is activity else activity
        message = f"A part of '{part.id.value}' is reported as '{id}', and so is this. Give one of them another id."
        yield Finding(given.id.span, message, (Note("The other is here.", part.id.span),))


_QUESTION = (
    "::: truefalse {{#{id} answer=true}}\nA greeting comes first.\n"
    "if-true: Yes. It shows that somebody is there.\nif-false: It does: it shows that somebody is there.\n:::\n"
)
_SCALE = '::: likert {#self scale="Never, Often"}\nHow often?\n\n- I listen first. {#first}\n- I ask. {#ask}\n:::\n'
_PAGE = "---\ntitle: Calls\n---\n"

CHECK = Check(
    code="CW411",
    title="Two things are reported under one id",
    why="Reports name a part of a question by the question's id and its own, with a hyphen between them. Where that is "
    "another question's id, an LMS takes the two for one, and nobody can tell whose answers they are.",
    group="tracking",
    severity=Severity.ERROR,
    find=_find,
    bad={"content/01-start/calls.md": _PAGE + _SCALE + _QUESTION.format(id="self-first")},
    good={"content/01-start/calls.md": _PAGE + _SCALE + _QUESTION.format(id="greeting")},
)
