"""What every kind of activity is to the rest of the builder: the protocol that builder/activities/* meets.

A kind is a folder builder/activities/<name>/ whose model.py has a module-level `KIND`. Nothing else names it.
A kind knows no standard: how an answer is reported is each tracker's business, from the neutral Response
(player/src/tracking/tracker.ts).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from builder.course.check import Check
from builder.course.code import Code
from builder.course.numbers import Numbers
from builder.course.record import RecordShape
from builder.course.response import Answer, Choices, chosen, options_of, wire
from builder.source.diagnostic import Diagnostic
from builder.source.grammar import Grammar
from builder.source.markdown import Reference
from builder.source.settings import CourseSettings
from builder.source.span import Span
from builder.source.syntax import Block, Head, SceneSyntax, Text, Word

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

Render = Callable[[Text], str]
"""Markdown to HTML, given by the site (images resolved, ids prefixed by the page)."""

Report = Callable[[Diagnostic], None]

Values = Mapping[str, int | str | Sequence[int] | Sequence[Sequence[int]]]
"""The fields of one record by name, as the player keeps them (player/src/course/state.ts)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A thing below an activity that ids.lock numbers: an option, a node, a choice, a field."""

    id: Word
    kind: str
    parts: tuple[Part, ...] = ()
    derived: bool = False
    """True where the id comes from the text, so that an edit of the text changes it."""


@runtime_checkable
class Activity(Protocol):
    """Something that the learner does and that the state remembers. Implementations are frozen dataclasses."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> Word: ...
    @property
    def derived_id(self) -> bool: ...
    @property
    def span(self) -> Span: ...
    @property
    def inner(self) -> tuple[Activity, ...]:
        """The activities inside it (a quiz's questions)."""

    @property
    def asks(self) -> bool:
        """Whether it is a question: practice on a page, and allowed in a quiz."""

    @property
    def scored(self) -> bool:
        """Whether it can be a part of the course's score (a quiz, a scenario)."""

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its Markdown, for the checks of links, images and words."""

    @property
    def images(self) -> tuple[Reference, ...]:
        """The files that its attributes name (images, sounds, films, captions): checked and carried as in prose."""

    def parts(self) -> tuple[Part, ...]:
        """What ids.lock numbers below it."""

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        """What the state keeps of it; `keeps_texts` where texts of forms are kept with the state."""

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        """What its controller needs beside the page: keys, feedback, rules (player/src/course/data.ts)."""


@runtime_checkable
class Assessing(Protocol):
    """An activity that is evidence for marking points of course.yaml."""

    @property
    def assesses(self) -> tuple[Word, ...]: ...


@runtime_checkable
class Establishing(Protocol):
    """An activity that may be evidence for marking points, by how it turns out (an ending's facts)."""

    @property
    def establishes(self) -> tuple[Word, ...]: ...


@runtime_checkable
class Bounded(Protocol):
    """An activity of which it is known what it can score at the least and at the most, once it was done."""

    @property
    def scores(self) -> tuple[int, int]:
        """Both in hundredths."""


@runtime_checkable
class Weighty(Protocol):
    """An activity of which one place makes the state long, where it might be made shorter."""

    @property
    def heaviest(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions that quizzes draw from: the file banks/<id>.md, questions in its order.

    `whole` is False where some of it was not understood, so that nothing can be said of how many it holds.
    """

    id: str
    span: Span
    questions: tuple[Activity, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be known of a course's pages before they are understood.

    `modules` are the ids of each module's pages, by the module's id, in reading order; `practice` is how many practice
    questions a page's source has, by the page's id; `lost` are the ids of pages that could not be read; `scenes` are
    the heads of the scenarios, by id; `nodes` has for each id of a node the files that have it, of shared nodes first.
    """

    modules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    practice: Mapping[str, int] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    scenes: Mapping[str, Head] = field(default_factory=dict)
    nodes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


ALONE = "Where each module is launched by itself,"
"""How every sentence on what is lost by that goes on."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there with an activity where its module is launched by itself: `activities` and `points`, the marking
    points that one of them is evidence for, by their ids; and how many practice questions each page has, by the page's
    id. `away` are the marking points that something in other modules is evidence for. `lost` takes what the activity
    loses by it: where, and a sentence.
    """

    activities: frozenset[str]
    points: frozenset[str]
    away: frozenset[str]
    practice: Mapping[str, int]
    lost: Callable[[Span, str], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an activity's compiler may look at beside its own block."""

    course: CourseSettings
    report: Report
    compile_inner: Callable[[Block], Activity | None]
    """Compiles a block that stands inside (a quiz's question)."""
    page: str = ""
    """The id of the page that it stands on; empty in a bank."""
    banks: Mapping[str, Bank] = field(default_factory=dict)
    outline: Outline = field(default_factory=Outline)


class Kind(ABC):
    """One kind of activity. `folder` holds template.html, style.css, controller.ts and examples.md."""

    name: str
    grammar: Grammar | None = None
    """None for a kind that is a file of its own (a scenario) and never a block."""
    inner_grammars: Mapping[str, Grammar] = {}
    """Blocks by name that may stand in this kind's own and nowhere else (a quiz's draw)."""
    folder: Path
    hooks: tuple[str, ...] = ()
    """CSS selectors that must match inside every rendered activity: what the controller holds on to."""
    paged = False
    """Whether its page is done only when it is, as with practice questions."""
    codes: tuple[Code, ...] = ()
    """The codes of findings that only this kind can give."""
    checks: tuple[Check, ...] = ()
    """The rules over a whole course that only this kind can break."""

    def hooks_of(self, activity: Activity) -> tuple[str, ...]:
        """The hooks that this activity must have: those of the kind, and of what not every one of the kind can do."""
        return self.hooks

    def features(self, activity: Activity) -> tuple[str, ...]:
        """The `<name>.feature.ts` of its folder that this activity needs, sorted: no other course carries them."""
        return ()

    def later(self, activity: Activity) -> tuple[str, ...]:
        """The `<name>.later.ts` of its folder that this activity comes to need, sorted: they make a second script,
        which the page fetches only when something asks for it (player/src/questions/later.ts).
        """
        return ()

    @abstractmethod
    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        """The activity that the source describes; None after an error that was reported."""

    def excerpted(self, activity: Activity, there: Surroundings) -> Activity | None:
        """The activity without what it takes from other modules, which are not there; None where nothing is left of it.

        Here of a kind that stands by itself.
        """
        return activity

    def key(self, activity: Activity, data: Mapping[str, Json]) -> tuple[Answer, ...]:
        """All that it can report, with what would be right, for the key to the reports (builder/reports/key.py).

        `data` is what its controller gets. Nothing here: a kind that reports nothing, or whose questions do.
        """
        return ()


class AskingKind(Kind):
    """A kind of question: one whose answer may be worth something. Its twin in the browser is `QuestionKind`
    (player/src/activity.ts): both read the same data and the same values, and tests hold them together.
    """

    @abstractmethod
    def score(self, data: Mapping[str, Json], values: Values) -> int | None:
        """What the kept values are worth, 0 to 10000; None for a kind that is never graded.

        `data` is what `Activity.data` gave. Never raises for values that fit the record's shape: what makes no sense
        is worth nothing.
        """

    @abstractmethod
    def best(self, data: Mapping[str, Json]) -> Values:
        """An answer that is worth as much as any; of a kind that is never graded, some whole answer."""

    def answers(self, data: Mapping[str, Json], values: Values) -> tuple[Answer, ...]:
        """What is reported of the kept values: the twin of the controller's `response` and `parts`, and what is right.

        Here of a question whose answer is the options `chosen`.
        """
        options = options_of(data)
        right = Choices(chosen(options, self.best(data)["chosen"]))
        return (Answer(Choices(chosen(options, values.get("chosen", 0))), (right,), options),)

    def correct(self, data: Mapping[str, Json]) -> list[Json]:
        """The right responses as the player has them, the plainest first; none of what is reported in parts."""
        return [wire(right) for answer in self.answers(data, self.best(data)) for right in answer.right]

    def key(self, activity: Activity, data: Mapping[str, Json]) -> tuple[Answer, ...]:
        return self.answers(data, self.best(data))


Kinds = Mapping[str, Kind]
