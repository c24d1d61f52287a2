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

from pydantic import BeforeValidator, Field, PrivateAttr

from builder.source.outputs import Outputs, usual_outputs
from builder.source.slug import ID
from builder.source.strict_model import NonEmpty, StrictModel, misshapen, shaped
from builder.source.syntax import Head

# The shape of a language tag (BCP 47, RFC 5646 section 2.1): language, script, region, variants, extensions, private.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*"
    r"(-[A-WY-Za-wy-z\d](-[A-Za-z\d]{2,8})+)*(-[xX](-[A-Za-z\d]{1,8})+)?"
)
# An absolute IRI (RFC 3987): a scheme, a colon and something after it, without spaces or the characters it forbids.
_IRI = re.compile(r"[A-Za-z][A-Za-z\d+.-]*:[^\s<>\"{}|\\^`]+")


def _all_or_list(value: object) -> object:
    if value == "all" or (isinstance(value, tuple) and all(isinstance(part, str) for part in value)):
        return value
    raise misshapen("must be `all` or a list of page ids")


Id = Annotated[str, shaped(ID, "must be lower-case letters and digits joined by hyphens, 80 at most")]
# Reports name them as objectives: SCORM 1.2's CMIIdentifier has letters, digits, hyphens and underscores.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
Name = Annotated[str, shaped(_NAME, "is no id: write letters, digits and hyphens")]
Percent = Annotated[int, Field(ge=0, le=100)]
Evidence = Literal["taught", "practised", "assessed", "scenario", "record", "observation", "reflection", "evidence"]
Variable = str | dict[str, str]


class Technique(StrictModel):
    """What a choice may show. `family` groups techniques in debriefs."""

    label: NonEmpty
    family: str = ""


class Needs(StrictModel):
    """A topic or marking point: its words, and the kinds of evidence that the course must hold for it."""

    text: NonEmpty
    needs: tuple[Evidence, ...] = ()


class Outcome(StrictModel):
    """What a learner can do afterwards, and the ids of what shows it."""

    id: Name
    text: NonEmpty
    assessed_by: tuple[str, ...] = ()


class Scoring(StrictModel):
    """The pass mark in per cent (none: the course is completed, never passed or failed) and each part's weight."""

    pass_mark: Annotated[Percent | None, Field(alias="pass")] = None
    parts: dict[str, Percent] = Field(default_factory=dict)


class Completion(StrictModel):
    """What must be done: all pages or those of these ids, and the activities of these ids."""

    pages: Annotated[Literal["all"] | tuple[str, ...], BeforeValidator(_all_or_list)] = "all"
    required: tuple[str, ...] = ()


class FreeText(StrictModel):
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
    raise misshapen("must be a day such as 2026-11-23")


Day = Annotated[date, BeforeValidator(_day)]


class Law(StrictModel):
    """When the law in the course was checked, by when it must be again, and whose law it is."""

    checked: Day | None = None
    review_by: Day | None = None
    jurisdiction: str = ""


class CourseSettings(StrictModel):
    """All of course.yaml. Where the author's file had faults, the defaults stand in for what was left out."""

    id: Id
    title: NonEmpty
    description: str = ""
    language: Annotated[str, shaped(_LANGUAGE, "must be a language tag such as en-GB or cy")]
    version: Annotated[str, Field(min_length=1, max_length=50)]
    iri: Annotated[str, shaped(_IRI, "must be an absolute address such as https://example.org/courses/this-one")]
    keywords: tuple[str, ...] = ()
    variables: dict[str, Variable] = Field(default_factory=dict)
    techniques: dict[str, Technique] = Field(default_factory=dict)
    topics: dict[Name, Needs] = Field(default_factory=dict)
    marking_points: dict[Name, Needs] = Field(default_factory=dict)
    misconceptions: dict[Name, NonEmpty] = Field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()
    scoring: Scoring = Scoring()
    completion: Completion = Completion()
    outputs: Outputs = Field(default_factory=usual_outputs)
    free_text: FreeText = FreeText()
    law: Law | None = None
    theme: NonEmpty = "base"
    checks: dict[str, Literal["error", "warning", "off"]] = Field(default_factory=dict)

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
