"""A prose page to its syntax: the head, then prose and blocks in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from builder.source.attributes import known_attributes, read_attributes
from builder.source.blocks import Reader, fence, read_block, take_short_fence
from builder.source.cursor import Cursor, as_text
from builder.source.diagnostic import Diagnostic
from builder.source.front_matter import read_head
from builder.source.grammar import Grammar
from builder.source.lines import rows
from builder.source.span import Span
from builder.source.syntax import Block, Line, PageSyntax, Text
from builder.source.validate import validate

_HEADING = re.compile(r"#{1,6}[ \t]")


class PageHead(BaseModel):
    """What an author may set for a page. The page's id is its file's name."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    type: Literal["page"] = "page"
    title: str = ""
    covers: tuple[str, ...] | str = ()
    excuse: tuple[str, ...] | str = ()


def read_page(
    file: str, text: str, grammars: Mapping[str, Grammar], id: str = ""
) -> tuple[PageSyntax, tuple[Diagnostic, ...]]:
    """The page's syntax and its faults. `grammars` has the words of each kind of block; `id` comes from its name.

    Faults beside those of builder/source/blocks.py and builder/source/items.py: CW103 a closing fence without a block.
    """
    lines, faults = rows(file, text)
    head, rest, more = read_head(file, lines)
    checked = validate(PageHead, head)
    cursor = Cursor(rest)
    reader = Reader(cursor, grammars)
    body = _body(reader)
    page = PageSyntax(Span(file), checked.head, tuple(body), id, frozenset(reader.lost))
    return page, (*faults, *more, *checked.diagnostics, *cursor.faults)


def _body(reader: Reader) -> list[Text | Block]:
    cursor = reader.cursor
    body: list[Text | Block] = []
    lines: list[Line] = []

    def end_text() -> None:
        text = as_text(lines)
        lines.clear()
        if text is not None:
            body.append(text)

    while (row := cursor.row) is not None:
        if (found := fence(row)) is not None:
            end_text()
            if found["kind"] is None and found.end() == len(row.words):
                message = (
                    "This fence closes nothing: delete it, or say after the colons which kind of block opens here."
                )
                cursor.error("CW103", cursor.take().span(), message)
            elif (block := read_block(reader, found)) is not None:
                body.append(block)
        elif code := cursor.take_code():
            lines.extend(one.line() for one in code)
        elif not take_short_fence(reader):
            if row.indent < 4 and _HEADING.match(row.words):
                attributes, _ = read_attributes(cursor, row)
                known_attributes(cursor, attributes, (), "A heading")
            lines.append(cursor.take().line())
    end_text()
    return body
