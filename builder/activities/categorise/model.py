"""Items that the learner puts into categories. examples.md shows what authors write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.course.attributes import Faults, one_of
from builder.course.code import Code
from builder.course.items import ITEM_DETAILS, enough, flat
from builder.course.kind import Activity, Setting
from builder.course.pairs import PAIR_HOOKS, Pairing, PairingKind, apart
from builder.course.placed import Placed, placed_item
from builder.course.question import ATTRIBUTES, DETAILS, compile_about, explained
from builder.source.grammar import Grammar
from builder.source.syntax import Block, SceneSyntax

MOST_RADIOS = 4
"""With more categories than this, a row of radio buttons for each item is longer than a select is hard to use."""

_GOOD = """\
::: categorise
Fact or opinion?
- Fact
  - The caller rang at 16:50
- Opinion
  - The caller was rude
explain: A fact can be checked by somebody who was not there.
:::
"""
CODES = (
    Code(
        "CW332",
        "A categorise has nothing under its categories",
        why="What is indented under a category belongs to it. In a flat list nothing is a category and nothing belongs "
        "anywhere.",
        bad=_GOOD.replace("  - The", "- The"),
        good=_GOOD,
    ),
)


@dataclass(frozen=True, slots=True)
class Categorise(Pairing):
    """The targets are the categories, in the author's order; one may be empty."""

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def mixes_items(self) -> bool:
        return True

    @property
    def mixes_targets(self) -> bool:
        return False

    @property
    def radios(self) -> bool:
        return len(self.targets) <= MOST_RADIOS


class CategoriseKind(PairingKind):
    """`::: categorise`."""

    name = "categorise"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"score"},
        details=DETAILS,
        boxes=frozenset({""}),
        item_details=ITEM_DETAILS,
    )
    folder = Path(__file__).parent
    hooks = PAIR_HOOKS
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        score = one_of(source.attributes, "score", ("each", "all"), faults)
        explained(source, faults)
        inside = [item for category in source.items for item in category.items]
        enough([category.span for category in source.items], "categories", source, faults)
        if source.items and not inside:
            if not source.faulty:
                message = "Nothing stands under these categories: indent each item by two blanks under its category."
                faults("CW332", source.items[0].span, message)
        else:
            enough([item.span for item in inside], "items", source, faults)
        flat(inside, faults)
        targets: list[Placed] = []
        pairs: list[tuple[Placed, Placed]] = []
        for category in source.items:
            target = placed_item(category, "category", setting, faults)
            items = [placed_item(item, "item", setting, faults) for item in category.items]
            if target is not None:
                targets.append(target)
                pairs += [(item, target) for item in items if item is not None]
        sorted_items = tuple(item for item, _ in pairs)
        belongs = tuple(target for _, target in pairs)
        apart(sorted_items, tuple(targets), belongs, ("item", "category"), source, faults)
        if faults.found or about is None:
            return None
        return Categorise(about, sorted_items, tuple(targets), belongs, score)


KIND = CategoriseKind()
