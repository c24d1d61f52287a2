"""What a check is: one rule over a whole course, with its reason and its examples. One file of this folder holds one.

The rationale is the documentation, and the examples are the test: docs/checks.md, `explain` and tests/checks are made
from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from builder.course.code import Code
from builder.course.model import Course
from builder.source.span import Span

Capacities = Mapping[str, tuple[int | None, bool]]
"""By format: the characters of state that it keeps (None: no limit), and whether texts of forms are among them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the rule is broken, and a sentence that says what to do."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Code):
    """A rule: a code that always has a group, and `find`, which gives what breaks it."""

    group: str
    find: Callable[[Course, Capacities], Iterator[Finding]]
