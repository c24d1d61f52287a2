"""Parts a line of a match into what stands left and right of its arrow: `- left => right`.

The arrow has a blank on each side; `\\=>` is text. A line without anything left of it is a right text alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.course.attributes import Faults
from builder.source.syntax import Item, Line, Text

_ARROW = re.compile(r"(?<!\S)=>(?!\S)")
_NEAR = re.compile(r"(?<!\\)(?:=>|->|\u2192|\u21d2)")


@dataclass(frozen=True, slots=True)
class Sides:
    """The texts on both sides; None where there is nothing."""

    left: Text | None
    right: Text | None


def sides(item: Item, faults: Faults) -> Sides | None:
    """What stands left and right of the item's one arrow; None after CW330, or where the item is faulty."""
    lines = item.text.lines if item.text is not None else ()
    arrows = [(at, found) for at, line in enumerate(lines) for found in _ARROW.finditer(line.text)]
    if len(arrows) == 1:
        at, arrow = arrows[0]
        line = lines[at]
        left = _text((*lines[:at], _cut(line, 0, arrow.start())))
        return Sides(left, _text((_cut(line, arrow.end(), len(line.text)), *lines[at + 1 :])))
    if arrows:
        second = arrows[1][1]
        place = lines[arrows[1][0]].span.moved(second.start(), 2)
        faults("CW330", place, "A second arrow stands here. Give each pair a line of its own, or write \\=> for text.")
    elif not item.faulty:
        near = [line.span.moved(found.start(), len(found[0])) for line in lines for found in _NEAR.finditer(line.text)]
        message = (
            "This line pairs nothing: write what belongs together as `left => right`, or `=> right` for an answer "
        )
        message += "that belongs to nothing."
        faults("CW330", near[0] if near else item.span, message + " The arrow has a blank on each side." * bool(near))
    return None


def _cut(line: Line, start: int, end: int) -> Line:
    """The words between two places of a line, without the blanks around them."""
    part = line.text[start:end]
    start += len(part) - len(part.lstrip())
    return Line(part.strip(), line.span.moved(start, max(len(part.strip()), 1)))


def _text(lines: tuple[Line, ...]) -> Text | None:
    worded = tuple(line for line in lines if line.text.strip())
    return Text(worded) if worded else None
