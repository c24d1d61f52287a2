"""What a learner has shown, by marking point, on a page to print. examples.md shows what authors write.

Nothing is kept of it: the page makes it of what is kept of the activities that assess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from builder.activities.evidence.codes import CODES
from builder.course.attributes import Faults, known_only, listed
from builder.course.kind import ALONE, Activity, Json, Kind, Part, Render, Setting, Surroundings
from builder.course.numbers import Numbers
from builder.course.record import RecordShape
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import Reference
from builder.source.span import Span
from builder.source.syntax import Block, SceneSyntax, Text, Word


@dataclass(frozen=True, slots=True)
class Point:
    """A marking point of course.yaml."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The marking points that it gathers evidence for, in its order."""

    id: Word
    span: Span
    intro: tuple[Text, ...]
    points: tuple[Point, ...]

    @property
    def kind(self) -> str:
        return KIND.name

    @property
    def derived_id(self) -> bool:
        return False

    @property
    def inner(self) -> tuple[Activity, ...]:
        return ()

    @property
    def asks(self) -> bool:
        return False

    @property
    def scored(self) -> bool:
        return False

    @property
    def texts(self) -> tuple[Text, ...]:
        return self.intro

    @property
    def images(self) -> tuple[Reference, ...]:
        return ()

    def parts(self) -> tuple[Part, ...]:
        return ()

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        return RecordShape(())

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {"points": [[point.id, point.text] for point in self.points]}


class EvidenceKind(Kind):
    """`::: evidence`."""

    name = "evidence"
    grammar = Grammar(attributes=frozenset({"points"}), details=frozenset({EXCUSE}))
    folder = Path(__file__).parent
    hooks = ("[data-later]", "[data-missed] p", "[data-missed] [data-retry]", "[data-print]")
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        known = setting.course.marking_points
        named = listed(source.attributes, "points")
        if setting.course.is_faulty("marking-points"):
            return None
        known_only(named, known, "`marking-points:`", faults)
        if not known:
            message = (
                "course.yaml has no `marking-points:`, so there is nothing to be evidence for. Declare them there."
            )
            faults("CW373", source.kind.span, message)
        if faults.found:
            return None
        ids = dict.fromkeys(word.value for word in named) or known
        id = source.attributes.id or Word(f"evidence-{setting.page}", source.kind.span)
        points = tuple(Point(point, known[point].text) for point in ids)
        return Evidence(id, source.span, source.texts, points)

    def excerpted(self, activity: Activity, there: Surroundings) -> Activity | None:
        assert isinstance(activity, Evidence)
        points = tuple(point for point in activity.points if point.id in there.points or point.id not in there.away)
        away = ", ".join(point.id for point in activity.points if point.id in there.away)
        if not away:
            return activity
        left = "this gathers what its own has" if points else "this is left out"
        there.lost(activity.span, f"Evidence for {away} is in other modules. {ALONE} {left}.")
        return replace(activity, points=points) if points else None

    def later(self, activity: Activity) -> tuple[str, ...]:
        return ("gather",)


KIND = EvidenceKind()
