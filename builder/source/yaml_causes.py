"""What an author did where a YAML parser stumbles: the line at fault is often not the one that it stumbles over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.source.lines import Row

Cause = tuple[int, int, str]
"""The row (from 0), the column in it (from 0) and what to do."""

_GLUED = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]*):(?P<value>[^\s:/][^:]*)$")
_QUOTED = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s+)?(?P<quote>["'])(?P<rest>.*)$""")
_PAIR = re.compile(r"(?P<key>[\w-]+):\s+(?P<value>[^\s#].*)$")
_ENDS = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}


def glued(row: Row, at: int) -> Cause | None:
    """A key without a blank after its colon: `title:Lifting`."""
    found = _GLUED.match(row.text)
    if found is None:
        return None
    written = f"{found['key']}: {found['value'].strip()}"
    return at, found.start("key"), f"A blank is missing after the colon: write `{written}`."


def cause(rows: Sequence[Row], at: int, column: int, begun: tuple[int, int] | None, problem: str) -> Cause | None:
    """What most likely went wrong where the parser stopped, or None for its own words.

    `at` and `column` are the parser's mark, `begun` where that began which it was reading, `problem` its words.
    """
    if at >= len(rows):
        at, column = len(rows) - 1, 0
    if "expected ':'" in problem and begun is not None:
        return glued(rows[begun[0]], begun[0]) or (*begun, "This is no `key: value`: a colon and a value are missing.")
    return _quote(rows, at, problem) or _bracket(rows, at, begun, problem) or _indentation(rows, at, column, problem)


def _quote(rows: Sequence[Row], at: int, problem: str) -> Cause | None:
    """A quote that is never closed, or closed by one that was meant as a part of the text."""
    for number, row in enumerate(rows[: at + 1]):
        found = _QUOTED.match(row.text)
        if found is None:
            continue
        quote = found["quote"]
        end = _ENDS[quote].match(found["rest"])
        if end is None and (number < at or "end of stream" in problem):
            return number, found.start("quote"), f"This quote is never closed: put a {quote} where the value ends."
        after = found["rest"][end.end() :].strip() if end is not None else ""
        if number == at and after and not after.startswith((":", "#", ",")):
            inside = "''" if quote == "'" else '\\"'
            advice = f"write {inside} for one inside it, or put the value in the other kind of quotes"
            return (
                number,
                found.start("rest") + len(end[0] if end else "") - 1,
                f"The value ends at this quote: {advice}.",
            )
    return None


def _bracket(rows: Sequence[Row], at: int, begun: tuple[int, int] | None, problem: str) -> Cause | None:
    """A list or mapping in brackets that goes on into the next key."""
    if begun is None or not re.search(r"expected ',' or '[\]}]'", problem) or begun[0] >= len(rows):
        return None
    opening = rows[begun[0]].text[begun[1] : begun[1] + 1]
    if opening not in ("[", "{") or (at == begun[0] and "stream end" not in problem):
        return None
    closing = "]" if opening == "[" else "}"
    return *begun, f"This {opening} is never closed: put a {closing} where it ends."


def _indentation(rows: Sequence[Row], at: int, column: int, problem: str) -> Cause | None:
    """A key that stands deeper than the one above it, or at no depth of the keys above it."""
    if "<block mapping start>" in problem:
        message = "This line is indented otherwise than the keys that it stands with: give them all the same blanks."
        return at, column, message
    above = next((row for row in reversed(rows[:at]) if row.words and not row.words.startswith("#")), None)
    pair = _PAIR.match(above.words) if above is not None else None
    if "mapping values" not in problem or above is None or pair is None or rows[at].indent <= above.indent:
        return None
    message = f"This line is indented deeper than `{pair['key']}:` above it, and so a part of its value: "
    return at, rows[at].start, f"{message}begin it in column {above.indent + 1}."
