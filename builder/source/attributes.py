"""`{#id key=value key="two words" flag}` at the very end of a line (FORMAT rule 3)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from builder.source.cursor import Cursor
from builder.source.lines import Row
from builder.source.near_attributes import is_slip, meant
from builder.source.slug import ID, slug
from builder.source.span import Span
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import Attributes, Word

_PART = re.compile(
    r"""\#(?P<id>[^\s{}"=]+)(?=[\s}])"""
    r"""|(?P<key>[A-Za-z][\w-]*)(?:=(?P<value>"(?:[^"\\]|\\.)*"|[^\s"{}]*))?(?=[\s}])"""
)
_UNCLOSED = re.compile(r"(?:^|(?<=\s))\{(?:#[\w-]+|[a-z][\w-]*=[^\s{}]+)(?:\s[^{}]*)?$")
_BLANKS = re.compile(r"\s*")


def read_attributes(cursor: Cursor, row: Row, start: int = 0) -> tuple[Attributes, int]:
    """The attributes at the end of the row's words, and where what stands before them ends.

    `start` is where the words that may hold them begin. Braces whose content is no attribute (`{see this, please}`,
    `{{name}}`) are text. Faults: CW110 attributes that cannot be read, CW111 an id that is none, CW112 a key twice.
    """
    words = row.words
    none = Attributes(row.span(len(words) - 1, 1) if words else row.span())
    open_ = _opening(words, start)
    if open_ is None:
        unclosed = _UNCLOSED.search(words, start)
        if unclosed is None:
            return none, len(words)
        message = "This brace is never closed: end the line with a }, or write \\{ for text."
        cursor.error("CW110", row.span(unclosed.start()), message)
        return none, len(words[: unclosed.start()].rstrip())
    span = row.span(open_)
    mended = _mended(cursor, row, open_)
    if mended is not None:
        return mended, len(words[:open_].rstrip())
    found = Attributes(span, values={}, keys={})
    values: dict[str, Word] = {}
    keys = {}
    at = _skip(words, open_ + 1)
    while at < len(words) - 1:
        part = _PART.match(words, at)
        if part is None or is_slip(part["id"] or part["value"] or part["key"]):
            inside = words[open_ + 1 : -1].lstrip()
            if not inside.startswith("#") and "=" not in inside:
                return none, len(words)
            message = f"These attributes cannot be read from `{words[at:-1]}` on: write them as "
            cursor.error("CW110", row.span(at), message + '{#id key=value key="two words"}, or \\{ for a brace.')
            break
        place = row.span(at, part.end() - at)
        if part["id"]:
            if found.id is not None:
                message = f"A second id stands here: keep one of #{found.id.value} and #{part['id']}."
                cursor.error("CW112", place, message)
            found = replace(found, id=found.id or _id(cursor, Word(part["id"], place)))
        elif part["key"] in keys:
            cursor.error("CW112", place, f"`{part['key']}` stands here twice: keep one.")
        elif part["value"] == "":
            cursor.error("CW110", place, f"`{part['key']}` has no value after its `=`: add one, or delete it.")
        else:
            name = part["key"]
            keys[name] = row.span(at, len(name))
            values[name] = _value(row, part) if part["value"] else Word("true", keys[name])
        at = _skip(words, part.end())
    return replace(found, values=values, keys=keys), len(words[:open_].rstrip())


def known_attributes(cursor: Cursor, attributes: Attributes, known: Collection[str], owner: str) -> Attributes:
    """The attributes with every unknown key reported (CW113) and taken as the known one that it is a slip of."""
    if all(name in known for name in attributes.keys):
        return attributes
    values, keys = dict(attributes.values), dict(attributes.keys)
    _quoted(cursor, values, keys, known)
    for name, span in tuple(keys.items()):
        if name in known:
            continue
        meant = nearest(name, known)
        mended = meant is not None and meant not in attributes.keys
        hint = did_you_mean(name, known)
        if not hint:
            hint = f": it knows {', '.join(sorted(known))}" if known else ": it knows none but #id"
        cursor.error("CW113", span, f"{owner} has no attribute `{name}`{hint}. A brace in the text is \\{{.", mended)
        word = values.pop(name)
        del keys[name]
        if meant is not None and mended:
            values[meant], keys[meant] = word, span
    return replace(attributes, values=values, keys=keys)


