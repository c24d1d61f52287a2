"""A number to be typed. examples.md shows what authors write, number.py how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import cast

from builder.activities.numeric.codes import CODES
from builder.activities.numeric.languages import writes_comma
from builder.activities.numeric.number import read_number
from builder.activities.numeric.score import score
from builder.course.attributes import Faults
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, Question, compile_about, explained, question_record
from builder.course.record import RecordShape, Utf8
from builder.course.response import Answer, Number, Texts
from builder.course.response import Range as InRange
from builder.course.wrong_answers import read_wrong_answers
from builder.source.grammar import Grammar
from builder.source.syntax import Block, Detail, SceneSyntax, Text, Word

MOST_TYPED = 32
"""Bytes of UTF-8 that are kept of what was typed; template.html takes 24 characters."""

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_RANGE = re.compile(r"(?P<least>.*?)\.\.(?P<most>.*)")


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `least` to `most`, both included; None is an open end."""

    least: Decimal | None
    most: Decimal | None

    def holds(self, other: Range) -> bool:
        """Whether every number of the other range is in this one."""
        return (self.least is None or (other.least is not None and self.least <= other.least)) and (
            self.most is None or (other.most is not None and other.most <= self.most)
        )

    def data(self) -> dict[str, Json]:
        """`Range` of score.ts."""
        return {"least": _json(self.least), "most": _json(self.most)}


@dataclass(frozen=True, slots=True)
class Wrong:
    """Numbers that are wrong, and what is said to who typed one of them."""

    numbers: tuple[Range, ...]
    feedback: Text


@dataclass(frozen=True, slots=True)
class Numeric(Question):
    """`right` is what is right; `answer` the number in it that the author gave, None where it is a range. `comma` where
    the course's language writes decimals with one.
    """

    right: Range
    answer: Decimal | None
    unit: str
    comma: bool
    wrong: tuple[Wrong, ...]

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, *(wrong.feedback for wrong in self.wrong))

    @property
    def below_zero(self) -> bool:
        """Whether a number below zero may be asked for, which a phone's keyboard for decimals cannot type."""
        return self.right.least is None or self.right.least < 0

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to single wrong answers."""
        return tuple(wrong.feedback for wrong in self.wrong)

    def parts(self) -> tuple[Part, ...]:
        return ()

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Utf8("typed", MOST_TYPED))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        data: dict[str, Json] = {**self.about.data(render), "options": [], **self.right.data()}
        data["shown"] = self._shown()
        if self.unit:
            data["unit"] = self.unit
        if self.comma:
            data["comma"] = True
        wrong: list[Json] = [
            {**numbers.data(), "html": render(one.feedback)} for one in self.wrong for numbers in one.numbers
        ]
        return {**data, "wrong": wrong} if wrong else data

    def _shown(self) -> str:
        """The right answer as the course's language writes it: `30 days`, `2\u20134 seconds`."""
        least, most = self.right.least, self.right.most
        if self.answer is not None:
            words = format(self.answer, "f")
        elif least is None or most is None:
            words = f"\u2264 {most:f}" if least is None else f"\u2265 {least:f}"
        else:
            words = f"{least:f} \u2013 {most:f}"
        return f"{words.replace('.', ',') if self.comma else words} {self.unit}".strip()


