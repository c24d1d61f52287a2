"""Statements to be placed as an expert did, on a line each or in an order. examples.md shows what authors write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.activities.compare.codes import CODES
from builder.activities.compare.score import POINTS, STEP, key, score
from builder.activities.compare.score import placed as given
from builder.course.attributes import Faults, flag
from builder.course.items import ITEM_DETAILS, differ, enough, flat
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.placed import Placed, feedback, options, placed_item, unlike_the_key
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, Question, compile_about, explained, question_record
from builder.course.record import RecordShape
from builder.course.record import Sequence as Ordered
from builder.course.response import Answer, Option, Order, Pairs, options_of
from builder.source.grammar import Grammar
from builder.source.syntax import Block, Item, SceneSyntax, Text

STATEMENT = "statement"
_NEAR = 15
_MOST_NEAR = 50
_WHOLE = 100
_LINE_ONLY = ("low", "high", "tolerance")


@dataclass(frozen=True, slots=True)
class Line:
    """The line that each statement is placed on, from 0 (`low`) to 100 (`high`) in tens: where the expert places each,
    in the order of the statements, and how far from there is near enough.
    """

    low: str
    high: str
    places: tuple[int, ...]
    tolerance: int


@dataclass(frozen=True, slots=True)
class Compare(Question):
    """`statements` are in the author's order, which is the expert's where there is no `line`."""

    statements: tuple[Placed, ...]
    line: Line | None
    graded: bool

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def has_key(self) -> bool:
        return self.graded

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, *(text for statement in self.statements for text in statement.texts))

    @property
    def in_the_page(self) -> tuple[Placed, ...]:
        """The statements as the page has them before the player mixes them: an order that gives nothing away."""
        return unlike_the_key(self.statements)

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single statements."""
        return tuple(statement.feedback for statement in self.statements if statement.feedback is not None)

    def parts(self) -> tuple[Part, ...]:
        return tuple(statement.part(STATEMENT) for statement in self.statements)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        most = numbers.most(STATEMENT, self.id.value)
        return question_record(Ordered("placed", most, most if self.line is None else POINTS))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        numbered = [(numbers[self.id.value, statement.id.value], statement) for statement in self.statements]
        data: dict[str, Json] = {
            **self.about.data(render),
            "options": options(numbered),
            "feedback": {**feedback(numbered, render)},
            "graded": self.graded,
        }
        if self.line is None:
            return {**data, "key": [n for n, _ in numbered]}
        points = {n: place // STEP + 1 for (n, _), place in zip(numbered, self.line.places, strict=True)}
        by_number: list[Json] = [points.get(n, 0) for n in range(1, max(points, default=0) + 1)]
        return {**data, "key": by_number, "near": self.line.tolerance // STEP}


class CompareKind(AskingKind):
    """`::: compare`."""

    name = "compare"
    grammar = Grammar(
        attributes=ATTRIBUTES | {*_LINE_ONLY, "graded"},
        details=DETAILS,
        boxes=frozenset({""}),
        item_details=ITEM_DETAILS,
        item_attributes=frozenset({"at"}),
    )
    folder = Path(__file__).parent
    hooks = (*HOOKS, "[data-list][data-shuffled] [data-item][data-n] [data-feedback]", "[data-expert]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        graded = flag(source.attributes, "graded", True, faults)
        enough([item.span for item in source.items], "statements", source, faults)
        explained(source, faults)
        flat(source.items, faults)
        found = (placed_item(item, "statement", setting, faults) for item in source.items)
        statements = tuple(statement for statement in found if statement is not None)
        differ(statements, "statement", faults)
        line = _line(source, faults) if _is_line(source, faults) else None
        return None if faults.found or about is None else Compare(about, statements, line, graded)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return score(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"placed": key(data)}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        options = options_of(data)
        places = [str(STEP * point) for point in range(POINTS)] if "near" in data else []
        points = tuple(Option(n, place, place) for n, place in enumerate(places, 1))
        right = (_response(options, points, key(data)),) if data["graded"] else ()
        return (Answer(_response(options, points, given(values)), right, options, points),)


def _response(options: Sequence[Option], points: Sequence[Option], placed: Sequence[int]) -> Pairs | Order:
    """Each statement with its place in per cent, or the statements in their order."""
    if points:
        pairs = [(option, placed[option.n - 1]) for option in options if option.n <= len(placed)]
        return Pairs(tuple((option, points[point - 1]) for option, point in pairs if point))
    by_number = {option.n: option for option in options}
    return Order(tuple(by_number[n] for n in placed if n in by_number))


def _is_line(block: Block, faults: Faults) -> bool:
    """Whether its items are bullets, placed on a line; CW358 where they are neither all bullets nor all numbered."""
    markers = [item.marker for item in block.items]
    bullets = [marker in ("-", "*") for marker in markers]
    odd = next((item for item, bullet in zip(block.items, bullets, strict=True) if bullet != bullets[0]), None)
    if odd is not None:
        faults(
            "CW358",
            odd.span,
            "Statements are all bullets, `- ... {at=70}`, to be placed on a line, or all numbered, to be put in order.",
        )
        return False
    if markers and not bullets[0]:
        _ranked(block, markers, faults)
    return bool(markers) and bullets[0]


def _ranked(block: Block, markers: Sequence[str], faults: Faults) -> None:
    """CW358 for a number out of turn, and for what only has a meaning on a line."""
    for place, (item, marker) in enumerate(zip(block.items, markers, strict=True), 1):
        if marker != f"{place}." and set(markers) != {"1."}:
            faults(
                "CW358",
                item.span,
                f"This is numbered {marker[:-1]} and stands in place {place}. Write the statements in the "
                "expert's order, numbered from 1 on.",
            )
            break
    on_a_line = [
        *(block.attributes.keys[key] for key in _LINE_ONLY if key in block.attributes.keys),
        *(item.attributes.keys["at"] for item in block.items if "at" in item.attributes.keys),
    ]
    for span in on_a_line[:1]:
        message = "This belongs to statements on a line. Numbered ones have their place by their number: take `at`, "
        faults("CW358", span, f"{message}`low`, `high` and `tolerance` away, or write `-` for each number.")


def _line(block: Block, faults: Faults) -> Line | None:
    """The line of statements with bullets; CW359 where an end has no words or a statement no place."""
    ends = [block.attributes.values.get(key) for key in ("low", "high")]
    missing = [key for key, end in zip(("low", "high"), ends, strict=True) if end is None or not end.value.strip()]
    if missing and not block.faulty:
        faults(
            "CW359",
            block.kind.span,
            "What do the ends of the line mean? Say both on the block's first line, as in "
            f'{{low="Can wait" high="Do first"}}: {" and ".join(f"`{key}`" for key in missing)} '
            f"{'are' if missing[1:] else 'is'} missing.",
        )
    places = [place for item in block.items if (place := _place(item, faults)) is not None]
    tolerance = _tolerance(block, faults)
    if missing or len(places) < len(block.items):
        return None
    low, high = (end.value for end in ends if end is not None)
    return Line(low, high, tuple(places), tolerance)


def _place(item: Item, faults: Faults) -> int | None:
    word = item.attributes.values.get("at")
    if word is None:
        if not item.faulty:
            faults(
                "CW359",
                item.span,
                "Where does the expert place this? Say it at the end of the line, from 0 to 100 in tens: {at=70}.",
            )
        return None
    if not re.fullmatch(r"[0-9]{1,3}", word.value) or int(word.value) > _WHOLE or int(word.value) % STEP:
        faults("CW359", word.span, f"A place is 0, 10, 20 and so on up to 100, and this is '{word.value}'.")
        return None
    return int(word.value)


def _tolerance(block: Block, faults: Faults) -> int:
    word = block.attributes.values.get("tolerance")
    if word is None:
        return _NEAR
    if re.fullmatch(r"[0-9]{1,2}", word.value) and int(word.value) <= _MOST_NEAR:
        return int(word.value)
    message = f"'tolerance' must be a whole number from 0 to {_MOST_NEAR}, and this is '{word.value}'."
    faults("CW301", word.span, message)
    return _NEAR


KIND = CompareKind()
