"""What checks of coverage share: how to give a course the kind of evidence that it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.course.check import Finding
from builder.course.coverage import Sort, coverage
from builder.course.model import Course
from builder.source.settings import Evidence

_ADVICE: Mapping[Evidence, str] = {
    "taught": "Nothing teaches '{id}': name it in the `covers` of a page that does.",
    "practised": "Nothing practises '{id}': put a question on a page that covers it, or one with covers={id}.",
    "assessed": "Nothing assesses '{id}': put a question with covers={id} into a quiz, or name it where a scenario or "
    "a quiz that counts is about it.",
    "scenario": "No scenario plays '{id}': name it in the `{key}` of one.",
    "record": "No record is evidence for '{id}': a `record` {where}.",
    "observation": "No observation is evidence for '{id}': an `observation` {where}.",
    "reflection": "No reflection is evidence for '{id}': a `reflection` {where}.",
    "evidence": "No form is evidence for '{id}': a form {where}.",
}


def lacking(course: Course, sort: Sort, key: str) -> Iterator[Finding]:
    """A finding at each kind of evidence that something of this sort, declared under `key`, needs and lacks.

    Silent where an error elsewhere may hide what is there.
    """
    if not course.whole:
        return
    point = sort == "marking point"
    for row in coverage(course):
        if row.sort != sort:
            continue
        for at, kind in enumerate(row.needs):
            if not row.of([kind]):
                message = _ADVICE[kind].format(
                    id=row.id,
                    key="assesses" if point else "covers",
                    where=f"with assesses={row.id}" if point else "on a page that covers it",
                )
                yield Finding(course.head.value(key, row.id, "needs", at), message)
