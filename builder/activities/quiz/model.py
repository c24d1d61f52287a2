"""Questions that are answered and sent together, and count: written in place or drawn from banks (draw.py).

examples.md shows what authors write. What not every quiz has is a script of its own here: `<name>.feature.ts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from builder.activities.quiz.codes import CODES
from builder.activities.quiz.draw import DRAW, Draw, compile_draw, drawn_at_most, may_draw
from builder.course.attributes import Faults, flag, one_of, whole
from builder.course.blocks import is_prose_block
from builder.course.hundredths import ALL
from builder.course.kind import Activity, Json, Kind, Part, Render, Setting
from builder.course.numbers import Numbers
from builder.course.outcomes import objectives
from builder.course.question import Question
from builder.course.record import Bits, Group, RecordShape, Rows, Sequence, Uint
from builder.source.diagnostic import Diagnostic, Severity
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import Reference
from builder.source.span import Span
from builder.source.syntax import Block, SceneSyntax, Text, Word

MOST_ATTEMPTS = 20
MOST_MINUTES = 600
OBJECTIVE = "objective"
"""The kind in ids.lock of what a quiz's questions belong to."""

_SENT = 2  # the last phase
_QUESTION = "question"
_DRAW = "draw"

# What the scripts of features hold on to.
_FEATURE_HOOKS = {
    "calibration": ("calibration", "sureness", "level", "advice", "missed", "retry"),
    "one": ("backward", "forward", "place"),
    "review": ("review", "lines", "back"),
    "timer": ("limit", "clock", "over"),
}


@dataclass(frozen=True, slots=True)
class Quiz:
    """Its questions count by their points; `counts` says which of the attempts is its score.

    `title` is its heading, where it has one of its own. `fixed` stand in every attempt, `draws` are what is drawn
    beside them. `minutes` and `pass_mark` (in per cent) are None where there is no limit and no mark of its own.
    `each`: every question is checked by itself; `again`: what was missed comes back then; `one`: one at a time.
    `objectives` are the outcomes that its questions show, and what these are about or cover, each once.
    """

    id: Word
    span: Span
    title: str
    intro: tuple[Text, ...]
    fixed: tuple[Activity, ...]
    draws: tuple[Draw, ...]
    drawn: tuple[Activity, ...]
    attempts: int
    counts: str
    shuffle: bool
    review: bool
    confidence: bool
    each: bool
    again: bool
    one: bool
    minutes: int | None
    pass_mark: int | None
    objectives: tuple[Word, ...]

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def derived_id(self) -> bool:
        return False

    @property
    def inner(self) -> tuple[Activity, ...]:
        return (*self.fixed, *self.drawn)

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

    @property
    def count(self) -> int:
        """How many questions an attempt has."""
        return len(self.fixed) + self._draws

    @property
    def _draws(self) -> int:
        return sum(draw.count for draw in self.draws)

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(word, OBJECTIVE) for word in self.objectives)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        most = numbers.most_things
        goals = numbers.most(OBJECTIVE, self.id.value)
        # A field that the quiz has no use for stays, with nothing in it: what comes after it keeps its place.
        return RecordShape(
            (
                Group("latest", (Uint("attempt", self.attempts), Uint("phase", _SENT))),
                Group("union", (Rows("attempts", self.attempts, (self.attempts, ALL)),)),
                Group(
                    "latest",
                    (
                        Uint("left", 60 * self.minutes + 1 if self.minutes else 0),
                        Sequence("drawn", self._draws, most if self.draws else 0),
                        Bits("marked", most + 1 if self.review else 0),
                    ),
                ),
                Group("either", (Bits("seen", most + 1 if self.draws else 0),)),
                Group(
                    "union",
                    (Rows("objectives", self.attempts * len(self.objectives), (self.attempts, goals, ALL)),),
                ),
            )
        )

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        def number(question: Activity) -> int:
            return numbers[question.id.value]

        data: dict[str, Json] = {
            "attempts": self.attempts,
            "counts": self.counts,
            "shuffle": self.shuffle,
            "questions": [number(question) for question in self.fixed],
            "goals": {str(numbers[self.id.value, word.value]): word.value for word in self.objectives},
            "slots": [
                [draw.at, [number(one) for one in pool.questions]]
                for draw in self.draws
                for pool in draw.pools
                for _ in range(pool.take)
            ],
            "pass": 100 * (self.pass_mark or 0),
            "features": [*self.features()],
        }
        data.update({name: True for name, on in {"each": self.each, "again": self.again}.items() if on})
        if self.minutes is not None:
            data["minutes"] = self.minutes
        return data

    def features(self) -> tuple[str, ...]:
        """The names of the scripts that it needs beside the kind's own."""
        used = {
            "calibration": self.confidence,
            "confirm": not self.review,
            "draw": self.draws,
            "each": self.each,
            "one": self.one,
            "review": self.review,
            "timer": self.minutes,
        }
        return tuple(name for name, on in used.items() if on)


