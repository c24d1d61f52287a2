"""Places on a picture, each chosen on it or in a list below. examples.md shows what authors write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.activities.hotspot.codes import CODES
from builder.activities.hotspot.region import Region, read_region, report_overlaps
from builder.course.attributes import Faults, one_of
from builder.course.items import ITEM_DETAILS
from builder.course.kind import Activity, AskingKind, Json, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.options import OPTION_HOOKS, Option, OptionsQuestion, boxed, compile_options
from builder.course.options_score import right, several
from builder.course.question import ATTRIBUTES, DETAILS, question_record
from builder.course.record import Bits, RecordShape
from builder.source.grammar import Grammar
from builder.source.markdown import Reference
from builder.source.syntax import Block, SceneSyntax

_ONE = frozenset({"( )", "(x)"})
_SEVERAL = frozenset({"[ ]", "[x]"})


@dataclass(frozen=True, slots=True)
class Hotspot(OptionsQuestion):
    """Each option is a region of the picture. They come by their place, the highest first, and never shuffled, so that
    their numbers are found on the picture as they are in the list and their order gives nothing away.

    `one` where only one can be chosen; `score` is `all` or `each`.
    """

    picture: Reference
    regions: tuple[Region, ...]
    one: bool
    score: str

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def images(self) -> tuple[Reference, ...]:
        return (self.picture,)

    @property
    def in_order(self) -> bool:
        """False: the order is the picture's and not the author's."""
        return False

    @property
    def placed(self) -> tuple[tuple[Option, Region], ...]:
        """The options with their regions."""
        return tuple(zip(self.options, self.regions, strict=True))

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        # A set even where one is chosen, so that a question may become one of several without losing what is kept.
        return question_record(Bits("chosen", self.most(numbers) + 1))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {**self.options_data(numbers, render), **self.slip(self.score)}


class HotspotKind(AskingKind):
    """`::: hotspot`."""

    name = "hotspot"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"image", "alt", "score"},
        details=DETAILS,
        boxes=_ONE | _SEVERAL,
        item_details=ITEM_DETAILS,
        item_attributes=frozenset({"rect"}),
    )
    folder = Path(__file__).parent
    hooks = (*OPTION_HOOKS, "[data-option] input", "[data-picture] img", "[data-picture] [data-place]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        found = compile_options(source, setting, faults)
        picture = _picture(source, faults)
        one = _is_one(source, faults)
        score = one_of(source.attributes, "score", ("all", "each"), faults)
        regions = {item.span: region for item in source.items if (region := read_region(item, faults)) is not None}
        report_overlaps(regions.values(), faults)
        if faults.found or found is None or picture is None:
            return None
        about, options, _ = found
        by_place = sorted(options, key=lambda option: regions[option.span].place)
        placed = tuple(replace(option, last=False) for option in by_place)
        return Hotspot(about, placed, False, picture, tuple(regions[option.span] for option in by_place), one, score)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return several(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"chosen": right(data)}


def _picture(block: Block, faults: Faults) -> Reference | None:
    """The picture; CW350 where none is named. One that no `alt` describes is found where all images are followed."""
    image, alt = (block.attributes.values.get(key) for key in ("image", "alt"))
    if image is not None:
        return Reference("image", image.value, alt.value if alt else "", 0, image.span)
    if not block.faulty:
        faults(
            "CW350",
            block.kind.span,
            "This hotspot has no picture. Name it on the block's first line: "
            '{image=desk.svg alt="A desk, seen from the side"}.',
        )
    return None


def _is_one(block: Block, faults: Faults) -> bool:
    """Whether one region is chosen; CW123 for both sorts of boxes at once, CW304 for too few or too many right ones."""
    boxes = [item.box for item in block.items]
    if block.faulty or not (boxed(block, _ONE) or boxed(block, _SEVERAL)):
        wrong = next((item for item in block.items if item.box in _ONE and not _SEVERAL.isdisjoint(boxes)), None)
        if wrong is not None:
            faults(
                "CW123",
                wrong.span,
                "The regions of one hotspot all have square boxes, where several may be chosen, or all round ones, "
                "where one is.",
            )
        return False
    count = len([box for box in boxes if "x" in box])
    one = boxes[0] in _ONE
    if count == 0 or (one and count > 1):
        many = "exactly one with (x), or give all of them square boxes" if one else "at least one with [x]"
        faults("CW304", block.kind.span, f"{count or 'No'} regions of this hotspot are right. Mark {many}.")
    return one


KIND = HotspotKind()
