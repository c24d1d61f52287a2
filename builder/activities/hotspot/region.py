"""A region of a picture: `rect=left,top,width,height`, each in per cent of the picture's width or height."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from builder.course.attributes import Faults
from builder.source.span import Span
from builder.source.syntax import Item

_NUMBER = r"\s*(-?[0-9]{1,4}(?:\.[0-9]{1,3})?)\s*"
_RECT = re.compile(",".join([_NUMBER] * 4))
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Region:
    """Where it lies, from 0 to 100, and where that is written. Decimal, so that edges that touch do not overlap."""

    left: Decimal
    top: Decimal
    width: Decimal
    height: Decimal
    span: Span

    @property
    def place(self) -> tuple[Decimal, Decimal]:
        """What orders regions as they are read: from the top down, then from left to right."""
        return self.top, self.left

    @property
    def right(self) -> Decimal:
        """Where its right edge is."""
        return self.left + self.width

    @property
    def bottom(self) -> Decimal:
        """Where its lower edge is."""
        return self.top + self.height

    def overlaps(self, other: Region) -> bool:
        """Whether a point lies inside both; edges that touch have none."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def read_region(item: Item, faults: Faults) -> Region | None:
    """The region of an item; CW351 where there is none to read, CW352 where it is not on the picture."""
    word = item.attributes.values.get("rect")
    if word is None:
        if not item.faulty:
            faults(
                "CW351",
                item.span,
                "Where on the picture is this? Say it at the end of the line, in per cent of the picture: "
                "{rect=left,top,width,height}.",
            )
        return None
    found = _RECT.fullmatch(word.value)
    if found is None:
        faults(
            "CW351",
            word.span,
            "A region is four numbers, left, top, width and height in per cent of the picture, as in rect=12,40,8,8, "
            f"and this is '{word.value}'.",
        )
        return None
    left, top, width, height = map(Decimal, found.groups())
    region = Region(left, top, width, height, word.span)
    if width <= 0 or height <= 0:
        faults("CW352", word.span, f"This region is {width} wide and {height} high, so there is nothing to choose.")
        return None
    if left < 0 or top < 0 or region.right > _WHOLE or region.bottom > _WHOLE:
        faults(
            "CW352",
            word.span,
            f"This region goes from {left} to {region.right} across and from {top} to {region.bottom} down, "
            "and the picture from 0 to 100.",
        )
        return None
    return region


def report_overlaps(regions: Iterable[Region], faults: Faults) -> None:
    """CW353 for every region that lies over an earlier one: nobody could tell which of them was meant."""
    earlier: list[Region] = []
    for region in regions:
        for other in earlier:
            if region.overlaps(other):
                faults(
                    "CW353",
                    region.span,
                    f"The regions in lines {other.span.line} and {region.span.line} overlap. Make one of them smaller; "
                    "their edges may touch.",
                )
        earlier.append(region)
