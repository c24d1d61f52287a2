"""The settings at the head of a scenario's file, as typed values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from builder.activities.scenario.debrief_data import NOTES
from builder.activities.scenario.scenario import Channel, Meter, Speaker
from builder.course.condition import RESERVED, Type
from builder.course.kind import Report
from builder.course.table import Rating, Variable
from builder.proofs.explore import LIMIT
from builder.source.diagnostic import Diagnostic
from builder.source.suggest import did_you_mean
from builder.source.syntax import Head, Word
from builder.source.validate import validate

_FAR = 1000
NonEmpty = Annotated[str, Field(min_length=1)]
Percent = Annotated[int, Field(ge=0, le=100)]
Bound = Annotated[int, Field(ge=-_FAR, le=_FAR)]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CastMember(_Settings):
    """Somebody who speaks. `you` is the learner."""

    name: NonEmpty
    role: str = ""


class VariableSettings(_Settings):
    """A variable: a whole number from `min` to `max`, or a yes or no; and what the learner sees of it."""

    start: Bound | bool
    min: Bound | None = None
    max: Bound | None = None
    label: str = ""
    show: Literal["words", "meter", "hidden"] | None = None
    words: tuple[NonEmpty, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        fault = self._fault()
        if fault:
            raise PydanticCustomError("variable", "{fault}", {"fault": fault})
        return self

    def _fault(self) -> str | None:
        if isinstance(self.start, bool):
            return "is a yes or no and has no min and max" if self.min is not None or self.max is not None else None
        if self.min is None or self.max is None:
            return "needs min and max: every number of a scenario is bounded"
        if self.min > self.max:
            return f"has a min of {self.min}, which is over its max of {self.max}"
        if not self.min <= self.start <= self.max or self.min == self.max:
            return f"must start between its min and max, and {self.start} is not between {self.min} and {self.max}"
        if len(self.words) == 1 or len(self.words) > self.max - self.min + 1:
            return "needs two words or more, from low to high, and no more than it has values"
        return None


def _written_out(value: object) -> object:
    """`owner: false` is short for `owner: {start: false}`."""
    if isinstance(value, bool):
        return {"start": value}
    if isinstance(value, dict):
        return value
    raise PydanticCustomError(
        "variable", "must be true, false, or such as {shape}", {"shape": "{start: 3, min: 0, max: 10}"}
    )


def _three(prompts: tuple[str, ...]) -> tuple[str, ...]:
    if len(prompts) == NOTES:
        return prompts
    raise PydanticCustomError("shape", "must be three sentences, such as [What happened?, Why that?, What next?]")


class Demand(_Settings):
    """How many different techniques a play that ends fair or good must have shown."""

    min: Annotated[int, Field(ge=0, le=50)] = 0


class Caps(_Settings):
    """The most per cent that a play can score, by its ending's rating."""

    good: Percent = 100
    fair: Percent = 75
    poor: Percent = 40


class SceneHead(_Settings):
    """All that an author may set for a scenario."""

    type: Literal["scenario"] = "scenario"
    title: NonEmpty
    channel: Channel = "in-person"
    start: NonEmpty
    cast: dict[str, CastMember] = Field({}, examples=["{dana: {name: Dana Okoro}}"])
    vars: dict[str, Annotated[VariableSettings, BeforeValidator(_written_out)]] = Field(
        {}, examples=["{trust: {start: 3, min: 0, max: 10}}"]
    )
    feedback: Literal["debrief", "immediate"] = "debrief"
    techniques: Demand = Field(Demand(), examples=["{min: 2}"])
    facts: dict[str, NonEmpty] = Field({}, examples=["{lawful: MP3}"])
    assesses: tuple[str, ...] = ()
    covers: tuple[str, ...] | str = ()
    excuse: tuple[str, ...] | str = ()
    shuffle: bool = True
    caps: Caps = Field(Caps(), examples=["{good: 100, fair: 75, poor: 40}"])
    include: tuple[NonEmpty, ...] | NonEmpty = ()
    carry: dict[str, NonEmpty] = {}
    states: Annotated[int, Field(ge=1000, le=5_000_000)] = LIMIT
    prompts: Annotated[tuple[NonEmpty, ...], AfterValidator(_three)] = ()

    def speakers(self) -> dict[str, Speaker]:
        """The cast by id."""
        return {id: Speaker(id, member.name, member.role) for id, member in self.cast.items()}

    def variables(self) -> tuple[tuple[Variable, Type, Meter], ...]:
        """The variables in the order of the head, each with its type and what the learner sees of it."""
        return tuple(_variable(name, value) for name, value in self.vars.items())

    def most_hundredths(self) -> dict[Rating, int]:
        """The caps in hundredths."""
        return {"good": 100 * self.caps.good, "fair": 100 * self.caps.fair, "poor": 100 * self.caps.poor}


class SharedHead(_Settings):
    """All that an author may set for a file of nodes: what else there is to set, each scenario sets for itself."""

    excuse: tuple[str, ...] | str = ()


def read_settings(head: Head, report: Report) -> tuple[SceneHead, Head]:
    """The settings, and the head that knows what of them was lost; faults are reported (CW020 to CW022, CW200)."""
    validated = validate(SceneHead, head, {"title": "A call at ten to five", "start": "opening"})
    for diagnostic in validated.diagnostics:
        report(diagnostic)
    for name in validated.value.vars:
        if name in RESERVED or not name.replace("-", "").replace("_", "").isalnum() or name[0].isdigit():
            message = f"'{name}' cannot name a variable: use letters, digits and hyphens, and no word of conditions."
            report(Diagnostic("CW200", head.key("vars", name), message))
    return validated.value, validated.head


def check_shared(head: Head, report: Report) -> None:
    """The faults in the head of a file of nodes (CW020, CW022)."""
    for diagnostic in validate(SharedHead, head).diagnostics:
        report(diagnostic)


def listed(key: str, ids: Sequence[str], head: Head) -> tuple[Word, ...]:
    """The ids of a list in the head, each with its place."""
    return tuple(Word(id, head.value(key, index)) for index, id in enumerate(ids))


def check_points(settings: SceneHead, head: Head, points: Collection[str], report: Report) -> None:
    """CW217 for a marking point of `assesses` or `facts` that course.yaml does not declare."""
    facts = [Word(point, head.value("facts", fact)) for fact, point in settings.facts.items()]
    for word in (*listed("assesses", settings.assesses, head), *facts):
        if word.value not in points:
            message = f"course.yaml has no marking point '{word.value}'{did_you_mean(word.value, points)}."
            report(Diagnostic("CW217", word.span, message))


def check_demand(settings: SceneHead, head: Head, techniques: Collection[str], report: Report) -> None:
    """CW022 where a play must show more techniques than course.yaml declares."""
    if settings.techniques.min > len(techniques):
        message = f"`techniques.min` must be at most {len(techniques)}, as many techniques as course.yaml declares."
        report(Diagnostic("CW022", head.value("techniques", "min"), message))


def _variable(name: str, given: VariableSettings) -> tuple[Variable, Type, Meter]:
    if isinstance(given.start, bool):
        return Variable(name, int(given.start), 0, 1), "yes or no", Meter(given.label, given.show or "hidden", ())
    low, high = given.min or 0, given.max or 0
    label = given.label or name.replace("-", " ").replace("_", " ").capitalize()
    return Variable(name, given.start, low, high), "number", Meter(label, given.show or "words", given.words)