class NumericKind(AskingKind):
    """`::: numeric`."""

    name = "numeric"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"answer", "tolerance", "range", "unit"},
        details=DETAILS | {"wrong"},
    )
    folder = Path(__file__).parent
    hooks = (*HOOKS, "[data-field] input", "[data-field] [data-feedback]", "[data-error]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        explained(source, faults)
        written = source.attributes.values
        answer = _number(written["answer"], faults) if "answer" in written else None
        right = _right(source, answer, faults)
        told = [] if right is None else [(right, "right")]
        wrong = tuple(one for detail in source.details("wrong") if (one := _wrong(detail, told, faults)) is not None)
        unit = written.get("unit")
        if unit is not None and (not unit.value.strip() or re.search(r"[0-9]", unit.value)):
            faults(
                "CW301",
                unit.span,
                "'unit' is what stands behind the number, as in unit=days. Write it, or take it out.",
            )
        if about is None or right is None or faults.found:
            return None
        words = "" if unit is None else " ".join(unit.value.split())
        return Numeric(about, right, answer, words, writes_comma(setting.course.language), wrong)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return score(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        number = data["most"] if data["least"] is None else data["least"]
        written = format(Decimal(str(cast(float, number))), "f")
        return {"typed": written.replace(".", ",") if data.get("comma") else written}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        typed = str(values.get("typed", ""))
        number = read_number(typed, cast(str, data.get("unit", "")), bool(data.get("comma")))
        right = InRange(cast(float | None, data["least"]), cast(float | None, data["most"]))
        return (Answer(Texts((typed,)) if number is None else Number(number), (right,)),)


def _right(source: Block, answer: Decimal | None, faults: Faults) -> Range | None:
    """What is right by `answer` and `tolerance`, or by `range`; None after an error."""
    written = source.attributes.values
    range_ = written.get("range")
    tolerance = written.get("tolerance")
    if range_ is not None:
        for key in ("answer", "tolerance"):
            if key in written:
                message = f"With `range` the numbers at its ends are said already. Take `{key}` out, or `range`."
                faults("CW345", source.attributes.keys[key], message)
        return _range(range_, faults)
    if "answer" not in written:
        if not source.faulty:
            message = "Which number is right? Say it on the first line: {answer=30}, or a range: {range=28..32}."
            faults("CW345", source.kind.span, message)
        return None
    slack = Decimal(0) if tolerance is None else _number(tolerance, faults)
    if tolerance is not None and slack is not None and slack < 0:
        faults("CW346", tolerance.span, f"A tolerance is 0 or more, to both sides, and this is '{tolerance.value}'.")
    return None if answer is None or slack is None else Range(answer - slack, answer + slack)


def _number(word: Word, faults: Faults) -> Decimal | None:
    if _NUMBER.fullmatch(word.value):
        return Decimal(word.value)
    message = f"'{word.value}' is no number. Write digits, with a point before decimals: 30, -4 or 1.5."
    faults("CW346", word.span, message)
    return None


def _range(word: Word, faults: Faults) -> Range | None:
    """The range that `28..32`, `28..` or `..32` says; CW346 for anything else."""
    found = _RANGE.fullmatch(word.value)
    ends = (found["least"].strip(), found["most"].strip()) if found else ("", "")
    if not any(ends) or not all(_NUMBER.fullmatch(end) for end in ends if end):
        message = (
            f"A range is written 28..32, with a point before decimals; 28.. and ..32 are open. This is '{word.value}'."
        )
        faults("CW346", word.span, message)
        return None
    least, most = (Decimal(end) if end else None for end in ends)
    if least is not None and most is not None and least > most:
        faults("CW346", word.span, f"This range is turned round: write the smaller number first, {most}..{least}.")
        return None
    return Range(least, most)


def _wrong(detail: Detail, told: list[tuple[Range, str]], faults: Faults) -> Wrong | None:
    """The numbers of a `wrong:`; CW344 for those of which something is said before: `told`, which they join."""
    found = read_wrong_answers(detail, faults)
    if found is None:
        return None
    words, feedback = found
    ranges: list[Range] = []
    for word in words:
        one = _range(word, faults) if ".." in word.value else _one(_number(word, faults))
        if one is None:
            continue
        before = next((what for range, what in told if range.holds(one)), None)
        if before is not None:
            advice = "Take it out." if before == "right" else "Put it before that one, or take it out."
            faults("CW344", word.span, f"'{word.value}' is {before}, so nobody would be told this. {advice}")
        told.append((one, f"in the `wrong:` of line {word.span.line} already"))
        ranges.append(one)
    return Wrong(tuple(ranges), feedback)


def _one(number: Decimal | None) -> Range | None:
    return None if number is None else Range(number, number)


def _json(number: Decimal | None) -> Json:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


KIND = NumericKind()
