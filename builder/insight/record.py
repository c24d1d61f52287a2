"""What one statement, or one answer in an LMS's report, comes to: the only things that are kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Sort(IntEnum):
    """What a record tells."""

    OTHER = 0
    """Of this course, and no figure needs more of it."""
    ANSWER = 1
    """An item was answered: `chosen` are indexes of its options; `right` 1 or 0."""
    SURE = 2
    """How sure somebody was: `chosen` is 1 to 3."""
    TURN = 3
    """A choice in a scenario: `chosen` is its index at the node."""
    END = 4
    """A play ended: `chosen` is the ending's index."""
    SEEN = 5
    """A page was shown."""
    LEFT = 6
    """A page was left after `seconds`."""
    COMPLETED = 7
    PASSED = 8
    FAILED = 9
    SCORED = 10
    """An attempt's score of the course, from a report that says no more of it."""
    GONE = 11
    """About something that is not in this version of the course: `chosen` is its id."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `id` tells duplicates; `learner` and `attempt` are identifiers that the store makes into numbers.

    `at` is in milliseconds since 1970, or any number that grows, 0 where nothing says when; `thing` an index of the
    catalogue, -1 for the course; `score` from 0 to 1.
    """

    id: str
    learner: str
    attempt: str
    sort: Sort
    at: int = 0
    thing: int = -1
    chosen: str = ""
    right: int | None = None
    score: float | None = None
    seconds: float | None = None
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Voided:
    """The record of this id is to be taken back."""

    id: str
    by: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement of another course."""

    id: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read: where (`answers.jsonl:17`), and what is wrong with it and what to do."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class Unreadable(Exception):
    """A source that gives nothing at all; the message is a sentence that says why and what to do."""


Found = Record | Voided | Elsewhere | Trouble