class QuizKind(Kind):
    """`:::: quiz`."""

    name = "quiz"
    grammar = Grammar(
        attributes=frozenset(
            {
                *("attempts", "counts", "shuffle", "review", "confidence", "feedback", "again", "show"),
                *("minutes", "pass", "title"),
            }
        ),
        details=frozenset({EXCUSE}),
        holds=frozenset({_QUESTION, _DRAW}),
    )
    inner_grammars = MappingProxyType({_DRAW: DRAW})
    folder = Path(__file__).parent
    hooks = (
        "[data-when=new] [data-start]",
        "[data-when=begun] [data-where] [data-attempt]",
        "[data-where] [data-when=practice]",
        "[data-where] [data-told]",
        "[data-result][data-when=sent] [data-score]",
        "[data-result] [data-when=spent]",
        "[data-when=begun] [data-questions]",
        "[data-when=answering] [data-send]",
        "[data-next] [data-upcoming]",
    )
    codes = CODES

    def hooks_of(self, activity: Activity) -> tuple[str, ...]:
        assert isinstance(activity, Quiz)
        marked = ("reached", "short") if activity.pass_mark is not None else ()
        again = ("again", "round") if activity.again else ()
        used = (name for feature in self.features(activity) for name in _FEATURE_HOOKS.get(feature, ()))
        return (*self.hooks, *(f"[data-{name}]" for name in (*marked, *again, *used)))

    def features(self, activity: Activity) -> tuple[str, ...]:
        assert isinstance(activity, Quiz)
        return activity.features()

    def later(self, activity: Activity) -> tuple[str, ...]:
        assert isinstance(activity, Quiz)
        return ("calibration",) if activity.confidence else ()

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        attributes = source.attributes
        attempts = whole(attributes, "attempts", 3, MOST_ATTEMPTS, faults)
        counts = one_of(attributes, "counts", ("best", "last", "first"), faults)
        shuffle = flag(attributes, "shuffle", False, faults)
        review = flag(attributes, "review", False, faults)
        confidence = flag(attributes, "confidence", False, faults)
        each = one_of(attributes, "feedback", ("end", "each"), faults) == "each"
        again = flag(attributes, "again", False, faults)
        one = one_of(attributes, "show", ("all", "one"), faults) == "one"
        minutes = whole(attributes, "minutes", 0, MOST_MINUTES, faults) or None
        pass_mark = whole(attributes, "pass", 0, 100, faults) or None
        if again and not each:
            message = "Questions come back only where each is checked by itself: write feedback=each beside `again`."
            faults("CW369", attributes.keys["again"], message)
        fixed, draws = _contents(source, setting, faults)
        if not source.blocks and not source.faulty:
            faults(
                "CW310",
                source.kind.span,
                "This quiz has no questions. Put at least one inside; the quiz's own fence must be the longer one.",
            )
        if attributes.id is None:
            if not source.faulty:
                faults(
                    "CW311",
                    source.kind.span,
                    "A quiz needs an id, so that course.yaml can make it a part of the score: {#final-check}.",
                )
            return None
        if faults.found:
            return None
        if pass_mark is not None:
            _counts(attributes.id.value, attributes.values["pass"], setting)
        drawn = may_draw(draws)
        ask = _ask_how_sure if confidence else _as_it_is
        return Quiz(
            id=attributes.id,
            span=source.span,
            title=attributes.values["title"].value if "title" in attributes.values else "",
            intro=source.texts,
            fixed=tuple(map(ask, fixed)),
            draws=draws,
            drawn=tuple(map(ask, drawn)),
            attempts=attempts,
            counts=counts,
            shuffle=shuffle,
            review=review,
            confidence=confidence,
            each=each,
            again=again,
            one=one,
            minutes=minutes,
            pass_mark=pass_mark,
            objectives=_objectives((*fixed, *drawn), setting),
        )


def _contents(source: Block, setting: Setting, faults: Faults) -> tuple[list[Activity], tuple[Draw, ...]]:
    """The questions that every attempt has, and the draws; CW365 where there is not enough for all of these."""
    fixed: list[Activity] = []
    draws: list[Draw] = []
    for block in source.blocks:
        if block.kind.value == _DRAW:
            draw = compile_draw(block, len(fixed), setting, faults)
            if draw is not None:
                draws.append(draw)
        elif (found := _question(block, setting, faults)) is not None:
            fixed.append(found)
    needed = sum(draw.count for draw in draws)
    there = drawn_at_most(draws)
    if there < needed and not faults.found and all(bank.whole for bank in setting.banks.values()):
        again = "These draws take" if draws[1:] else "This draw takes"
        message = f"{again} {needed} different questions together, and the banks have {there} that fit. "
        faults("CW365", draws[-1].span, f"{message}Write more, draw fewer, or draw by other tags.")
    return fixed, tuple(draws)


def _question(block: Block, setting: Setting, faults: Faults) -> Activity | None:
    prose = is_prose_block(block)
    found = None if prose else setting.compile_inner(block)
    if prose or (found is not None and not isinstance(found, Question)):
        message = f"A quiz holds questions and no `{block.kind.value}`. Put it before the quiz or after it."
        faults("CW318", block.kind.span, message)
        return None
    return found


def _objectives(questions: Iterable[Activity], setting: Setting) -> tuple[Word, ...]:
    found: dict[str, Word] = {}
    for question in questions:
        assert isinstance(question, Question)
        own = [word.value for word in (*question.mc, *question.covers)]
        for id in objectives(setting.course.outcomes, {question.id.value}, own):
            found.setdefault(id, Word(id, question.span))
    return tuple(found.values())


def _counts(id: str, word: Word, setting: Setting) -> None:
    """CW368 (a warning) for a pass mark that passes or fails nobody."""
    scoring = setting.course.scoring
    if setting.course.is_faulty("scoring") or (id in scoring.parts and scoring.pass_mark is not None):
        return
    lacking = "it is no part of `scoring: parts:`" if id not in scoring.parts else "the course has no `scoring: pass:`"
    message = (
        f"This pass mark is shown and changes nothing, as {lacking} in course.yaml. Say that there, or take it out."
    )
    setting.report(Diagnostic("CW368", word.span, message, Severity.WARNING))


def _ask_how_sure(question: Activity) -> Activity:
    assert isinstance(question, Question)
    asking: Activity = replace(question, about=replace(question.about, confidence=True))
    return asking if question.has_key else question


def _as_it_is(question: Activity) -> Activity:
    return question


KIND = QuizKind()
