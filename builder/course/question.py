"""What all question kinds share: the stem, points, what they belong to, and what is said after the answer.

docs/format.md, "Questions", is what authors write. Outside a quiz a question is practice; inside, it counts by points.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.course.attributes import Faults, flag, known_only, listed, only_detail, whole
from builder.course.kind import Activity, Json, Render, Setting
from builder.course.record import Field, Group, RecordShape, Uint
from builder.course.stem import Stem, part_stem
from builder.source.grammar import EXCUSE
from builder.source.markdown import Reference, plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.syntax import Block, Item, Text, Word

ATTRIBUTES = frozenset({"points", "mc", "covers", "tags", "attempts", "confidence", "hint-cost"})
GRADED = frozenset({"points", "attempts", "confidence", "hint-cost"})
"""Those of ATTRIBUTES that have no meaning where nothing is right or wrong."""

DETAILS = frozenset({"explain", "hint", EXCUSE})
HOOKS = (
    "form[data-question]",
    "fieldset[data-fieldset]",
    "[data-fieldset] legend",
    "[data-outcome]",
    "[data-check]",
    "[data-retry]",
    "[data-outdated]",
    "[data-solution]",
)
"""The frame that player/src/questions drives (docs/architecture.md, What questions share)."""

MOST_POINTS = 100
MOST_TRIES = 31
MOST_HINTS = 9

# What every question's record begins with (docs/architecture.md, Records of the kinds).
_SHARED = (Uint("checked", 2), Uint("tries", MOST_TRIES), Uint("first", 2), Uint("sure", 3), Uint("hints", MOST_HINTS))


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint that the learner may ask for; `cost` is what it takes from the question's score, in per cent."""

    text: Text
    cost: int


@dataclass(frozen=True, slots=True)
class About:
    """The parts of a question that do not depend on its kind.

    `prompt` is the question in plain words, then what stands before and after it; `mc` are misconceptions, `covers`
    anything that course.yaml lists, `tags` words of the author's own for draws. `attempts` is how often practice may be
    checked, 0 for as often as the learner likes. `confidence`: how sure the learner is, is asked before feedback.
    """

    id: Word
    derived_id: bool
    span: Span
    stem: Stem
    prompt: str
    points: int
    mc: tuple[Word, ...]
    covers: tuple[Word, ...]
    tags: tuple[Word, ...]
    attempts: int
    confidence: bool
    hints: tuple[Hint, ...]
    explain: Text | None

    @property
    def texts(self) -> tuple[Text, ...]:
        """The Markdown of these parts."""
        hints = (hint.text for hint in self.hints)
        found = (self.stem.before, self.stem.question, self.stem.after, *hints, self.explain)
        return tuple(text for text in found if text is not None)

    def data(self, render: Render) -> dict[str, Json]:
        """The share of `QuestionData` (player/src/course/data.ts) that these parts give."""
        objectives: list[Json] = [*dict.fromkeys(word.value for word in (*self.mc, *self.covers))]
        data: dict[str, Json] = {"points": self.points, "prompt": self.prompt, "objectives": objectives}
        if self.attempts:
            data["attempts"] = self.attempts
        if self.confidence:
            data["confidence"] = True
        if self.hints:
            data["hints"] = [hint.cost for hint in self.hints]
        if self.explain is not None:
            data["explain"] = render(self.explain)
        return data


@dataclass(frozen=True, slots=True)
class Question:
    """What every question is to the builder. A kind adds its options and its key."""

    about: About

    @property
    def id(self) -> Word:
        return self.about.id

    @property
    def derived_id(self) -> bool:
        return self.about.derived_id

    @property
    def span(self) -> Span:
        return self.about.span

    @property
    def inner(self) -> tuple[Activity, ...]:
        return ()

    @property
    def asks(self) -> bool:
        return True

    @property
    def scored(self) -> bool:
        return False

    @property
    def images(self) -> tuple[Reference, ...]:
        return ()

    @property
    def has_key(self) -> bool:
        """Whether an answer is right or wrong."""
        return True

    @property
    def mc(self) -> tuple[Word, ...]:
        """The misconceptions that it is about."""
        return self.about.mc

    @property
    def covers(self) -> tuple[Word, ...]:
        """What else of course.yaml it covers."""
        return self.about.covers


