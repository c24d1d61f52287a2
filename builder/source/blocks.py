"""Blocks: `::: kind {attributes}` to the fence of the same length, with the texts, items, details and blocks inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builder.source.attributes import known_attributes, read_attributes
from builder.source.cursor import DETAIL, Cursor, as_text, is_fence, text_line
from builder.source.grammar import EXCUSE, Grammar
from builder.source.items import MARKER, PARENTHESIS, known_detail, read_item
from builder.source.lines import Row
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import Attributes, Block, Detail, Item, Line, Text, Word

_FENCE = re.compile(r"(?P<fence>:{3,})\s*(?P<kind>[^\s{:][^\s{]*)?\s*")
_SHORT = re.compile(r"::[ \t]*(?P<kind>[A-Za-z]+)(?=[\s{]|$)")
_NEAR_DETAIL = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?=\s|$)")
_NEAR_ITEM = re.compile(
    r"(?:[-*+\u2022\u2013]|\d{1,9}[.)])[ \t]*(?:\([ xX]?\)|\[[ xX]?\])(?!\()|(?:\([ xX]?\)|\[[ xX]?\])(?:\s|$)"
)
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
    short: set[int] = field(default_factory=set)
    """The lines of the fences that were reported to be no longer than those inside."""


def fence(row: Row) -> re.Match[str] | None:
    """The fence that the row is: a bare one has no kind."""
    return _FENCE.match(row.words) if is_fence(row) else None


def take_short_fence(reader: Reader) -> bool:
    """Takes a block that opens with two colons (CW104), up to its end or to the next fence."""
    cursor, row = reader.cursor, reader.cursor.row
    found = _SHORT.match(row.words) if row is not None and row.indent < 4 else None
    if row is None or found is None or nearest(found["kind"], reader.grammars) is None:
        return False
    attributes, _ = read_attributes(cursor, cursor.take(), found.end())
    reader.lost |= {attributes.id.value} if attributes.id else set()
    message = f"A block opens and closes with three colons or more: write ::: {found['kind']}, or \\:: for text."
    cursor.error("CW104", row.span(0, 2), message)
    while (inner := cursor.row) is not None and not (is_fence(inner) and inner.words.strip(":")):
        if not cursor.take().words.strip(":") and inner.words.startswith("::"):
            break
    return True


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
    told = False

    def end_text() -> None:
        text = as_text(lines)
        lines.clear()
        if text is not None:
            body.append(text)

    while (row := cursor.row) is not None:
        has_items = any(isinstance(part, Item) for part in body)
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
        elif "" in grammar.boxes and row.indent < 4 and (wrong := PARENTHESIS.match(row.words)) is not None:
            end_text()
            if not told:
                message = f"Items are numbered with a point, and not `{wrong['marker']}`: number with `1.` and so on."
                cursor.error("CW123", row.span(0, len(wrong["marker"])), message, mended=True)
            told = True
            body.append(read_item(cursor, kind.value, grammar))
        elif (meant := _slip(row, details)) is not None and (has_items or not grammar.prose or "_" in meant["key"]):
            end_text()
            key, value = cursor.take_detail(meant)
            key = known_detail(cursor, key, details, f"`{kind.value}`", f" For text write \\{key.value}:")
            if value is not None:
                body.append(Detail(key, value))
        elif _stray_detail(cursor, row, grammar):
            if body and isinstance(body[-1], Item) and as_text(list(lines)) is None:
                body[-1] = replace(body[-1], faulty=True)
        elif not _stray_item(cursor, row, grammar):
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
            if opening.number not in reader.short:
                reader.short.add(opening.number)
                message = f"This fence is not shorter than that of `{kind.value}` in line {opening.number}: give that"
                message += f" one {length + 1} colons, where it opens and closes."
                cursor.error("CW104", row.span(0, length), message)
            return None
        if length == size and not grammar.holds and len(reader.open) < _DEEPEST and _closes_twice(cursor, length):
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


def _closes_twice(cursor: Cursor, length: int) -> bool:
    """Whether the next two fences after this one are bare, so that it stands inside the block that is open."""
    after = [row.words for row in cursor.rows[cursor.at + 1 :] if is_fence(row)]
    return after[:2] == [":" * length] * 2


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


def _slip(row: Row, details: frozenset[str]) -> re.Match[str] | None:
    """The detail that the row begins in column 1, where its key is a slip of one that is known."""
    found = _NEAR_DETAIL.match(row.words) if row.indent == 0 else None
    return found if found is not None and nearest(found["key"], details) is not None else None


def _stray_item(cursor: Cursor, row: Row, grammar: Grammar) -> bool:
    """Takes what was meant as an item and would be read out as text (CW123), with all that is indented under it."""
    boxed = grammar.boxes - {""}
    found = _NEAR_ITEM.match(row.words) if boxed and row.indent < 4 else None
    if found is None:
        return False
    cursor.take()
    cursor.take_deeper(row.indent)
    sample = "- [ ] " if "[ ]" in boxed else "- ( ) "
    message = f"This is no item, because one begins with `{sample}` and each blank counts. A bracket as text is \\"
    cursor.error("CW123", row.span(0, len(found[0].rstrip())), message + ("[" if "[" in found[0] else "("))
    return True


def _stray_detail(cursor: Cursor, row: Row, grammar: Grammar) -> bool:
    """Takes a detail that stands under nothing that could have it (CW122), with the lines that go on from it."""
    found = DETAIL.match(row.words) if row.indent < 4 else None
    if found is None:
        return False
    key = found["key"]
    own, of_items = nearest(key, grammar.details) is not None, nearest(key, grammar.item_details) is not None
    if not (of_items and not own) and not (own and row.indent):
        return False
    cursor.take()
    cursor.take_deeper(row.indent)
    advice = "begin it in column 1" if own else "indent it by two blanks under the item that it belongs to"
    cursor.error("CW122", row.span(0, len(key)), f"`{key}:` belongs to nothing here: {advice}. Text is \\{key}:")
    return True


def _near_detail(cursor: Cursor, row: Row, kind: Word, details: frozenset[str]) -> None:
    """Warns of text that was probably meant as a detail of the block."""
    found = _NEAR_DETAIL.match(row.words) if row.indent < 4 else None
    meant = nearest(found["key"], details) if found else None
    if found is None or meant is None:
        return
    written = found["key"]
    message = f"This is text: `{kind.value}` has no `{written}:` (did you mean '{meant}'?). For text write \\{written}:"
    cursor.warn("CW124", row.span(0, len(written)), message)


def _ids(attributes: Attributes, body: list[Text | Item | Detail | Block]) -> list[Word]:
    own = [attributes.id] if attributes.id else []
    return own + [word for part in body if isinstance(part, Block) for word in _ids(part.attributes, list(part.body))]
