"""Gaps in a text: `[[month / calendar month]]`, with a list `[[month | week | year]]`, named `[[month {#period}]]`.

Before Markdown sees the text, each gap becomes a mark of characters that no text may hold (Unicode's noncharacters), as
long as the gap was, so that every place in the text stays where it is. In the finished HTML the marks are found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from builder.course.attributes import Faults
from builder.course.wrong_answers import alternatives, parted
from builder.source.markdown import VARIABLE, Options, to_html
from builder.source.slug import ID, slug
from builder.source.span import Span
from builder.source.syntax import Line, Text, Word

BLANK = "____"
"""What stands for a gap where the text is told in words."""

_OPEN, _CLOSE, _PAD, _HERE, _ZERO = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", 0xFDD6
_LEAST_ROOM, _MOST_ROOM, _FOREIGN = 16, 100, 8

_MARK = re.compile(f"{_OPEN}([\ufdd6-\ufddf]+){_PAD}*{_CLOSE}")
_GAP = re.compile(r"\\.|(?P<open>\[\[(?!\[))(?P<body>(?:\\.|(?!\[\[|\]\]).)*)(?P<close>\]\])?")
_GIVEN_ID = re.compile(r"(?:^|\s)\{#(?P<id>[^\s{}]*)\}\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([\\/|\[\]{}])")

# Where a gap would be nothing to fill: a field in a link, in a heading, in a note at the foot, in an attribute.
_NO_PLACE = re.compile(r'<a\b.*?</a>|<(h[1-6])\b.*?</\1>|<section class="footnotes".*|<[^>]*>', re.DOTALL)
_BLOCK = re.compile(r"<(?!/?(?:a|b|code|em|strong|sup|span|img|t[dh])\b)[^>]*>")
_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap. Each of its answers is right; of a list (`choices`) the first. `texts` is how they stand in the source."""

    id: Word
    derived: bool
    answers: tuple[str, ...]
    choices: bool
    texts: tuple[Text, ...]
    span: Span

    @property
    def width(self) -> int:
        """The characters of its longest answer."""
        return max(len(answer) for answer in self.answers)

    @property
    def most(self) -> int:
        """The most characters that can be typed into it: twice its longest answer, within bounds."""
        return max(self.width, min(max(2 * self.width, _LEAST_ROOM), _MOST_ROOM))

    @property
    def most_bytes(self) -> int:
        """The most bytes of UTF-8 that are kept of it: so many letters like those of its answers, and some others."""
        longest = max(len(answer.encode()) for answer in self.answers)
        if self.choices:
            return longest
        a_letter = max(len(letter.encode()) for answer in self.answers for letter in answer)
        return self.most * a_letter + _FOREIGN


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the finished text, and the gap behind it with the sentence that it stands in."""

    html: Markup
    gap: Gap | None = None
    sentence: str = ""


class Gaps:
    """Gathers the gaps of one block, text by text."""

    def __init__(self, words: Mapping[str, str], faults: Faults) -> None:
        self.found: list[Gap] = []
        self._words = words
        self._faults = faults

    def marked(self, text: Text) -> Text:
        """The text with a mark for each of its gaps."""
        return Text(tuple(Line(self._line(line), line.span) for line in text.lines))

    def _line(self, line: Line) -> str:
        def mark(found: re.Match[str]) -> str:
            if not found["open"]:
                return found[0]
            span = line.span.moved(found.start(), len(found[0]))
            if not found["close"]:
                message = "This gap is never closed: put ]] behind its answers, on the same line. As text, [[ is \\[[."
                self._faults("CW341", line.span.moved(found.start(), 2), message)
                return found[0]
            gap = self._gap(found["body"], line.span.moved(found.start("body")), span)
            if gap is None:
                return found[0]
            self.found.append(gap)
            digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self.found)))
            return (_OPEN + digits).ljust(len(found[0]) - 1, _PAD) + _CLOSE

        return _GAP.sub(mark, line.text)

    def _gap(self, body: str, place: Span, span: Span) -> Gap | None:
        """The gap that is written so at `place`, from bracket to bracket at `span`; None where it has no answer."""
        given = _GIVEN_ID.search(body)
        written = body[: given.start()] if given else body
        choices = _BAR.search(written) is not None
        words = [*parted(written, _BAR, place)] if choices else alternatives(written, place)
        empty = next((word for word in words if not word.value), None)
        if empty is not None:
            message = "This gap has no answer. Write what belongs into it: [[month]], or [[month / calendar month]]."
            if len(words) > 1:
                message = "An answer is missing here. Write one, or take the sign away (as text it is \\/ or \\|)."
            self._faults("CW340", span if len(words) == 1 else empty.span, message)
            return None
        mixed = next((parts[1] for word in words if len(parts := alternatives(word.value, word.span)) > 1), None)
        if choices and mixed is not None:
            message = "This gap has `|` and `/`. Write either a list, [[month | week]], whose first choice is right, "
            message += "or right answers to be typed, [[month / mth]]. As text, a slash is \\/."
            self._faults("CW340", mixed.span, message)
            return None
        id = self._id(given, place) or Word(self._unused(slug(self._plain(words[0].value))), words[0].span)
        answers = tuple(self._plain(word.value) for word in words)
        texts = tuple(Text((Line(word.value, word.span),)) for word in words)
        return Gap(id, given is None, answers, choices, texts, span)

    def _id(self, given: re.Match[str] | None, place: Span) -> Word | None:
        if given is None:
            return None
        span = place.moved(given.start("id"), max(1, len(given["id"])))
        if not ID.fullmatch(given["id"]):
            message = f"`{given['id']}` is no id: an id has lower-case letters, digits and hyphens, 80 at most."
            self._faults("CW111", span, f"{message} Write #{slug(given['id'])}.")
        return Word(given["id"], span)

    def _unused(self, id: str) -> str:
        """The id, or the first of it with a number that no gap before has: one answer may well be asked for twice."""
        taken = {gap.id.value for gap in self.found}
        count, unique = 1, id
        while unique in taken:
            count += 1
            unique = f"{id}-{count}"
        return unique

    def _plain(self, written: str) -> str:
        words = VARIABLE.sub(lambda found: self._words.get(found[1], found[0]), written)
        return " ".join(_ESCAPED.sub(r"\1", words).split())


def first_line(text: Text) -> int | None:
    """The first line that has a gap; None without one."""
    return next((at for at, line in enumerate(text.lines) if _MARK.search(line.text)), None)


def misplaced(text: Text, gaps: list[Gap]) -> Iterator[Gap]:
    """The gaps that stand where the page can have no field."""
    shown = {int(_number(found)) for found in _MARK.finditer(_NO_PLACE.sub("", to_html(text, Options())))}
    for number, gap in enumerate(gaps, 1):
        if number not in shown:
            yield gap


def in_words(text: str) -> str:
    """The text with a blank for each gap."""
    return _unescaped(_MARK.sub(BLANK, text))


def pieces(html: str, gaps: tuple[Gap, ...]) -> Iterator[Piece]:
    """The finished text in order, cut behind each gap."""
    html = str(html)
    end = 0
    for found in _MARK.finditer(html):
        sentence = _sentence(html, found)
        yield Piece(Markup(_unescaped(html[end : found.start()])), gaps[int(_number(found)) - 1], sentence)
        end = found.end()
    yield Piece(Markup(_unescaped(html[end:])))


def _number(found: re.Match[str]) -> str:
    return "".join(str(ord(digit) - _ZERO) for digit in found[1])


def _unescaped(text: str) -> str:
    """Code keeps the backslash of `\\[[`, which has done its work."""
    return text.replace("\\[[", "[[")


def _sentence(html: str, found: re.Match[str]) -> str:
    """The words around a gap, the gap itself being three dots: to the ends of its sentence, or of its table's row."""
    here = html[: found.start()] + _HERE + html[found.end() :]
    block = next(part for part in _BLOCK.split(_CELL.sub(", ", here)) if _HERE in part)
    words = unescape(Markup(_MARK.sub(BLANK, block)).striptags())
    sentence = next(part for part in _SENTENCE.split(words) if _HERE in part)
    return _unescaped(sentence.replace(_HERE, "\u2026"))
