"""What is said to particular wrong answers: `wrong: week / seven days => That is how long a first reply takes.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.course.attributes import Faults
from builder.source.span import Span
from builder.source.syntax import Detail, Line, Text, Word

_ARROW = " => "
_OR = re.compile(r"(?<=\s)/|(?<!\\)/(?=\s)|^/|(?<!\\)/$")


def read_wrong_answers(detail: Detail, faults: Faults) -> tuple[tuple[Word, ...], Text] | None:
    """The answers before the arrow of a `wrong:`, and what is said to who gives one of them; CW344 without either."""
    first, *others = detail.value.lines
    before, arrow, after = f"{first.text} ".partition(_ARROW)
    answers = tuple(parted(before, _OR, first.span))
    said = after.rstrip()
    begun = [Line(said, first.span.moved(len(before) + len(arrow), len(said)))] if said else []
    lines = (*begun, *others)
    if arrow and lines and all(answer.value for answer in answers):
        return answers, Text(lines)
    message = "Write a wrong answer and what to say about it with an arrow between: week => A week is too short."
    faults("CW344", detail.value.span, message)
    return None


def alternatives(text: str, place: Span) -> tuple[Word, ...]:
    """The answers of `one / other`: a slash with a blank beside it parts them. An empty one has no value."""
    return tuple(parted(text, _OR, place))


def parted(text: str, sign: re.Pattern[str], place: Span) -> Iterator[Word]:
    """What stands between the signs, without blanks around it; `place` is where the text begins."""
    start = 0
    for end, after in [*(found.span() for found in sign.finditer(text)), (len(text), len(text))]:
        part = text[start:end]
        value = part.strip()
        at = start + len(part) - len(part.lstrip()) if value else min(start, max(len(text) - 1, 0))
        yield Word(value, place.moved(at, max(1, len(value))))
        start = after
