"""Every code that no check of builder/checks and no single kind of activity has; docs/checks.md is made from it.

A code never changes its meaning. One with a group is a rule of teaching, access or coverage, which `checks:` in
course.yaml and an excuse in place may lower; one without is a fault of the source.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.course.code import Code
from builder.course.codes import (
    blocks,
    course,
    files,
    lock,
    media,
    moments,
    pages,
    plays,
    questions,
    scenes,
    themes,
    threads,
)
from builder.course.kind import Kind

CODES = (
    *files.CODES,
    *blocks.CODES,
    *pages.CODES,
    *plays.CODES,
    *scenes.CODES,
    *threads.CODES,
    *media.CODES,
    *moments.CODES,
    *questions.CODES,
    *course.CODES,
    *lock.CODES,
    *themes.CODES,
)


def all_codes(kinds: Iterable[Kind]) -> tuple[Code, ...]:
    """The codes of this folder and those that the kinds of activity bring, their checks among them."""
    return (*CODES, *(code for kind in kinds for code in (*kind.codes, *kind.checks)))


def groups(codes: Iterable[Code]) -> dict[str, str]:
    """The group of every code that may be lowered."""
    return {code.code: code.group for code in codes if code.group is not None}
