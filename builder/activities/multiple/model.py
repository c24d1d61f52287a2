"""A question with one right option or more. examples.md shows what authors write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.course.attributes import Faults, one_of, whole
from builder.course.kind import Activity, AskingKind, Json, Render, Setting, Values
from builder.course.numbers import Numbers
from builder.course.options import OPTION_HOOKS, OptionsQuestion, boxed, compile_options, options_grammar
from builder.course.options_score import right, several
from builder.course.question import question_record
from builder.course.record import Bits, RecordShape
from builder.source.syntax import Block, SceneSyntax

_BOXES = frozenset({"[ ]", "[x]"})


@dataclass(frozen=True, slots=True)
class Multiple(OptionsQuestion):
    """Each option is right or wrong by itself. `score` is `all`, `each` or `penalties`; `penalty` is what a wrong
    option then costs, in per cent, 0 for as much as a right one is worth.
    """

    score: str
    penalty: int

    @property
    def kind(self) -> str:
        return KIND.name

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Bits("chosen", self.most(numbers) + 1))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {**self.options_data(numbers, render), **self.slip(self.score, self.penalty)}


class MultipleKind(AskingKind):
    """`::: multiple`."""

    name = "multiple"
    grammar = options_grammar(_BOXES, "score", "penalty")
    folder = Path(__file__).parent
    hooks = (*OPTION_HOOKS, "[data-shuffled]", "[data-option] input[type=checkbox]")

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        found = compile_options(source, setting, faults)
        score = one_of(source.attributes, "score", ("all", "each", "penalties"), faults)
        penalty = whole(source.attributes, "penalty", 0, 100, faults)
        if penalty and score != "penalties":
            message = "A wrong option costs this much only where the block says score=penalties too."
            faults("CW301", source.attributes.values["penalty"].span, message)
        marked = any(item.box.lower() == "[x]" for item in source.items)
        if not marked and boxed(source, _BOXES) and not source.faulty:
            faults("CW304", source.kind.span, "No option of this multiple is right. Mark at least one with [x].")
        return None if faults.found or found is None else Multiple(*found, score, penalty)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return several(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"chosen": right(data)}


KIND = MultipleKind()
