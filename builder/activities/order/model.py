"""Items that the learner puts in order. examples.md shows what authors write, score.py and score.ts score it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from builder.activities.order.score import right, score
from builder.course.attributes import Faults, one_of
from builder.course.code import Code
from builder.course.items import ITEM_DETAILS, differ, enough, flat
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.placed import Placed, feedback, options, placed_item, unlike_the_key
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, Question, compile_about, explained, question_record
from builder.course.record import RecordShape
from builder.course.record import Sequence as Ordered
from builder.course.response import Answer, options_of
from builder.course.response import Order as InOrder
from builder.source.grammar import Grammar
from builder.source.syntax import Block, Item, SceneSyntax, Text

_GOOD = """\
::: order
Put the call in order.
1. Let them finish
2. Sum up what you heard
3. Agree one next step
explain: Nobody hears an offer before they feel heard.
:::
"""
CODES = (
    Code(
        "CW334",
        "The items of an order are not numbered from 1 on",
        why="The numbers are the key. Where one is missing, twice there or out of turn, nobody can tell whether the "
        "numbers or the lines are in the right order.",
        bad=_GOOD.replace("2. Sum", "3. Sum").replace("3. Agree", "2. Agree"),
        good=_GOOD,
    ),
)


@dataclass(frozen=True, slots=True)
class Order(Question):
    """`items` are in the right order; `score` is `all` or `adjacent`."""

    items: tuple[Placed, ...]
    score: str

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, *(text for item in self.items for text in item.texts))

    @property
    def in_the_page(self) -> tuple[Placed, ...]:
        """The items as the page has them before the player mixes them: an order that gives nothing away."""
        return unlike_the_key(self.items)

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single items."""
        return tuple(item.feedback for item in self.items if item.feedback is not None)

    def parts(self) -> tuple[Part, ...]:
        return tuple(item.part("item") for item in self.items)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        most = numbers.most("item", self.id.value)
        return question_record(Ordered("order", most, most))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        numbered = [(numbers[self.id.value, item.id.value], item) for item in self.items]
        return {
            **self.about.data(render),
            "options": options(numbered),
            "feedback": {**feedback(numbered, render)},
            "score": self.score,
        }


class OrderKind(AskingKind):
    """`::: order`."""

    name = "order"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"score"},
        details=DETAILS,
        boxes=frozenset({""}),
        item_details=ITEM_DETAILS,
    )
    folder = Path(__file__).parent
    hooks = (
        *HOOKS,
        "ol[data-ranking]",
        "[data-ranking][data-shuffled] [data-item][data-n] [data-words]",
        "[data-item] button[data-move=up]",
        "[data-item] button[data-move=down]",
        "[data-item] [data-feedback]",
    )
    codes = CODES

    def later(self, activity: Activity) -> tuple[str, ...]:
        return ("drag",)

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        score = one_of(source.attributes, "score", ("all", "adjacent"), faults)
        enough([item.span for item in source.items], "items", source, faults)
        explained(source, faults)
        flat(source.items, faults)
        _numbered(source.items, faults)
        found = (placed_item(item, "item", setting, faults) for item in source.items)
        items = tuple(item for item in found if item is not None)
        differ(items, "item", faults)
        return None if faults.found or about is None else Order(about, items, score)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return score(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"order": right(data)}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        options = {option.n: option for option in options_of(data)}
        order = cast(Sequence[int], values.get("order", ()))
        given = InOrder(tuple(options[n] for n in order if n in options))
        return (Answer(given, (InOrder(tuple(options.values())),), tuple(options.values())),)


def _numbered(items: Sequence[Item], faults: Faults) -> None:
    """CW334 at the first item whose number is not the one that comes next; a list of nothing but `1.` counts up too."""
    markers = [item.marker for item in items]
    if len(markers) > 1 and set(markers) == {"1."}:
        return
    for place, item in enumerate(items, 1):
        if item.marker == f"{place}.":
            continue
        if item.marker in ("-", "*"):
            message = f"An order is written as a numbered list, in the right order: begin this item with '{place}.'"
        else:
            message = f"This item is numbered {item.marker[:-1]} and stands in place {place}. Write the items in the "
            message += f"right order, numbered from 1 on: this one begins with '{place}.'"
        faults("CW334", item.span, message)
        return


KIND = OrderKind()