def _quoted(cursor: Cursor, values: dict[str, Word], keys: dict[str, Span], known: Collection[str]) -> None:
    """Takes unknown words behind a value as a part of it that lacks its quotes, after a CW110: `unit=working days`."""
    last, words = "", [""]
    for name in [*keys, ""]:
        stray = name and name not in known and values[name].span == keys[name] and nearest(name, known) is None
        if stray and last in known and values[last].span != keys[last]:
            words.append(name)
            continue
        if words[1:]:
            value = " ".join((values[last].value, *words[1:]))
            message = f'A value with blanks in it stands in quotes: write {last}="{value}".'
            message += " A brace in the text is \\{."
            cursor.error("CW110", keys[words[1]], message, mended=True)
            values[last] = Word(value, values[last].span)
            for word in words[1:]:
                del values[word], keys[word]
        last, words = name, [""]


def _mended(cursor: Cursor, row: Row, open_: int) -> Attributes | None:
    """The attributes that were written nearly right, after a CW110 that shows how; None where that is no help."""
    inside = row.words[open_ + 1 : -1].strip()
    at = _slip(row.words, open_ + 1)
    found = meant(inside) if at is not None and (inside.startswith("#") or "=" in inside) else None
    if at is None or found is None or _slip(f"{{{found[1]}}}", 1) is not None:
        return None
    cause, right = found
    cursor.error("CW110", row.span(at), f"{cause}: write {{{right}}}. A brace in the text is \\{{.", mended=True)
    attributes, _ = read_attributes(cursor, replace(row, words=f"{{{right}}}"))
    place = row.span(open_)
    values = {key: Word(word.value, place) for key, word in attributes.values.items()}
    return replace(attributes, span=place, values=values, keys=dict.fromkeys(values, place))


def _slip(words: str, at: int) -> int | None:
    """Where the first part of the attributes stands that is not written as one."""
    at = _skip(words, at)
    while at < len(words) - 1:
        part = _PART.match(words, at)
        if part is None or is_slip(part["id"] or part["value"] or (part["key"] if part["value"] is None else "")):
            return at
        at = _skip(words, part.end())
    return None


def _opening(words: str, start: int) -> int | None:
    """Where the brace stands that the last one closes: after a blank, not escaped, not doubled, outside quotes."""
    if not words.endswith("}") or words.endswith("\\}"):
        return None
    at = len(words)
    while (at := words.rfind("{", start, at)) >= 0:
        before = words[at - 1 : at] if at > start else " "
        inside = words[at + 1 : -1]
        if before.isspace() and not inside.startswith("{") and not re.search(r"[{}]", _unquoted(inside)):
            return at
    return None


def _unquoted(text: str) -> str:
    return re.sub(r'="(?:[^"\\]|\\.)*"', "=", text)


def _skip(words: str, at: int) -> int:
    blanks = _BLANKS.match(words, at)
    return blanks.end() if blanks else at


def _id(cursor: Cursor, word: Word) -> Word:
    if ID.fullmatch(word.value):
        return word
    meant = slug(word.value)
    message = f"`{word.value}` is no id: an id has lower-case letters, digits and hyphens, 80 at most. Write #{meant}."
    cursor.error("CW111", word.span, message, mended=True)
    return Word(meant, word.span)


def _value(row: Row, part: re.Match[str]) -> Word:
    written, (start, end) = part["value"], part.span("value")
    if not written.startswith('"'):
        return Word(written, row.span(start, end - start))
    return Word(re.sub(r"\\(.)", r"\1", written[1:-1]), row.span(start + 1, end - start - 2))
