"""The shape of what is kept of a learner's work on one trackable thing, and how long it can get at the worst.

The builder derives these shapes from the course; the player packs by them (player/src/course/codec.ts is the one
implementation of the packing; docs/state.md is the wire format). Lengths are in characters of the packed state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Merge = Literal["latest", "greatest", "either", "union"]


@dataclass(frozen=True, slots=True)
class Uint:
    """A whole number from 0 to `most`."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class Bits:
    """A set of numbers from 0 to `size` - 1."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """At most `length` whole numbers, each from 0 to `most`, in order."""

    name: str
    length: int
    most: int


@dataclass(frozen=True, slots=True)
class Rows:
    """At most `length` rows of whole numbers; column i goes from 0 to `most[i]`."""

    name: str
    length: int
    most: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Utf8:
    """A text of at most `most` bytes in UTF-8."""

    name: str
    most: int


Field = Uint | Bits | Sequence | Rows | Utf8


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are merged together when two copies of a state meet.

    `latest`: from the copy whose record has the greater (counter, device mark); `greatest`: from the copy whose first
    field is greater (docs/state.md settles ties); `either`: bit by bit, or the greater number, field by
    field; `union`: the rows of both, once each, sorted, cut to the bound with the last column's greatest kept.
    """

    merge: Merge
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class RecordShape:
    """All that is kept of one trackable thing, in wire order. New fields go to the end and are never taken away."""

    groups: tuple[Group, ...]
