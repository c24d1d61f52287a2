"""How much of something, from 0 to 10. A kind for the tests: it shows that a folder is all that a kind needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from builder.course.attributes import Faults, whole
from builder.course.kind import Activity, AskingKind, Json, Part, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.question import ATTRIBUTES, DETAILS, HOOKS, Question, compile_about, question_record
from builder.course.record import RecordShape, Uint
from builder.course.response import Answer, Number
from builder.source.grammar import Grammar
from builder.source.syntax import Block, SceneSyntax, Text

MOST = 10


@dataclass(frozen=True, slots=True)
class Gauge(Question):
    """`answer` is right; one beside it is worth half."""

    answer: int

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def texts(self) -> tuple[Text, ...]:
        return self.about.texts

    def parts(self) -> tuple[Part, ...]:
        return ()

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Uint("gauged", MOST + 1))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {**self.about.data(render), "options": [], "answer": self.answer}


class GaugeKind(AskingKind):
    """`::: gauge`."""

    name = "gauge"
    grammar = Grammar(attributes=ATTRIBUTES | {"answer"}, details=DETAILS)
    folder = Path(__file__).parent
    hooks = (*HOOKS, "select[data-gauge]")

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        about = compile_about(source, setting, faults)
        answer = whole(source.attributes, "answer", 5, MOST, faults)
        return None if about is None or faults.found else Gauge(about, answer)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        """Whole at the answer, half one beside it. `gauged` is one more than what was chosen, 0 for nothing."""
        gauged = cast(int, values["gauged"])
        return max(0, 10_000 - 5_000 * abs(gauged - 1 - cast(int, data["answer"]))) if gauged else 0

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"gauged": cast(int, data["answer"]) + 1}

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        return (Answer(Number(cast(int, values["gauged"]) - 1), (Number(cast(int, data["answer"])),)),)


KIND = GaugeKind()
