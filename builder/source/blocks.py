"""Blocks: `::: kind {attributes}` to the fence of the same length, with the texts, items, details and blocks inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.source.attributes import known_attributes, read_attributes
from builder.source.cursor import DETAIL, Cursor, as_text, is_fence, text_line
from builder.source.grammar import EXCUSE, Grammar
from builder.source.items import MARKER, read_item
from builder.source.lines import Row
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import Attributes, Block, Detail, Item, Line, Text, Word

_FENCE = re.compile(r"(?P<fence>:{3,})\s*(?P<kind>[^\s{:][^\s{]*)?\s*")
_NEAR_DETAIL = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9-]*):(?=\s|$)")
_DEEPEST = 8
_QUESTION = "question"
_OPAQUE = Grammar(holds=frozenset({_QUESTION}))


@dataclass(slots=True)
class Reader:
    """Reads the blocks of one page. `lost` gathers the ids of blocks that could not be kept."""

    cursor: Cursor
    grammars: Mapping[str, Grammar]
    lost: set[str] = field(default_factory=set)
    open: list[int] = field(default_factory=list)
    """The lengths of the fences that are open, the innermost last."""


def fence(row: Row) -> re.Match[str] | None:
    """The fence that the row is: a bare one has no kind."""
    return _FENCE.match(row.words) if is_fence(row) else None


def read_block(reader: Reader, found: re.Match[str]) -> Block | None:
    """Takes the block whose opening fence was found in the next row; None for a kind that nobody knows.

    Faults: CW101 unknown kind, CW102 never closed, CW104 a fence of another length, CW105 a block that may not stand
    here, CW107 words after the kind, CW108 no kind, CW109 an indented fence, CW124 (a warning) nearly a detail.
    """
    cursor = reader.cursor
    row = cursor.take()
    before = cursor.losses
    _at_the_margin(cursor, row)
    kind, grammar = _kind(reader, row, found)
    attributes, end = read_attributes(cursor, row, found.end())
    if end > found.end():
        message = "After the kind only {attributes} can stand: put the text on the next line."
        cursor.error("CW107", row.span(found.end(), end - found.end()), message)
    if grammar is not None:
        attributes = known_attributes(cursor, attributes, grammar.attributes, f"`{kind.value}`")
    size = len(found["fence"])
    reader.open.append(size)
    body = _body(reader, kind, grammar or _OPAQUE, row, size)
    reader.open.pop()
    if grammar is None:
        reader.lost |= {block.value for block in _ids(attributes, body)}
        return None
    return Block(row.span(), kind, attributes, tuple(body), cursor.losses > before)


def _kind(reader: Reader, row: Row, found: re.Match[str]) -> tuple[Word, Grammar | None]:
    name = found["kind"] or ""
    place = row.span(found.start("kind"), len(name)) if name else row.span()
    grammar = reader.grammars.get(name)
    if grammar is not None:
        return Word(name, place), grammar
    known = ", ".join(sorted(reader.grammars))
    if not name:
        reader.cursor.error("CW108", place, f"A block says its kind after the colons. The kinds are {known}.")
        return Word("", place), None
    meant = nearest(name, reader.grammars)
    hint = did_you_mean(name, reader.grammars) or f". The kinds are {known}"
    reader.cursor.error("CW101", place, f"There is no block `{name}`{hint}.", mended=meant is not None)
    return Word(meant or name, place), reader.grammars[meant] if meant else None


def _body(reader: Reader, kind: Word, grammar: Grammar, opening: Row, size: int) -> list[Text | Item | Detail | Block]:
    """Takes what stands in the block, and its closing fence."""
    cursor = reader.cursor
    body: list[Text | Item | Detail | Block] = []
    lines: list[Line] = []
    details = grammar.details | {EXCUSE}

    def end_text() -> None:
        text = as_text(lines)
        lines.clear()
        if text is not None:
            body.append(text)

    while (row := cursor.row) is not None:
        if (found := fence(row)) is not None:
            end = _closes(reader, kind, grammar, opening, size, row, found)
            if end is not None:
                if end:
                    cursor.take()
                end_text()
                return body
            end_text()
            inner = read_block(reader, found)
            if inner is not None and _may_hold(reader, kind, grammar, inner):
                body.append(inner)
        elif code := cursor.take_code():
            lines.extend(one.line() for one in code)
        elif row.indent == 0 and (found := DETAIL.match(row.words)) is not None and found["key"] in details:
            end_text()
            key, value = cursor.take_detail(found)
            if value is not None:
                body.append(Detail(key, value))
        elif grammar.boxes and row.indent < 4 and MARKER.match(row.words):
            end_text()
            body.append(read_item(cursor, kind.value, grammar))
        else:
            _near_detail(cursor, row, kind, grammar.details)
            lines.append(text_line(cursor.take()))
    end_text()
    _never_closed(reader, kind, opening)
    return body


def _closes(
    reader: Reader, kind: Word, grammar: Grammar, opening: Row, size: int, row: Row, found: re.Match[str]
) -> bool | None:
    """Whether the fence ends this block: None where it opens another inside, False where the block ends before it."""
    cursor, length = reader.cursor, len(found["fence"])
    bare = not found.group("kind") and found.end() == len(row.words)
    if not bare:
        if length < size:
            return None
        if grammar.holds and len(reader.open) < _DEEPEST:
            message = f"This fence is not shorter than that of `{kind.value}` in line {opening.number}: give that one"
            cursor.error("CW104", row.span(0, length), f"{message} {length + 1} colons, where it opens and closes.")
            return None
        if length in reader.open[:-1] or length == size:
            _never_closed(reader, kind, opening)
            return False
        return None
    _at_the_margin(cursor, row)
    if length == size:
        return True
    if length in reader.open[:-1]:
        _never_closed(reader, kind, opening)
        return False
    message = f"`{kind.value}` in line {opening.number} opened with {size} colons: close it with as many, not {length}."
    cursor.error("CW104", row.span(), message)
    return True


def _never_closed(reader: Reader, kind: Word, opening: Row) -> None:
    mark = ":" * reader.open[-1]
    message = f"`{kind.value or 'This block'}` is never closed: put a line `{mark}` where it ends."
    reader.cursor.error("CW102", opening.span(), message)


def _at_the_margin(cursor: Cursor, row: Row) -> None:
    if row.indent:
        cursor.error("CW109", row.span(), "A fence begins in column 1: take the blanks before it away.", mended=True)


def _may_hold(reader: Reader, kind: Word, grammar: Grammar, inner: Block) -> bool:
    if _QUESTION in grammar.holds or inner.kind.value in grammar.holds:
        return True
    message = f"No `{inner.kind.value}` can stand in `{kind.value}`: put it after the block that it is in."
    reader.cursor.error("CW105", inner.kind.span, message)
    reader.lost |= {word.value for word in _ids(inner.attributes, list(inner.body))}
    return False


def _near_detail(cursor: Cursor, row: Row, kind: Word, details: frozenset[str]) -> None:
    """Warns of text that was probably meant as a detail of the block."""
    found = _NEAR_DETAIL.match(row.words) if row.indent < 4 else None
    meant = nearest(found["key"], details) if found else None
    if found is None or meant is None:
        return
    place = row.span(0, len(found["key"]))
    if found["key"] == meant:
        message = f"This is text, because it is indented: `{meant}:` begins in column 1."
    else:
        written = found["key"]
        message = (
            f"This is text: `{kind.value}` has no `{written}:` (did you mean '{meant}'?). For text write \\{written}:"
        )
    cursor.warn("CW124", place, message)


def _ids(attributes: Attributes, body: list[Text | Item | Detail | Block]) -> list[Word]:
    own = [attributes.id] if attributes.id else []
    return own + [word for part in body if isinstance(part, Block) for word in _ids(part.attributes, list(part.body))]