def compile_about(block: Block, setting: Setting, faults: Faults) -> About | None:
    """The shared parts of a question's block; None where it has no words to ask with (CW302)."""
    course = setting.course
    first_item = next((at for at, part in enumerate(block.body) if isinstance(part, Item)), len(block.body))
    texts = [part for part in block.body[:first_item] if isinstance(part, Text)]
    for part in block.body[first_item:]:
        if isinstance(part, Text):
            faults(
                "CW308",
                part.span,
                "This stands after the options, where it would read as a part of the last one. "
                "Put it before the first option, or behind `explain:`.",
            )
    points = whole(block.attributes, "points", 1, MOST_POINTS, faults)
    mc = listed(block.attributes, "mc")
    covers = listed(block.attributes, "covers")
    if not course.is_faulty("misconceptions"):
        known_only(mc, course.misconceptions, "`misconceptions:`", faults)
        if not (course.is_faulty("topics") or course.is_faulty("marking-points")):
            everything = {**course.topics, **course.misconceptions, **course.marking_points}
            known_only(covers, everything, "`topics:`, `misconceptions:` or `marking-points:`", faults)
    explain = only_detail(block.details("explain"), faults)
    stem = part_stem(texts)
    if stem is None:
        if not block.faulty:
            faults(
                "CW302",
                block.kind.span,
                f"This {block.kind.value} asks nothing. Write the question under its first line.",
            )
        return None
    id = block.attributes.id or Word(slug(plain(stem.question)), stem.question.span)
    # Reports may cut it off, so the question itself comes first.
    whole_stem = (stem.question, stem.before, stem.after)
    prompt = " ".join(plain(text, course.words) for text in whole_stem if text is not None)
    return About(
        id=id,
        derived_id=block.attributes.id is None,
        span=block.span,
        stem=stem,
        prompt=prompt,
        points=points,
        mc=mc,
        covers=covers,
        tags=listed(block.attributes, "tags"),
        attempts=whole(block.attributes, "attempts", 0, MOST_TRIES, faults),
        confidence=flag(block.attributes, "confidence", False, faults),
        hints=_hints(block, faults),
        explain=explain,
    )


def explained(block: Block, faults: Faults) -> None:
    """CW305 where the block says nothing about its answer."""
    if not block.faulty and not block.details("explain"):
        message = f"This {block.kind.value} does not say why its answer is right. Put `explain:` and the reason "
        faults("CW305", block.kind.span, f"{message}under it: that is what learners take away.")


def question_record(*answer: Field) -> RecordShape:
    """The record of a question whose answer is kept in these fields."""
    return RecordShape((Group("latest", (*_SHARED, *answer)),))


def _hints(block: Block, faults: Faults) -> tuple[Hint, ...]:
    """The hints in order. `hint-cost=10` is what each costs; `hint-cost=0,25` the first, and every later one."""
    details = block.details("hint")
    costs = [0]
    if (word := block.attributes.values.get("hint-cost")) is not None:
        written = word.value.replace(" ", "").split(",")
        if all(cost.isdecimal() and len(cost) <= 3 and int(cost) <= 100 for cost in written):
            costs = [int(cost) for cost in written]
            if len(costs) > len(details) and not block.faulty:
                message = f"There are more costs here than hints, of which this has {len(details)}. Write `hint: ...`."
                faults("CW301", word.span, message)
        else:
            faults(
                "CW301",
                word.span,
                f"'hint-cost' must be per cent of the question's score, one for each hint or for all, as in "
                f"hint-cost=0,25, and this is '{word.value}'.",
            )
    for detail in details[MOST_HINTS:]:
        faults("CW320", detail.key.span, f"A question has {MOST_HINTS} hints at the most. Join some or leave them out.")
    pairs = ((detail, costs[min(at, len(costs) - 1)]) for at, detail in enumerate(details[:MOST_HINTS]))
    return tuple(Hint(detail.value, cost) for detail, cost in pairs)
