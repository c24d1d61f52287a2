"""What each kind of statement holds, as data: the templates of the course's profile, which our statements meet.

A template is found by the verb and the type of the object, so that every statement has exactly one. Locations are
JSONPath, as far as builder/statements/conformance.py reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.statements.names import Names
from builder.statements.verbs import COURSE, INTERACTION, PAGE, PROGRESS, QUIZ, SCENARIO


@dataclass(frozen=True, slots=True)
class Rule:
    """What must, must not or should be at a place of a statement, and the only values that may stand there."""

    location: str
    presence: Literal["included", "excluded", "recommended"]
    all: tuple[bool | str, ...] = ()
    any: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of statement. `verb` is a short name, `object_type` an IRI."""

    name: str
    verb: str
    object_type: str
    definition: str
    rules: tuple[Rule, ...]


def templates(names: Names) -> tuple[Template, ...]:
    """Every kind of statement of the course with these names, in the order in which they first come in a session."""
    return tuple(_templates(names))


def _templates(names: Names) -> Iterator[Template]:
    common = (
        _must("$.id"),
        _must("$.timestamp"),
        _must("$.context.platform"),
        _must("$.context.language"),
        _must("$.context.revision"),
        Rule("$.context.registration", "recommended"),
        Rule("$.context.contextActivities.category[*].id", "included", any=(names.profile_version,)),
        Rule("$.context.contextActivities.grouping[*].id", "included", any=(names.iri,)),
    )
    within = (*common, _must("$.context.contextActivities.parent[*].id"))
    asked = (
        *within,
        _must("$.object.definition.interactionType"),
        _must("$.object.definition.description"),
        _must("$.result.response"),
        _must("$.result.duration"),
        Rule("$.result.success", "recommended"),
        Rule("$.result.score.scaled", "recommended"),
    )
    ended = (_must("$.result.duration"), Rule("$.result.completion", "included", all=(True,)))

    yield Template("initialized", "initialized", COURSE, "The course was opened.", (*common, _no("$.result")))
    yield Template(
        "resumed",
        "resumed",
        COURSE,
        "Something of an earlier session was there; after initialized.",
        (*common, _no("$.result")),
    )
    yield Template(
        "experienced", "experienced", PAGE, "A page was shown for the first time.", (*within, _no("$.result"))
    )
    yield Template(
        "exited",
        "exited",
        PAGE,
        "A page went out of view; the duration is how long it was in view.",
        (*within, _must("$.result.duration"), _no("$.result.score")),
    )
    yield Template(
        "answered",
        "answered",
        INTERACTION,
        "A question was answered, or a scenario ended. What is neither right nor wrong has no success, and only a "
        "scenario's end has a score then.",
        asked,
    )
    yield Template(
        "responded",
        "responded",
        INTERACTION,
        "A choice was made at a node of a scenario.",
        (
            *asked,
            _must("$.object.definition.choices[*].id"),
            _must(f"$.context.extensions['{names.extension('node')}']"),
            _must(f"$.result.extensions['{names.extension('choice')}']"),
        ),
    )
    yield Template("scored-quiz", "completed", QUIZ, "A quiz was submitted.", (*within, *ended))
    yield Template("scored-scenario", "completed", SCENARIO, "A play came to an ending.", (*within, *ended))
    yield Template(
        "progressed",
        "progressed",
        COURSE,
        "More of the course is done, in whole per cent from 1 to 99; never said again for less.",
        (*common, _must(f"$.result.extensions['{PROGRESS}']"), _no("$.result.completion"), _no("$.result.success")),
    )
    yield Template(
        "completed",
        "completed",
        COURSE,
        "The course is done. Said once; passed or failed says with which result.",
        (*common, *ended, _no("$.result.success")),
    )
    for verb, success in (("passed", True), ("failed", False)):
        yield Template(
            verb,
            verb,
            COURSE,
            f"The course is done, and {verb}. Said once, after completed; the score is the share of all, from 0 to 1.",
            (
                *common,
                _must("$.result.duration"),
                _must("$.result.score.scaled"),
                Rule("$.result.success", "included", all=(success,)),
                _no("$.result.completion"),
            ),
        )
    yield Template(
        "suspended",
        "suspended",
        COURSE,
        "The course was left before it was done; the duration is the session's.",
        (*common, _must("$.result.duration"), _no("$.result.completion"), _no("$.result.success")),
    )
    yield Template(
        "terminated",
        "terminated",
        COURSE,
        "The course was left; the duration is the session's.",
        (*common, _must("$.result.duration"), _no("$.result.completion"), _no("$.result.success")),
    )


def _must(location: str) -> Rule:
    return Rule(location, "included")


def _no(location: str) -> Rule:
    return Rule(location, "excluded")
