"""Questions that are answered and sent together, and count. examples.md shows what authors write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.course.attributes import Faults, flag, one_of, whole
from builder.course.blocks import is_prose_block
from builder.course.kind import Activity, Json, Kind, Part, Render, Setting
from builder.course.numbers import Numbers
from builder.course.record import Group, RecordShape, Rows, Uint
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import Reference
from builder.source.span import Span
from builder.source.syntax import Block, SceneSyntax, Text, Word

MOST_ATTEMPTS = 20
_ALL = 10_000  # a score in hundredths
_SENT = 2  # the last phase


@dataclass(frozen=True, slots=True)
class Quiz:
    """Its questions count by their points; `counts` says which of the attempts is its score."""

    id: Word
    span: Span
    intro: tuple[Text, ...]
    inner: tuple[Activity, ...]
    attempts: int
    counts: str
    shuffle: bool

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def derived_id(self) -> bool:
        return False

    @property
    def asks(self) -> bool:
        return False

    @property
    def scored(self) -> bool:
        return True

    @property
    def texts(self) -> tuple[Text, ...]:
        return self.intro

    @property
    def images(self) -> tuple[Reference, ...]:
        return ()

    def parts(self) -> tuple[Part, ...]:
        return ()

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return RecordShape(
            (
                Group("latest", (Uint("attempt", self.attempts), Uint("phase", _SENT))),
                Group("union", (Rows("attempts", self.attempts, (self.attempts, _ALL)),)),
            )
        )

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {
            "attempts": self.attempts,
            "counts": self.counts,
            "shuffle": self.shuffle,
            "questions": [numbers[question.id.value] for question in self.inner],
        }


class QuizKind(Kind):
    """`:::: quiz`."""

    name = "quiz"
    grammar = Grammar(
        attributes=frozenset({"attempts", "counts", "shuffle"}),
        details=frozenset({EXCUSE}),
        holds=frozenset({"question"}),
    )
    folder = Path(__file__).parent
    hooks = (
        "[data-intro]",
        "[data-start]",
        "[data-where] [data-attempt]",
        "[data-where] [data-practice]",
        "[data-result] [data-score]",
        "[data-result] [data-spent]",
        "[data-questions] li",
        "[data-send]",
        "[data-next]",
    )

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        attempts = whole(source.attributes, "attempts", 3, MOST_ATTEMPTS, faults)
        counts = one_of(source.attributes, "counts", ("best", "last", "first"), faults)
        shuffle = flag(source.attributes, "shuffle", False, faults)
        inner = tuple(found for block in source.blocks if (found := _question(block, setting, faults)) is not None)
        if not source.blocks and not source.faulty:
            faults(
                "CW310",
                source.kind.span,
                "This quiz has no questions. Put at least one inside; the quiz's own fence must be the longer one.",
            )
        if source.attributes.id is None:
            if not source.faulty:
                faults(
                    "CW311",
                    source.kind.span,
                    "A quiz needs an id, so that course.yaml can make it a part of the score: {#final-check}.",
                )
            return None
        if faults.found:
            return None
        return Quiz(source.attributes.id, source.span, source.texts, inner, attempts, counts, shuffle)


def _question(block: Block, setting: Setting, faults: Faults) -> Activity | None:
    prose = is_prose_block(block)
    found = None if prose else setting.compile_inner(block)
    if prose or (found is not None and not found.asks):
        message = f"A quiz holds questions and no `{block.kind.value}`. Put it before the quiz or after it."
        faults("CW318", block.kind.span, message)
        return None
    return found


KIND = QuizKind()
