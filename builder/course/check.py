"""What a check is: one rule over a whole course, with its reason and its examples. A module holds one.

The rationale is the documentation, and the examples are the test: docs/checks.md, `explain` and tests/checks are made
from them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.course.code import Code
from builder.source.diagnostic import Note
from builder.source.span import Span

if TYPE_CHECKING:
    # A course holds its kinds, and a kind its checks.
    from builder.course.model import Course

Capacities = Mapping[str, tuple[int | None, bool]]
"""By format: the characters of state that it keeps (None: no limit), and whether texts of forms are among them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the rule is broken, and a sentence that says what to do; `notes` where more places show why."""

    span: Span
    message: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Code):
    """A rule: a code that always has a group, and `find`, which gives what breaks it."""

    group: str
    find: Callable[[Course, Capacities], Iterator[Finding]]


def checks_in(package: str, path: Iterable[str]) -> tuple[Check, ...]:
    """The `CHECK` of every module of a package that has one, by code; `path` is its `__path__`.

    Raises ValueError where two have one code: a programmer's mistake.
    """
    checks: dict[str, Check] = {}
    for module in pkgutil.iter_modules(path):
        check = getattr(importlib.import_module(f"{package}.{module.name}"), "CHECK", None)
        if isinstance(check, Check):
            if check.code in checks:
                raise ValueError(f"{module.name} has the code {check.code}, which is another's")
            checks[check.code] = check
    return tuple(check for _, check in sorted(checks.items()))
