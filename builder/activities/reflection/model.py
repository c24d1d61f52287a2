"""A form of prompts to write to. Never marked; complete when submitted. examples.md shows what authors write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.activities.reflection.codes import CODES
from builder.course.attributes import Faults, known_only, least_and_most, listed, whole
from builder.course.items import same_id
from builder.course.kind import ALONE, Activity, Json, Kind, Part, Render, Setting, Surroundings
from builder.course.numbers import Numbers
from builder.course.record import Field, Group, RecordShape, Uint, Utf8
from builder.course.response import Answer, Texts, options_of
from builder.source.grammar import EXCUSE, Grammar
from builder.source.markdown import Reference, plain
from builder.source.slug import slug
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Block, Item, SceneSyntax, Text, Word

DEFAULT_MAX = 6_000
MOST_MAX = 60_000


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to write about. `max` is in bytes of UTF-8, said at `max_span`; `words` is its text without markup."""

    id: Word
    derived: bool
    text: Text
    words: str
    max: int
    max_span: Span


@dataclass(frozen=True, slots=True)
class Reflection:
    """`length` is the least and the most words, all prompts together; `report` sends the texts into reports; `notes`
    are the ids of the scenarios whose notes it takes up.
    """

    id: Word
    derived_id: bool
    span: Span
    intro: tuple[Text, ...]
    prompts: tuple[Prompt, ...]
    length: tuple[int, int] | None
    assesses: tuple[Word, ...]
    report: bool
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return KIND.name

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
        return (*self.intro, *(prompt.text for prompt in self.prompts))

    @property
    def images(self) -> tuple[Reference, ...]:
        return ()

    @property
    def heaviest(self) -> Span:
        """Where the state's longest text gets its length."""
        return max(self.prompts, key=lambda prompt: prompt.max).max_span

    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(prompt.id, "field", derived=prompt.derived) for prompt in self.prompts)

    def record(self, numbers: Numbers, keeps_texts: bool) -> RecordShape:
        fields: list[Field] = [Uint("submitted", 1)]
        if keeps_texts:
            # By number, with an empty place for a prompt that is gone: fields are never taken away.
            most = {numbers[self.id.value, prompt.id.value]: prompt.max for prompt in self.prompts}
            last = numbers.most("field", self.id.value)
            fields += [Utf8(f"text{number}", most.get(number, 0)) for number in range(1, last + 1)]
        return RecordShape((Group("latest", tuple(fields)),))

    def data(self, numbers: Numbers, render: Render) -> dict[str, Json]:
        return {
            **({"from": [numbers[id] for id in self.notes]} if self.notes else {}),
            "fields": [
                {"n": n, "id": prompt.id.value, "text": prompt.words, "max": prompt.max}
                for prompt in self.prompts
                for n in (numbers[self.id.value, prompt.id.value],)
            ],
            "words": None if self.length is None else [*self.length],
            "report": self.report,
            "objectives": [word.value for word in self.assesses],
        }


