"""Excuses in place: `excuse: CODE reason` under a block, an item, a node or a choice, or in the head of a file, which
takes one check off what it is in.

Only what `checks:` in course.yaml could lower can be excused (builder/course/policy.py).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.source.course import CourseSyntax
from builder.source.diagnostic import Diagnostic
from builder.source.grammar import EXCUSE
from builder.source.span import Span
from builder.source.syntax import (
    Block,
    ChoiceSyntax,
    Detail,
    Divert,
    Item,
    NodeSyntax,
    PageSyntax,
    SceneSyntax,
    Speech,
    Text,
    Word,
)

Bearer = Block | Item | NodeSyntax | ChoiceSyntax
_END = sys.maxsize
_Piece = Bearer | Text | Detail | Speech | Divert


@dataclass(frozen=True, slots=True)
class Excuse:
    """A check's code, why it does not apply, and the lines that it does not apply to (in the file of the code)."""

    code: Word
    reason: str
    first: int
    last: int

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the diagnostic is what was excused."""
        span = diagnostic.span
        return (
            diagnostic.code == self.code.value
            and span.file == self.code.span.file
            and self.first <= span.line <= self.last
        )


def find_excuses(syntax: CourseSyntax) -> tuple[Excuse, ...]:
    """Every excuse of a course, in source order. One without a code or reason has them empty (CW453 is its error)."""
    return tuple(dict.fromkeys(excuse for page in syntax.files for excuse in _of_file(page)))


def _of_file(page: PageSyntax | SceneSyntax) -> Iterator[Excuse]:
    shared = page.included if isinstance(page, SceneSyntax) else ()
    for head in (page.head, *(file.head for file in shared)):
        written = head.values.get(EXCUSE, ())
        for at, words in enumerate(written if isinstance(written, list | tuple) else [written]):
            place = head.value(EXCUSE) if isinstance(written, str) else head.value(EXCUSE, at)
            yield _split(str(words), place, 1, _END)
    for piece in page.all_nodes if isinstance(page, SceneSyntax) else page.body:
        if not isinstance(piece, Text):
            yield from _inside(piece)


def _inside(bearer: Bearer) -> Iterator[Excuse]:
    for piece in _pieces(bearer):
        if isinstance(piece, Detail):
            if piece.key.value == EXCUSE:
                yield _excuse(piece, bearer)
        elif isinstance(piece, Block | Item | NodeSyntax | ChoiceSyntax):
            yield from _inside(piece)


def _excuse(detail: Detail, bearer: Bearer) -> Excuse:
    span = detail.value.span if detail.value.lines else detail.key.span
    return _split(detail.value.value, span, bearer.span.line, _last_line(bearer))


def _split(written: str, place: Span, first: int, last: int) -> Excuse:
    code, _, reason = " ".join(written.split()).partition(" ")
    return Excuse(Word(code, place), reason, first, last)


def _pieces(bearer: Bearer) -> Iterable[_Piece]:
    if isinstance(bearer, Block | NodeSyntax):
        return bearer.body
    if isinstance(bearer, Item):
        return (*((bearer.text,) if bearer.text else ()), *bearer.details, *bearer.items)
    return (*((bearer.text,) if bearer.text else ()), *bearer.details)


def _last_line(piece: _Piece) -> int:
    if isinstance(piece, Text):
        return max((line.span.line for line in piece.lines), default=0)
    if isinstance(piece, Detail):
        return max(piece.key.span.line, _last_line(piece.value))
    if isinstance(piece, Speech):
        return max(piece.span.line, _last_line(piece.words))
    if isinstance(piece, Divert):
        return piece.span.line
    return max([piece.span.line, *(_last_line(inner) for inner in _pieces(piece))])
