"""Practice questions of earlier pages that come back in a later one, those first that the learner missed.

examples.md shows what authors write. The questions stay where they are: the page shows copies of them, and what is kept
here is which were asked and which were answered right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from builder.activities.recall.codes import CODES
from builder.course.attributes import Faults, flag, listed, whole
from builder.course.kind import ALONE, Activity, Json, Kind, Part, Render, Setting, Surroundings
from builder.course.numbers import Numbers
from builder.course.record import Bits, Group, RecordShape, Sequence, Uint
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import Reference
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, SceneSyntax, Text, Word

USUAL = 3
MOST = 20


@dataclass(frozen=True, slots=True)
class Recall:
    """So many practice questions of these pages (ids, in reading order); `missed`: none but those missed at first."""

    id: Word
    span: Span
    intro: tuple[Text, ...]
    pages: tuple[str, ...]
    count: int
    missed: bool

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
        return RecordShape(
            (
                Group(
                    "latest",
                    (
                        Uint("chosen", 1),
                        Sequence("questions", self.count, numbers.most_things),
                        Bits("answered", self.count),
                        Bits("right", self.count),
                    ),
                ),
            )
        )

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        data: dict[str, Json] = {"pages": [numbers[page] for page in self.pages], "count": self.count}
        if self.missed:
            data["missed"] = True
        return data


class RecallKind(Kind):
    """`::: recall`."""

    name = "recall"
    grammar = Grammar(attributes=frozenset({"from", "count", "missed"}), details=frozenset({EXCUSE}))
    folder = Path(__file__).parent
    hooks = ("[data-early]", "[data-list]", "[data-nothing]")
    paged = True
    codes = CODES

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        count = whole(source.attributes, "count", USUAL, MOST, faults)
        missed = flag(source.attributes, "missed", False, faults)
        pages = _pages(source, setting, faults)
        if faults.found or pages is None:
            return None
        there = sum(setting.outline.practice.get(page, 0) for page in pages)
        if there < (count if "count" in source.attributes.values else 1) and not setting.outline.lost:
            place = source.attributes.values.get("count", source.attributes.values["from"])
            questions = f"{there or 'no'} practice question{'' if there == 1 else 's'}"
            message = f"What `from` names has {questions} outside quizzes, and this asks for {count}. "
            faults("CW371", place.span, f"{message}Name more pages, or ask for fewer.")
            return None
        id = source.attributes.id or Word(f"recall-{setting.page}", source.kind.span)
        return Recall(id, source.span, source.texts, pages, min(count, there or count), missed)

    def excerpted(self, activity: Activity, there: Surroundings) -> Activity | None:
        assert isinstance(activity, Recall)
        pages = tuple(page for page in activity.pages if page in there.practice)
        if pages == activity.pages:
            return activity
        gone = ", ".join(page for page in activity.pages if page not in there.practice)
        questions = sum(there.practice[page] for page in pages)
        left = "this looks back on the rest" if questions else "this is left out"
        there.lost(activity.span, f"What this looks back on is in other modules ({gone}). {ALONE} {left}.")
        return replace(activity, pages=pages, count=min(activity.count, questions)) if questions else None


def _pages(source: Block, setting: Setting, faults: Faults) -> tuple[str, ...] | None:
    """The pages that `from` names, in reading order; CW370 for what is none, or does not come before this page."""
    names = listed(source.attributes, "from")
    if not names:
        if not source.faulty:
            message = "This recall does not say from where: from=where-it-starts, with ids of earlier modules or pages."
            faults("CW370", source.kind.span, message)
        return None
    outline = setting.outline
    order = [page for pages in outline.modules.values() for page in pages]
    earlier = order[: order.index(setting.page)] if setting.page in order else order
    found: set[str] = set()
    for name in names:
        pages = outline.modules.get(name.value, (name.value,) if name.value in order else ())
        if not pages and name.value not in outline.lost:
            hint = did_you_mean(name.value, [*outline.modules, *order])
            message = f"There is no module or page '{name.value}'{hint}. Name earlier ones by their ids."
            faults("CW370", name.span, message)
        elif any(page not in earlier for page in pages):
            message = f"'{name.value}' does not come before this page: only what was practised earlier can come back."
            faults("CW370", name.span, message)
        found.update(pages)
    return tuple(page for page in order if page in found)


KIND = RecallKind()