class ReflectionKind(Kind):
    """`::: reflection`."""

    name = "reflection"
    grammar = Grammar(
        attributes=frozenset({"words", "assesses", "from"}),
        details=frozenset({EXCUSE}),
        boxes=frozenset({""}),
        item_details=frozenset({EXCUSE}),
        item_attributes=frozenset({"max"}),
    )
    folder = Path(__file__).parent
    hooks = (
        "form",
        "[data-kept]",
        "[data-missed] p",
        "[data-missed] [data-retry]",
        "[data-where=review]",
        "[data-where=window]",
        "[data-where=device]",
        "[data-where=lms]",
        "[data-where=unsent]",
        "[data-field] [data-prompt]",
        "[data-field] textarea",
        "[data-field] [data-count]",
        "[data-field] [data-error] [data-excess]",
        "[data-summary] [data-total]",
        "[data-state] [data-say=submitted]",
        "[data-state] [data-say=empty]",
        "[data-state] [data-say=erased]",
        "[data-actions] [type=submit]",
        "[data-actions] [data-download]",
        "[data-actions] [data-erase]",
    )

    codes = CODES

    def hooks_of(self, activity: Activity) -> tuple[str, ...]:
        assert isinstance(activity, Reflection)
        notes = (".reflection-notes [data-later]", ".reflection-notes [data-retry]") if activity.notes else ()
        return (*self.hooks, *notes)

    def later(self, activity: Activity) -> tuple[str, ...]:
        """The form, and what takes up notes."""
        assert isinstance(activity, Reflection)
        return ("form", "notes") if activity.notes else ("form",)

    def compile(self, source: Block | SceneSyntax, setting: Setting) -> Activity | None:
        assert isinstance(source, Block)
        faults = Faults(setting.report)
        course = setting.course
        length = least_and_most(source.attributes, "words", faults)
        assesses = listed(source.attributes, "assesses")
        if not course.is_faulty("marking-points"):
            known_only(assesses, course.marking_points, "`marking-points:`", faults)
        notes = tuple(_scenarios(source, setting, faults))
        prompts = tuple(found for item in source.items if (found := _prompt(item, setting, faults)) is not None)
        same_id([prompt.id for prompt in prompts], "prompt", faults)
        if not source.items and not source.faulty:
            faults("CW312", source.kind.span, "This reflection has no prompts. Write each as an item: `- Why?`")
        if faults.found or not prompts:
            return None
        id = source.attributes.id or Word(prompts[0].id.value, prompts[0].text.span)
        report = course.free_text.report
        derived = source.attributes.id is None
        return Reflection(id, derived, source.span, source.texts, prompts, length, assesses, report, notes)

    def excerpted(self, activity: Activity, there: Surroundings) -> Activity | None:
        assert isinstance(activity, Reflection)
        notes = tuple(scenario for scenario in activity.notes if scenario in there.activities)
        if notes == activity.notes:
            return activity
        gone = ", ".join(scenario for scenario in activity.notes if scenario not in notes)
        message = f"The notes that this takes up are in other modules ({gone}). {ALONE} they are not shown."
        there.lost(activity.span, message)
        return replace(activity, notes=notes)

    def key(self, activity: Activity, data: Mapping[str, Json]) -> tuple[Answer, ...]:
        """Its prompts, where what was written is reported."""
        prompts = options_of(data, "fields") if data["report"] else ()
        return tuple(Answer(Texts((), long=True), part=prompt.id, prompt=prompt.text) for prompt in prompts)


def _scenarios(source: Block, setting: Setting, faults: Faults) -> Iterator[str]:
    """The scenarios that `from` names, each once; CW372 for what is none."""
    known = setting.outline.scenes
    for word in {word.value: word for word in listed(source.attributes, "from")}.values():
        if word.value in known:
            yield word.value
        elif word.value not in setting.outline.lost:
            hint = did_you_mean(word.value, known) or ": name one by its file's name, without .scene.md"
            faults("CW372", word.span, f"There is no scenario '{word.value}'{hint}.")


def _prompt(item: Item, setting: Setting, faults: Faults) -> Prompt | None:
    for inner in item.items[:1]:
        faults("CW315", inner.span, "A prompt holds no list. Say it in a sentence, or make each line a prompt.")
    most = whole(item.attributes, "max", DEFAULT_MAX, MOST_MAX, faults)
    if item.text is None:
        if not item.faulty:
            faults("CW314", item.span, "This prompt is empty. Write what the learner is asked.")
        return None
    id = item.attributes.id or Word(slug(plain(item.text)), item.text.span)
    said = item.attributes.values.get("max")
    place = said.span if said is not None else item.text.span
    return Prompt(id, item.attributes.id is None, item.text, plain(item.text, setting.course.words), most, place)


KIND = ReflectionKind()
