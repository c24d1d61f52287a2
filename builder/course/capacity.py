"""How long a learner's packed state can get at the worst, and what it is made of.

The formulas are those of docs/state.md, which player/src/course/codec.ts packs by. Lengths are in characters of the
packed state. This is the one place that says which records a course has and what their shapes are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.course.model import Course
from builder.course.numbers import PAGE, SCENARIO
from builder.course.record import Bits, Field, Group, RecordShape, Rows, Sequence, Uint

COURSE = 0
"""The number of the record that belongs to the course itself."""

MOST_COUNTER = 32767
MOST_SEED = 2**30 - 1
MOST_SERIAL = 99_999
MOST_SENT = 10_002
"""Sent without a score; up to 10,001 it is the score plus 1."""

_BITS_OF_DIGIT = 6
_BITS_OF_NUMBER = 5
_MARK = 2
_FRAME = 1 + 4  # the version and the checksum


@dataclass(frozen=True, slots=True)
class Contributor:
    """A thing that the state remembers, with the length of its longest record. The course's own id is empty."""

    number: int
    id: str
    kind: str
    length: int


@dataclass(frozen=True, slots=True)
class Worst:
    """The longest state that a course can come to, and its contributors, the largest first."""

    total: int
    contributors: tuple[Contributor, ...]


def worst_case(course: Course, keeps_texts: bool) -> Worst:
    """The longest state of the course where texts of forms are kept with it, or are not."""
    names = {course.numbers[activity.id.value]: (activity.id.value, activity.kind) for activity in course.activities}
    contributors = [
        Contributor(number, *names.get(number, ("", "course")), record_length(number, shape))
        for number, shape in shapes(course, keeps_texts).items()
    ]
    total = _FRAME + sum(contributor.length for contributor in contributors)
    return Worst(total, tuple(sorted(contributors, key=lambda found: (-found.length, found.number))))


def shapes(course: Course, keeps_texts: bool) -> Mapping[int, RecordShape]:
    """The shape of every record by the number of its thing, in order; `keeps_texts`: with the texts of forms."""
    found = {COURSE: course_record(course)}
    for activity in course.activities:
        found[course.numbers[activity.id.value]] = activity.record(course.numbers, keeps_texts)
    return dict(sorted(found.items()))


def course_record(course: Course) -> RecordShape:
    """Record 0, as docs/architecture.md lists it."""
    most = max(course.numbers.most(PAGE), course.numbers.most(SCENARIO))
    return RecordShape(
        (
            Group("either", (Uint("seed", MOST_SEED),)),
            Group("latest", (Uint("page", most),)),
            Group("either", (Bits("visited", most + 1), Uint("finished", 1))),
            Group("greatest", (Uint("sent", MOST_SENT), Uint("success", 2))),
            Group("latest", (Uint("timed", 2),)),
            Group("either", (Uint("serial", MOST_SERIAL),)),
        )
    )


def record_length(thing: int, shape: RecordShape) -> int:
    """The longest record of the thing of that number."""
    fields = sum(_longest(field) for group in shape.groups for field in group.fields)
    body = number_length(MOST_COUNTER) + _MARK + fields
    return number_length(thing) + number_length(body) + body


def number_length(most: int) -> int:
    """The digits that a number up to `most` can take: n(most) in docs/state.md."""
    return max(1, -(-most.bit_length() // _BITS_OF_NUMBER))


def _longest(field: Field) -> int:
    if isinstance(field, Uint):
        return number_length(field.most)
    if isinstance(field, Bits):
        digits = -(-field.size // _BITS_OF_DIGIT)
        return number_length(digits) + digits
    if isinstance(field, Sequence):
        return number_length(field.length) + field.length * number_length(field.most)
    if isinstance(field, Rows):
        return number_length(field.length) + field.length * sum(number_length(most) for most in field.most)
    return number_length(field.most) + -(-field.most * 8 // _BITS_OF_DIGIT)
