"""A text whose pieces can be chosen: `==right==` and `~~not right~~`, each a piece, or every sentence one.

Paragraphs only, so that each piece is a stretch of one line for a screen reader and its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.course.attributes import Faults
from builder.source.markdown import paragraphs
from builder.source.span import Span
from builder.source.syntax import Line, Text

RIGHT, TEMPTING = "==", "~~"
_MARK = re.compile(r"(?<!\\)(?:==|~~)")
# An ordinary blank ends a sentence, a no-break space does not. A mark that was blanked out may stand on either side.
_SENTENCE_END = re.compile(
    r"[.!?\u2026]+[\"')\]\u2019\u201d*_\0]*[ \n]+(?=[\"'(\[\u2018\u201c*_\0]*(?:[^\W\d_a-z]|\d))"
)
_SHORT_FORM = re.compile(r"(?<![^\s(\"'\0])(?:[A-Za-z]|[DM]rs?|Ms|Prof|St|No|e\.g|i\.e|cf|vs|approx)\.\s+$")
# What begins another block than a paragraph, and must not where it stands behind a piece.
_BLOCK = re.compile(r"[-+*:](?=\s|$)|>|#{1,6}(?=\s|$)|`{3}|([-*_])(?:\s*\1){2,}\s*$|\[[^\]]+\]:")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph: a piece that can be chosen (`right` or not), or what stands between pieces (None).

    `before` and `after` are the blanks around it; `text` is None where there is nothing else.
    """

    text: Text | None
    right: bool | None
    before: str
    after: str


Paragraph = tuple[Stretch, ...]


def read_marked(text: Text, by_sentence: bool, faults: Faults) -> tuple[Paragraph, ...]:
    """The paragraphs of the text. CW354 for any other block, CW355 for a mark that does not work."""
    found = paragraphs(text)
    for at, line in enumerate(text.lines):
        if line.text.strip() and not any(start <= at < end for start, end, _ in found):
            faults("CW354", line.span, "The text of a highlight is paragraphs: no list, table, heading, code or note.")
            return ()
    return tuple(_paragraph(text.lines[start:end], by_sentence, faults) for start, end, _ in found)


def _paragraph(lines: tuple[Line, ...], by_sentence: bool, faults: Faults) -> Paragraph:
    raw = "\n".join(line.text for line in lines)
    marked = list(_ranges(raw, lines, faults))
    if not by_sentence:
        pieces = [(start + 2, end - 2, raw[start:].startswith(RIGHT)) for start, end in marked]
        return tuple(_stretches(raw, pieces, lines, gap=2))
    for start, _ in marked:
        if raw[start:].startswith(TEMPTING):
            faults(
                "CW355",
                _place(lines, start),
                "Every sentence can be chosen here, so only the right ones are marked: ==like this==.",
            )
    # Marks are blanked out so that every place stays where it is.
    plain = _MARK.sub("\0\0", raw) if marked else raw
    sentences = [
        (start, end, any(start < right_end and right_start < end for right_start, right_end in marked))
        for start, end in _sentences(plain)
    ]
    return tuple(_stretches(plain, sentences, lines, gap=0))


def _ranges(raw: str, lines: tuple[Line, ...], faults: Faults) -> Iterator[tuple[int, int]]:
    """Where each mark opens and where it has closed."""
    opening: re.Match[str] | None = None
    for mark in _MARK.finditer(raw):
        opens, closes = raw[mark.end() : mark.end() + 1].strip(), raw[: mark.start()][-1:].strip()
        if opening is None:
            opening = mark if opens else None
        elif mark[0] != opening[0] and (opens or closes):
            faults("CW355", _place(lines, mark.start()), "A mark stands inside another one. Close that one first.")
            return
        elif closes:
            if mark.start() == opening.end():
                faults("CW355", _place(lines, opening.start()), "There is nothing between these marks.")
            yield opening.start(), mark.end()
            opening = None
        elif opens:
            break
    if opening is not None:
        faults(
            "CW355",
            _place(lines, opening.start()),
            f"This mark is never closed. Put {opening[0]} behind its last word, in this paragraph, or \\ before it.",
        )


def _sentences(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(plain):
        if not _SHORT_FORM.search(plain, start, end.end()):
            yield start, end.end()
            start = end.end()
    yield start, len(plain)


def _stretches(raw: str, pieces: list[tuple[int, int, bool]], lines: tuple[Line, ...], gap: int) -> Iterator[Stretch]:
    """The pieces and what is between them; `gap` is how many characters of marks stand on each side of a piece."""
    at = 0
    for start, end, right in pieces:
        if start - gap > at:
            yield _stretch(raw, at, start - gap, None, lines)
        yield _stretch(raw, start, end, right, lines)
        at = end + gap
    if at < len(raw):
        yield _stretch(raw, at, len(raw), None, lines)


def _stretch(raw: str, start: int, end: int, right: bool | None, lines: tuple[Line, ...]) -> Stretch:
    words = raw[start:end].replace("\0", "")
    inner = words.strip()
    if not inner:
        return Stretch(None, None, " ", "")
    first = start + next(at for at, letter in enumerate(raw[start:end]) if letter not in " \n\0")
    escaped = _NUMBERED.sub(r"\1\\\2", inner, count=1) if _NUMBERED.match(inner) else inner
    escaped = f"\\{escaped}" if _BLOCK.match(inner) else escaped
    line = Line(" ".join(escaped.split("\n")), _place(lines, first))
    before, after = " " * (words[0].isspace()), " " * (words[-1].isspace())
    return Stretch(Text((line,)), right, before, after)


def _place(lines: tuple[Line, ...], at: int) -> Span:
    """Where the character `at` of the joined lines stands."""
    for line in lines:
        if at <= len(line.text):
            return line.span.moved(at)
        at -= len(line.text) + 1
    return lines[-1].span
