"""course.yaml as typed values: what an author may set for a whole course, with its defaults.

One declaration serves three ends: the check of what was written (builder/source/validate.py gives every fault its
place), the values that later stages read, and the JSON Schema for editors (`schema()`). In YAML, keys are words joined
by hyphens (`marking-points`); in Python, the same with underscores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from builder.source.slug import ID
from builder.source.syntax import Head

# The shape of a language tag (BCP 47, RFC 5646 section 2.1): language, script, region, variants, extensions, private.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*"
    r"(-[A-WY-Za-wy-z\d](-[A-Za-z\d]{2,8})+)*(-[xX](-[A-Za-z\d]{1,8})+)?"
)
# An absolute IRI (RFC 3987): a scheme, a colon and something after it, without spaces or the characters it forbids.
_IRI = re.compile(r"[A-Za-z][A-Za-z\d+.-]*:[^\s<>\"{}|\\^`]+")


def _shaped(pattern: re.Pattern[str], sentence: str) -> AfterValidator:
    def check(value: str) -> str:
        if pattern.fullmatch(value):
            return value
        raise PydanticCustomError("shape", "{sentence}", {"sentence": sentence})

    return AfterValidator(check)


def _empty_is_default(value: object) -> object:
    """`scorm12:` with nothing after it asks for the format as it comes, like `scorm12: {}`."""
    return {} if value is None else value


def _all_or_list(value: object) -> object:
    if value == "all" or (isinstance(value, tuple) and all(isinstance(part, str) for part in value)):
        return value
    raise PydanticCustomError("shape", "must be `all` or a list of page ids")


NonEmpty = Annotated[str, Field(min_length=1)]
Id = Annotated[str, _shaped(ID, "must be lower-case letters and digits joined by hyphens, 80 at most")]
# Reports name them as objectives: SCORM 1.2's CMIIdentifier has letters, digits, hyphens and underscores.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
Name = Annotated[str, _shaped(_NAME, "is no id: write letters, digits and hyphens")]
Percent = Annotated[int, Field(ge=0, le=100)]
Evidence = Literal["taught", "practised", "assessed", "scenario", "record", "observation", "reflection", "evidence"]
Variable = str | dict[str, str]


class _Model(BaseModel):
    """Frozen, strict (`80` is no text and `"80"` no number) and closed: an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Technique(_Model):
    """What a choice may show. `family` groups techniques in debriefs."""

    label: NonEmpty
    family: str = ""


class Needs(_Model):
    """A topic or marking point: its words, and the kinds of evidence that the course must hold for it."""

    text: NonEmpty
    needs: tuple[Evidence, ...] = ()


class Outcome(_Model):
    """What a learner can do afterwards, and the ids of what shows it."""

    id: Name
    text: NonEmpty
    assessed_by: tuple[str, ...] = ()


class Scoring(_Model):
    """The pass mark in per cent (none: the course is completed, never passed or failed) and each part's weight."""

    pass_mark: Annotated[Percent | None, Field(alias="pass")] = None
    parts: dict[str, Percent] = {}


class Completion(_Model):
    """What must be done: all pages or those of these ids, and the activities of these ids."""

    pages: Annotated[Literal["all"] | tuple[str, ...], BeforeValidator(_all_or_list)] = "all"
    required: tuple[str, ...] = ()


class Scorm12(_Model):
    """`lms_decides`: put the pass mark into the manifest, so that the LMS may override the content's status.

    `answers`: whether the options that a learner chose are reported by letters, as the standard has it, or in words.
    """

    lms_decides: bool = False
    answers: Literal["letters", "words"] = "letters"


class Scorm2004(_Model):
    """`edition` 4 is the only one so far; `lms_decides` as in SCORM 1.2, by thresholds in the manifest."""

    edition: Literal[4] = 4
    lms_decides: bool = False


class Html(_Model):
    """A web page that needs no LMS."""


class Outputs(_Model):
    """The formats to build: those that are there."""

    scorm12: Annotated[Scorm12 | None, BeforeValidator(_empty_is_default)] = None
    scorm2004: Annotated[Scorm2004 | None, BeforeValidator(_empty_is_default)] = None
    html: Annotated[Html | None, BeforeValidator(_empty_is_default)] = None


class FreeText(_Model):
    """Where long texts are kept for resuming, and whether they go into reports to the LMS."""

    resume: Literal["lms", "device"] = "lms"
    report: bool = False


def _day(value: object) -> object:
    """YAML 1.2 has no dates: `2026-11-23` arrives as text."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("shape", "must be a day such as 2026-11-23")


Day = Annotated[date, BeforeValidator(_day)]


class Law(_Model):
    """When the law in the course was checked, by when it must be again, and whose law it is."""

    checked: Day | None = None
    review_by: Day | None = None
    jurisdiction: str = ""


def _every_format() -> Outputs:
    return Outputs(scorm12=Scorm12(), scorm2004=Scorm2004(), html=Html())


class CourseSettings(_Model):
    """All of course.yaml. Where the author's file had faults, the defaults stand in for what was left out."""

    id: Id
    title: NonEmpty
    description: str = ""
    language: Annotated[str, _shaped(_LANGUAGE, "must be a language tag such as en-GB or cy")]
    version: Annotated[str, Field(min_length=1, max_length=50)]
    iri: Annotated[str, _shaped(_IRI, "must be an absolute address such as https://example.org/courses/this-one")]
    keywords: tuple[str, ...] = ()
    variables: dict[str, Variable] = {}
    techniques: dict[str, Technique] = {}
    topics: dict[Name, Needs] = {}
    marking_points: dict[Name, Needs] = {}
    misconceptions: dict[Name, NonEmpty] = {}
    outcomes: tuple[Outcome, ...] = ()
    scoring: Scoring = Scoring()
    completion: Completion = Completion()
    outputs: Outputs = Field(default_factory=_every_format)
    free_text: FreeText = FreeText()
    law: Law | None = None
    theme: NonEmpty = "base"
    checks: dict[str, Literal["error", "warning", "off"]] = {}

    _faulty: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def faulty(self) -> frozenset[str]:
        """The top-level keys (as in YAML) of which something was left out after an error; `""` where any could be."""
        return self._faulty

    def is_faulty(self, key: str) -> bool:
        """Whether what this top-level key lacks may be missing only because of an error already reported."""
        return key in self._faulty or "" in self._faulty

    def marked(self, faulty: frozenset[str]) -> Self:
        """The same settings with the names of the keys that lost something."""
        copy = self.model_copy()
        copy._faulty = faulty
        return copy

    @property
    def words(self) -> Mapping[str, str]:
        """The variables by the name that `{{org.phone}}` uses."""
        return dict(_flat(self.variables))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings with the places they come from: `head.value("scoring", "pass")`, by the keys of the YAML."""

    value: CourseSettings
    head: Head


def schema() -> dict[str, object]:
    """The JSON Schema of course.yaml, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **CourseSettings.model_json_schema()}


def _flat(variables: Mapping[str, Variable]) -> Iterator[tuple[str, str]]:
    for name, value in variables.items():
        if isinstance(value, str):
            yield name, value
        else:
            yield from ((f"{name}.{part}", text) for part, text in value.items())
