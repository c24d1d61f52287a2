"""A statement that is true or false. examples.md shows what authors write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.course.attributes import Faults, one_of, only_detail
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.options import OPTION_HOOKS
from builder.course.options_score import exact, right
from builder.course.question import ATTRIBUTES, DETAILS, Question, compile_about, question_record
from builder.course.record import RecordShape, Uint
from builder.course.response import Answer, Truth
from builder.source.grammar import Grammar
from builder.source.syntax import Block, SceneSyntax, Text

TRUE, FALSE = 1, 2
"""The numbers of its two options. They have no line in ids.lock: they are the same in every course."""

_OPTION = re.compile(r"\s*[-*+]\s*(?:\([ xX]?\)|\[[ xX]?\])(?!\()")


@dataclass(frozen=True, slots=True)
class TrueFalse(Question):
    """`answer` is the truth; what is said to whoever chose true, and false."""

    answer: bool
    if_true: Text
    if_false: Text

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.about.texts, self.if_true, self.if_false)

    @property
    def feedbacks(self) -> tuple[Text, ...]:
        """What is said to either answer."""
        return (self.if_true, self.if_false)

    def parts(self) -> tuple[Part, ...]:
        return ()

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Uint("chosen", FALSE))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {
            **self.about.data(render),
            "options": [],
            "right": [TRUE if self.answer else FALSE],
            "feedback": {str(TRUE): render(self.if_true), str(FALSE): render(self.if_false)},
        }


class TrueFalseKind(AskingKind):
    """`::: truefalse`."""

    name = "truefalse"
    grammar = Grammar(
        attributes=ATTRIBUTES | {"answer"},
        details=DETAILS | {"if-true", "if-false"},
    )
    folder = Path(__file__).parent
    hooks = (*OPTION_HOOKS, "[data-option] input[type=radio]")

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        options = next((line for text in source.texts for line in text.lines if _OPTION.match(line.text)), None)
        if options is not None:
            message = "A truefalse takes no options. Say on its first line what is right, {answer=true} or "
            message += "{answer=false}, and to either choice why, behind `if-true:` and `if-false:`."
            faults("CW316", options.span, message)
            return None
        about = compile_about(source, setting, faults)
        feedback = {key: only_detail(source.details(key), faults) for key in ("if-true", "if-false")}
        for key, text in feedback.items():
            if text is None and not source.faulty:
                faults(
                    "CW305",
                    source.kind.span,
                    f"This truefalse has no feedback behind `{key}:`. Say why that choice is right or wrong.",
                )
        if "answer" not in source.attributes.values and not source.faulty:
            faults(
                "CW316",
                source.kind.span,
                "Is this true or false? Say it on the block's first line: {answer=true} or {answer=false}.",
            )
        answer = one_of(source.attributes, "answer", ("true", "false"), faults) == "true"
        if_true, if_false = feedback["if-true"], feedback["if-false"]
        if faults.found or about is None or if_true is None or if_false is None:
            return None
        return TrueFalse(about, answer, if_true, if_false)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return exact(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"chosen": right(data)[0]}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        return (Answer(Truth(values.get("chosen") == TRUE), (Truth(right(data) == [TRUE]),)),)


KIND = TrueFalseKind()
