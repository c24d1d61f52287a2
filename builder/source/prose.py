"""What can be wrong in prose by itself: headings that share an id or stand too high, halves of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from builder.source.diagnostic import Diagnostic, Severity
from builder.source.markdown import Reference, references
from builder.source.raw import raw_faults
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
)

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)", re.MULTILINE)
_FOOTNOTE = "[^"


def prose_faults(page: PageSyntax | SceneSyntax) -> Iterator[Diagnostic]:
    """The faults in a page's or scenario's texts.

    CW130 (a warning) a first-level heading that is not the page's title, CW131 two headings with one id, CW132 a
    footnote's mark without its note, CW133 (a warning) a note without a mark; and those of builder/source/raw.py.
    """
    halves: list[Reference] = []
    for text in _texts(page.body if isinstance(page, PageSyntax) else page.all_nodes):
        if _FOOTNOTE in text.value:
            halves.extend(references(text))
        yield from raw_faults(text)
    yield from _footnote_faults(halves)
    if isinstance(page, PageSyntax):
        yield from _heading_faults(page)


def _footnote_faults(found: Sequence[Reference]) -> Iterator[Diagnostic]:
    """What lacks its other half; a note that is only too far from its mark is named once, at the mark."""
    marks = {reference.target for reference in found if reference.kind == "footnote"}
    for reference in found:
        mark = reference.target
        if reference.kind == "footnote":
            message = f"There is no note for this mark: write `[^{mark}]: ...` in the same stretch of text, before the "
            yield Diagnostic("CW132", reference.span, f"{message}next block begins. A bracket as text is \\[")
        elif reference.kind == "note" and mark not in marks:
            message = f"No mark leads to this note, so nobody sees it: write [^{mark}] in the same stretch of text."
            yield Diagnostic("CW133", reference.span, message, Severity.WARNING)


def _heading_faults(page: PageSyntax) -> Iterator[Diagnostic]:
    taken: dict[str, Reference] = {}
    for at, part in enumerate(page.body):
        if not isinstance(part, Text) or not _HEADING.search(part.value):
            continue
        for found in references(part):
            if found.kind != "heading":
                continue
            opens = at == 0 and found.span.line == part.span.line
            if found.level == 1 and not opens:
                message = "The page's title is its one first-level heading: begin headings with ##."
                yield Diagnostic("CW130", found.span, message, Severity.WARNING)
            first = taken.setdefault(found.target, found)
            if first is not found:
                message = (
                    f"The heading in line {first.span.line} has the id `{found.target}` too: end one of them with "
                )
                yield Diagnostic("CW131", found.span, message + "{#another-id}.")


_Part = Text | Detail | Item | Block | NodeSyntax | Speech | Divert | ChoiceSyntax | None


def _texts(parts: Iterable[_Part]) -> Iterator[Text]:
    for part in parts:
        match part:
            case Text():
                yield part
            case Detail():
                yield part.value
            case Speech():
                yield part.words
            case Block() | NodeSyntax():
                yield from _texts(part.body)
            case Item():
                yield from _texts((part.text, *part.details, *part.items))
            case ChoiceSyntax():
                yield from _texts((part.text, *part.details))
