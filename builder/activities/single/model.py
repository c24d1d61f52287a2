"""A question with exactly one right option. examples.md shows what authors write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.course.attributes import Faults
from builder.course.kind import Activity, AskingKind, Json, Setting, Values
from builder.course.numbers import Numbers
from builder.course.options import OPTION_HOOKS, OptionsQuestion, boxed, compile_options, options_grammar
from builder.course.options_score import exact, right
from builder.course.question import question_record
from builder.course.record import RecordShape, Uint
from builder.source.syntax import Block, SceneSyntax

_BOXES = frozenset({"( )", "(x)"})


@dataclass(frozen=True, slots=True)
class Single(OptionsQuestion):
    """One of the options is right."""

    @property
    def kind(self) -> str:
        return KIND.name

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return question_record(Uint("chosen", self.most(numbers)))


class SingleKind(AskingKind):
    """`::: single`."""

    name = "single"
    grammar = options_grammar(_BOXES)
    folder = Path(__file__).parent
    hooks = (*OPTION_HOOKS, "[data-shuffled]", "[data-option] input[type=radio]")

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        found = compile_options(source, setting, faults)
        right = [item for item in source.items if item.box.lower() == "(x)"]
        if len(right) != 1 and boxed(source, _BOXES) and not source.faulty:
            place = right[1].span if right else source.kind.span
            faults(
                "CW304",
                place,
                f"A single has exactly one right option, marked (x), and this has {len(right)}. "
                "Where several are right, use `multiple` with [x].",
            )
        return None if faults.found or found is None else Single(*found)

    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        return exact(data, values)

    def best(self, data: Mapping[str, Json]) -> Values:
        return {"chosen": next(iter(right(data)), 0)}


KIND = SingleKind()
