"""The items of a block: `- ( ) text {attributes}`, the details indented under it, and items within items."""

from __future__ import annotations

import re

from builder.source.attributes import known_attributes, read_attributes
from builder.source.cursor import DETAIL, Cursor, as_text, is_fence, text_line
from builder.source.grammar import EXCUSE, Grammar
from builder.source.lines import Row
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import Detail, Item, Line, Text, Word

MARKER = re.compile(r"(?P<marker>[-*]|\d{1,9}\.)(?:[ \t]+|$)")
PARENTHESIS = re.compile(r"(?P<marker>\d{1,9}\))(?:[ \t]+|$)")
"""A number as Markdown has it too, and no item here."""

_DEEPEST = 8
_CAPITAL = re.compile(r"(?P<key>[A-Z][A-Za-z0-9_-]*|[a-z][a-z0-9-]*_[a-z0-9_-]*):(?=\s|$)")
_BOX = re.compile(r"(?P<box>\( \)|\([xX]\)|\[ \]|\[[xX]\])(?:[ \t]+|$)")
_SLIP = re.compile(r"\(\s*[xX]?\s*\)|\[\s*[xX]?\s*\]")


def read_item(cursor: Cursor, kind: str, grammar: Grammar, depth: int = 1) -> Item:
    """Takes the item that begins in the next row, with all that is indented under it.

    Faults: CW113 unknown attribute, CW120 unknown detail, CW122 a line that belongs to nothing, CW123 a wrong box,
    CW114 attributes that stand too late.
    """
    row = cursor.take()
    marker = MARKER.match(row.words) or PARENTHESIS.match(row.words)
    assert marker is not None, row
    before = cursor.losses
    start, box = _read_box(cursor, row, marker.end(), kind, grammar)
    attributes, end = read_attributes(cursor, row, start)
    attributes = known_attributes(cursor, attributes, grammar.item_attributes, f"An item of `{kind}`")

    words = row.words[start:end].rstrip()
    lines = [Line(words, row.span(start, len(words)))] if words else []
    details: list[Detail] = []
    items: list[Item] = []
    while (child := cursor.following()) is not None and child.indent > row.indent and not is_fence(child):
        blank = child is not cursor.row
        while cursor.row is not child:
            cursor.take()
        found = DETAIL.match(child.words) or _capital(child, grammar.item_details | {EXCUSE})
        if depth < _DEEPEST and MARKER.match(child.words):
            items.append(read_item(cursor, kind, grammar, depth + 1))
        elif found is not None:
            key, value = cursor.take_detail(found)
            escape = f" A sentence that begins so is written \\{key.value}:"
            key = _item_detail(cursor, key, kind, grammar, escape)
            if value is not None:
                details.append(Detail(key, value))
        elif details or items:
            cursor.take()
            last = f"`{details[-1].key.value}`" if details else "the item above"
            message = f"This line belongs to nothing: indent it deeper, so that it goes on from {last}."
            cursor.error("CW122", child.span(), message)
        else:
            code = cursor.take_code()
            if blank:
                lines.append(Line("", child.span(0, 1)))
            cut = start + row.indent
            lines.extend(one.line(min(cut, child.indent)) for one in code)
            if not code:
                _no_attributes(cursor, child)
                lines.append(text_line(cursor.take(), min(cut, child.indent)))
    faulty = cursor.losses > before
    text: Text | None = as_text(lines)
    number = marker["marker"].replace(")", ".")
    return Item(row.span(), number, box, text, attributes, tuple(details), tuple(items), faulty)


def _capital(row: Row, known: frozenset[str]) -> re.Match[str] | None:
    """The detail that the row begins with a capital or an underscore, where its key is a slip of one that is known."""
    found = _CAPITAL.match(row.words)
    return found if found is not None and nearest(found["key"], known) is not None else None


def _item_detail(cursor: Cursor, key: Word, kind: str, grammar: Grammar, escape: str) -> Word:
    """The key of a detail under an item; CW120 for an unknown one, which may be one of the block."""
    known = grammar.item_details | {EXCUSE}
    if key.value not in known and nearest(key.value, known) is None and nearest(key.value, grammar.details):
        meant = nearest(key.value, grammar.details)
        message = f"`{meant}:` belongs to the whole `{kind}`, and not to this item: take the blanks before it away, so "
        cursor.error("CW120", key.span, f"{message}that the line begins with `{meant}:`.{escape}")
        return key
    return known_detail(cursor, key, known, f"an item of `{kind}`", escape)


def known_detail(cursor: Cursor, key: Word, known: frozenset[str], owner: str, advice: str = "") -> Word:
    """The key, an unknown one reported (CW120) and taken as the known one that it is a slip of."""
    if key.value in known:
        return key
    folded = key.value.lower().replace("_", "-")
    hint = f": write `{folded}:`" if folded in known else did_you_mean(key.value, known)
    hint = hint or f": here stand {', '.join(sorted(known))}"
    message = f"There is no `{key.value}:` in {owner}{hint}.{advice}"
    meant = nearest(key.value, known)
    cursor.error("CW120", key.span, message, mended=meant is not None)
    return Word(meant or key.value, key.span)


def without_swallowed(cursor: Cursor, key: Word, value: Text | None, known: frozenset[str]) -> Text | None:
    """The value up to a line in it that was meant as the next detail, and is only indented too deep (CW234)."""
    for at, line in enumerate(value.lines if value is not None else ()):
        found = DETAIL.match(line.text.lstrip())
        if value is not None and found is not None and found["key"] in known and line.span.line > key.span.line:
            message = (
                f"`{found['key']}:` is indented deeper than `{key.value}:`, and so a part of its value: indent both"
            )
            column = len(line.text) - len(line.text.lstrip())
            cursor.error("CW234", line.span.moved(column, len(found["key"])), f"{message} alike.")
            return as_text(list(value.lines[:at]))
    return value


def _no_attributes(cursor: Cursor, row: Row) -> None:
    """Reports attributes at the end of a later line (CW114), where they would be read out to the learner."""
    words = len(row.words)
    if row.words.endswith("}") and (end := read_attributes(cursor, row)[1]) < words:
        message = "Attributes stand at the end of the item's first line: move them there, or write \\{ for a brace."
        cursor.error("CW114", row.span(end + 1, words - end), message)


def _read_box(cursor: Cursor, row: Row, start: int, kind: str, grammar: Grammar) -> tuple[int, str]:
    """Where the item's text begins, and its box: a wrong one is taken as the one that must have been meant."""
    found = _BOX.match(row.words, start)
    box = found["box"].lower() if found else ""
    end = found.end() if found else start
    if box in grammar.boxes:
        return end, box
    wanted = " or ".join(sorted(box or "no box" for box in grammar.boxes))
    if found is None and (slip := _SLIP.match(row.words, start)) is not None:
        found, end = slip, slip.end() + (row.words[slip.end() : slip.end() + 1] == " ")
        box = "(x)" if "x" in slip[0].lower() else "( )"
    if found is None:
        message = f"Every item of `{kind}` begins with {wanted}: put one after the `{row.words[:start].rstrip()}`."
        cursor.error("CW123", row.span(0, start), message)
        return end, ""
    meant = [other for other in grammar.boxes if ("x" in other) == ("x" in box) and other]
    place = row.span(start, len(found[0].rstrip()))
    cursor.error("CW123", place, f"An item of `{kind}` has {wanted} here.", mended=len(meant) == 1)
    return end, meant[0] if len(meant) == 1 else ""
