"""Parts what a question says before its options into the question itself and what stands around it.

A group of options is named by its legend, which HTML allows one line of text and which screen readers say again and
again. So the legend is the last plain paragraph; pictures, lists and quotations stay blocks above or below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder.source.syntax import Line, Text

_FENCE = re.compile(r" {0,3}(```|~~~)")
# How a block of Markdown begins that is more than a paragraph: code, a list, a table, a quotation, a heading, a note or
# a picture on its own.
_BLOCK = re.compile(r" {4}|\t|\s{0,3}(?:[-*+]\s|[>|#]|\d+[.)]\s|```|~~~|\[\^|!\[[^\]]*\]\([^)]*\)\s*$)")


@dataclass(frozen=True, slots=True)
class Stem:
    """`question` names the group of options; `before` and `after` stand round it."""

    question: Text
    before: Text | None = None
    after: Text | None = None


def part_stem(texts: Iterable[Text]) -> Stem | None:
    """The stem that these texts make; None where there are no words in them."""
    pieces = [piece for text in texts for piece in _pieces(text)]
    if not pieces:
        return None
    plain = [at for at, piece in enumerate(pieces) if not _BLOCK.match(piece[0].text)]
    if not plain:
        return Stem(_joined(pieces) or Text(tuple(pieces[0])))
    at = plain[-1]
    return Stem(Text(tuple(pieces[at])), _joined(pieces[:at]), _joined(pieces[at + 1 :]))


def _pieces(text: Text) -> list[list[Line]]:
    """The blocks between blank lines; a blank line inside a code fence parts nothing."""
    pieces: list[list[Line]] = [[]]
    fenced = False
    for line in text.lines:
        if _FENCE.match(line.text):
            fenced = not fenced
        if line.text.strip() or fenced:
            pieces[-1].append(line)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _joined(pieces: list[list[Line]]) -> Text | None:
    lines: list[Line] = []
    for piece in pieces:
        if lines:
            lines.append(Line("", lines[-1].span))
        lines.extend(piece)
    return Text(tuple(lines)) if lines else None
