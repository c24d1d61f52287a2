"""A text that the learner writes and compares with a model answer or a rubric. examples.md shows what authors write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from builder.activities.short.codes import CODES
from builder.course.attributes import Faults, flag, least_and_most, only_detail, whole
from builder.course.items import same_id
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.question import ATTRIBUTES, DETAILS, GRADED, HOOKS, Question, compile_about, question_record
from builder.course.record import Bits, RecordShape, Uint, Utf8
from builder.course.response import Answer, Choices, Texts, chosen, options_of
from builder.source.grammar import Grammar
from builder.source.markdown import plain
from builder.source.slug import ID, slug
from builder.source.syntax import Block, Detail, Line, SceneSyntax, Text, Word

DEFAULT_MAX = 300
MOST_MAX = 2_000
MOST_CRITERIA = 12

_ITEM = re.compile(r"\s*(?:[-*+\u2022]|\d{1,9}[.)])\s+(?P<words>.+)")
_GIVEN_ID = re.compile(r"\s*\{#(?P<id>[^\s{}]+)\}$")


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that a good answer has. `words` is its text without markup."""

    id: Word
    derived: bool
    text: Text
    words: str


@dataclass(frozen=True, slots=True)
class Short(Question):
    """`model` is an answer to compare with, `rubric` what to look for; `length` the least and the most words asked for,
    `max` the most bytes that are kept; `report` sends the text into reports.
    """

    model: Text | None
    rubric: tuple[Criterion, ...]
    length: tuple[int, int] | None
    max: int
    report: bool

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def has_key(self) -> bool:
        return False

    @property
    def texts(self) -> tuple[Text, ...]:
        model = () if self.model is None else (self.model,)
        return (*self.about.texts, *model, *(criterion.text for criterion in self.rubric))

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(criterion.id, "criterion", derived=criterion.derived) for criterion in self.rubric)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        # Kept with the state in every format: it is short, and what was compared must be there to be seen again.
        met = Bits("met", numbers.most("criterion", self.id.value) + 1)
        return question_record(Uint("compared", 1), met, Utf8("text", self.max))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        data: dict[str, Json] = {**self.about.data(render), "options": [], "max": self.max, "report": self.report}
        data["rubric"] = [
            {"n": numbers[self.id.value, criterion.id.value], "id": criterion.id.value, "text": criterion.words}
            for criterion in self.rubric
        ]
        return {**data, "model": render(self.model)} if self.model is not None else data


class ShortKind(AskingKind):
    """`::: short`."""

    name = "short"
    grammar = Grammar(
        attributes=(ATTRIBUTES - GRADED) | {"words", "max", "report"},
        details=DETAILS | {"model", "rubric"},
    )
    folder = Path(__file__).parent
    hooks = (
        *HOOKS,
        "[data-written] textarea",
        "[data-written] [data-error] [data-excess]",
        "[data-count]",
        "[data-compare]",
    )
    codes = CODES

    def hooks_of(self, activity: Activity) -> tuple[str, ...]:
        assert isinstance(activity, Short)
        return (*self.hooks, "[data-written] [data-told]") if activity.report else self.hooks

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        length = least_and_most(source.attributes, "words", faults)
        most = whole(source.attributes, "max", DEFAULT_MAX, MOST_MAX, faults)
        report = flag(source.attributes, "report", True, faults)
        model = only_detail(source.details("model"), faults)
        details = source.details("rubric")
        for detail in details:
            listed = [item for line in detail.value.lines if (item := _ITEM.match(line.text)) is not None]
            if listed:
                message = f"Every point of a rubric has a line of its own: `rubric: {listed[0]['words']}`, and no list."
                faults("CW349", detail.key.span, message)
        rubric = tuple(_criterion(detail, setting, faults) for detail in details)
        same_id([criterion.id for criterion in rubric], "rubric", faults)
        for detail in details[MOST_CRITERIA:]:
            message = f"A rubric has {MOST_CRITERIA} lines at the most: nobody checks a short text for more. Join some."
            faults("CW349", detail.key.span, message)
        if model is None and not rubric and not source.faulty:
            message = "What can a learner compare the text with? Add a `model:` answer, or `rubric:` lines to tick."
            faults("CW349", source.kind.span, message)
        if about is None or faults.found:
            return None
        return Short(about, model, rubric, length, most, report)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return None

    def best(self, data: Mapping[str, Json]) -> Values:
        rubric = cast(list[dict[str, Any]], data["rubric"])
        if data.get("quiz") or not rubric:
            return {"compared": 0, "met": [], "text": "In my own words."}
        return {"compared": 1, "met": sorted(int(line["n"]) for line in rubric), "text": "In my own words."}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        prompt = str(data["prompt"])
        rubric = options_of(data, "rubric")
        met = Choices(chosen(rubric, values.get("met", [])))
        written = str(values.get("text", "")) if data["report"] else ""
        text = Answer(Texts((written,), long=True), part="text", prompt=prompt)
        ticked = Answer(met, options=rubric, part="rubric", prompt=f"{prompt} (rubric)")
        if data.get("quiz") or not rubric:
            return (text,)
        return (text, ticked) if data["report"] else (ticked,)


def _criterion(detail: Detail, setting: Setting, faults: Faults) -> Criterion:
    """A line of the rubric, `rubric: Says the date {#dated}`: the id may stand behind its words."""
    lines = list(detail.value.lines)
    given = _GIVEN_ID.search(lines[-1].text)
    if given is None or (given.start() == 0 and len(lines) == 1):
        return Criterion(
            Word(slug(plain(detail.value)), detail.value.span), True, detail.value, _words(detail.value, setting)
        )
    id = Word(given["id"], lines[-1].span.moved(given.start("id"), len(given["id"])))
    if not ID.fullmatch(id.value):
        message = f"`{id.value}` is no id: an id has lower-case letters, digits and hyphens, 80 at most."
        faults("CW111", id.span, f"{message} Write #{slug(id.value)}.")
    text = Text((*lines[:-1], Line(lines[-1].text[: given.start()], lines[-1].span)))
    return Criterion(id, False, text, _words(text, setting))


def _words(text: Text, setting: Setting) -> str:
    return plain(text, setting.course.words)


KIND = ShortKind()
