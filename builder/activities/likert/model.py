"""Statements that the learner rates on a scale. Never graded. examples.md shows what authors write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from builder.activities.likert.codes import CODES
from builder.course.attributes import Faults
from builder.course.items import same_id
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.question import ATTRIBUTES, DETAILS, GRADED, HOOKS, Question, compile_about, question_record
from builder.course.record import RecordShape, Sequence
from builder.course.response import Answer, Scale, options_of
from builder.course.wrong_answers import parted
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import plain
from builder.source.slug import slug
from builder.source.syntax import Block, Item, SceneSyntax, Text, Word

LEAST_POINTS, MOST_POINTS = 2, 10


@dataclass(frozen=True, slots=True)
class Statement:
    """Something to rate. `words` is its text without markup."""

    id: Word
    derived: bool
    text: Text
    words: str


@dataclass(frozen=True, slots=True)
class Likert(Question):
    """`scale` are its points in order, which the record keeps by their place, from 1."""

    scale: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def has_key(self) -> bool:
        return False

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, *(statement.text for statement in self.statements))

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(statement.id, "statement", derived=statement.derived) for statement in self.statements)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        most = numbers.most("statement", self.id.value)
        return question_record(Sequence("points", most, len(self.scale)))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {
            **self.about.data(render),
            "options": [{"n": n, "id": slug(point), "text": point} for n, point in enumerate(self.scale, 1)],
            "statements": [
                {"n": numbers[self.id.value, one.id.value], "id": one.id.value, "text": one.words}
                for one in self.statements
            ],
        }


class LikertKind(AskingKind):
    """`::: likert`."""

    name = "likert"
    grammar = Grammar(
        attributes=(ATTRIBUTES - GRADED) | {"scale"},
        details=DETAILS - {"hint"},
        boxes=frozenset({""}),
        item_details=frozenset({EXCUSE}),
    )
    folder = Path(__file__).parent
    hooks = (*HOOKS, "[data-statement] input[type=radio]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        scale = _scale(source, faults)
        statements = tuple(one for item in source.items if (one := _statement(item, setting, faults)) is not None)
        same_id([statement.id for statement in statements], "statement", faults)
        if not source.items and not source.faulty:
            message = "This likert has no statements. Write each as an item: `- I let people finish.`"
            faults("CW348", source.kind.span, message)
        if about is None or faults.found:
            return None
        return Likert(about, scale, statements)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return None

    def best(self, data: Mapping[str, Json]) -> Values:
        numbers = [int(one["n"]) for one in cast(list[dict[str, Any]], data["statements"])]
        return {"points": [1 if n in numbers else 0 for n in range(1, max(numbers, default=0) + 1)]}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        scale = options_of(data)
        points = cast(list[int], values.get("points", []))
        chosen = ((one, points[one.n - 1]) for one in options_of(data, "statements") if one.n <= len(points))
        return tuple(
            Answer(Scale(scale[point - 1]), options=scale, part=one.id, prompt=f"{data['prompt']} {one.text}")
            for one, point in chosen
            if 0 < point <= len(scale)
        )


def _scale(source: Block, faults: Faults) -> tuple[str, ...]:
    """The points of `scale="Not yet, Sometimes, Always"`; CW347 for too few, too many, an empty one or one twice."""
    word = source.attributes.values.get("scale")
    if word is None:
        if not source.faulty:
            message = 'Say the points of the scale on the first line: {scale="Not yet, Sometimes, Always"}.'
            faults("CW347", source.kind.span, message)
        return ()
    points = tuple(parted(word.value, re.compile(","), word.span))
    if not LEAST_POINTS <= len(points) <= MOST_POINTS:
        message = (
            f"A scale has {LEAST_POINTS} to {MOST_POINTS} points with commas between them, and this has {len(points)}."
        )
        faults("CW347", word.span, message)
    seen: set[str] = set()
    for point in points:
        if not point.value:
            faults("CW347", point.span, "A point of the scale is missing here. Write one, or take a comma away.")
        elif slug(point.value) in seen:
            faults("CW347", point.span, f"'{point.value}' is on the scale already. Give each point words of its own.")
        seen.add(slug(point.value))
    return tuple(point.value for point in points)


def _statement(item: Item, setting: Setting, faults: Faults) -> Statement | None:
    for inner in item.items[:1]:
        faults("CW315", inner.span, "A statement holds no list. Make each line a statement.")
    if item.text is None:
        if not item.faulty:
            faults("CW314", item.span, "This statement is empty. Write what the learner rates.")
        return None
    id = item.attributes.id or Word(slug(plain(item.text)), item.text.span)
    return Statement(id, item.attributes.id is None, item.text, plain(item.text, setting.course.words))


KIND = LikertKind()
