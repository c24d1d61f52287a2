"""The course's own xAPI profile, as JSON-LD (xAPI Profiles 1.0, Document Structure): what its statements are made of,
what each kind of them holds, and in which order they come. The same course gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from builder.course.kind import Json
from builder.course.model import Course
from builder.statements.names import Names
from builder.statements.templates import Rule, Template, templates
from builder.statements.verbs import MEANINGS, TYPES, VERBS

PROFILE_FILE = "xapi-profile.jsonld"
SESSION = "session"
"""The pattern of one session of one window."""

_CONTEXT = "https://w3id.org/xapi/profiles/context"
_CONFORMS_TO = "https://w3id.org/xapi/profiles#1.0"
_MADE = "2026-11-24T00:00:00.000Z"
"""When statements became as this version of the profile says."""

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class _Extension:
    name: str
    type: str
    verb: str
    label: str
    definition: str


_EXTENSIONS = (
    _Extension(
        "node", "ContextExtension", "responded", "node", "The id of the scenario's node at which it was chosen."
    ),
    _Extension("choice", "ResultExtension", "responded", "choice", "The id of the choice that was made."),
)


def profile(course: Course) -> dict[str, Json]:
    """The document's values."""
    names = Names(course.settings.iri)
    title = course.settings.title
    return {
        "@context": _CONTEXT,
        "id": names.profile,
        "type": "Profile",
        "conformsTo": _CONFORMS_TO,
        "prefLabel": {course.settings.language: title},
        "definition": _said(f"What the course “{title}” says to a learning record store, statement by statement."),
        "author": {"type": "Organization", "name": "Coursewright"},
        "versions": [{"id": names.profile_version, "generatedAtTime": _MADE}],
        "concepts": [*_concepts(names)],
        "templates": [_template(names, each) for each in templates(names)],
        "patterns": [*_patterns(names)],
    }


def profile_file(course: Course) -> dict[str, bytes]:
    """The document as a file of a package."""
    text = json.dumps(profile(course), ensure_ascii=False, indent=1)
    return {PROFILE_FILE: f"{text}\n".encode()}


def pattern_id(names: Names, name: str) -> str:
    """The IRI of one of the profile's patterns."""
    return f"{names.profile}/patterns/{name}"


def _concepts(names: Names) -> Iterator[Json]:
    for name, iri in VERBS.items():
        yield _concept(names, iri, "Verb", name, MEANINGS[name])
    for iri, (label, meaning) in TYPES.items():
        yield _concept(names, iri, "ActivityType", label, meaning)
    for each in _EXTENSIONS:
        concept = _concept(names, names.extension(each.name), each.type, each.label, each.definition)
        yield {**concept, "recommendedVerbs": [VERBS[each.verb]], "inlineSchema": json.dumps({"type": "string"})}


def _concept(names: Names, iri: str, type: str, label: str, definition: str) -> dict[str, Json]:
    return {
        "id": iri,
        "type": type,
        "inScheme": names.profile_version,
        "prefLabel": _said(label),
        "definition": _said(definition),
    }


def _template_id(names: Names, name: str) -> str:
    return f"{names.profile}/templates/{name}"


def _template(names: Names, template: Template) -> dict[str, Json]:
    definition = f"{template.definition} Alone where the launch brought no registration."
    return {
        **_concept(names, _template_id(names, template.name), "StatementTemplate", template.name, definition),
        "allowedSolo": True,
        "verb": VERBS[template.verb],
        "objectActivityType": template.object_type,
        "rules": [_rule(rule) for rule in template.rules],
    }


def _rule(rule: Rule) -> dict[str, Json]:
    return {
        "location": rule.location,
        "presence": rule.presence,
        **({"all": [*rule.all]} if rule.all else {}),
        **({"any": [*rule.any]} if rule.any else {}),
    }


def _patterns(names: Names) -> Iterator[Json]:
    """A registration may be open in two windows at once, whose statements come in turn: only its beginning is sure."""

    def pattern(name: str, how: str, of: Json, **more: Json) -> dict[str, Json]:
        return {
            "id": pattern_id(names, name),
            "type": "Pattern",
            "inScheme": names.profile_version,
            how: of,
            **more,
        }

    def template(*found: str) -> list[Json]:
        return [_template_id(names, name) for name in found]

    every = [each.name for each in templates(names)]
    around = ("initialized", "resumed", "suspended", "terminated")
    (opened,) = template("initialized")
    yield pattern("anything", "alternates", template(*every))
    yield pattern("all-that-follows", "zeroOrMore", pattern_id(names, "anything"))
    yield pattern(
        "registration",
        "sequence",
        [opened, pattern_id(names, "all-that-follows")],
        primary=True,
        prefLabel=_said("registration"),
        definition=_said("Everything about one learner's attempt, by the time of each statement."),
    )
    yield pattern("one-thing-done", "alternates", template(*(name for name in every if name not in around)))
    yield pattern("all-that-is-done", "zeroOrMore", pattern_id(names, "one-thing-done"))
    optional = ("resumed", "suspended", "terminated")
    for name in optional:
        yield pattern(f"{name}-or-not", "optional", _template_id(names, name))
    resumed, suspended, terminated = (pattern_id(names, f"{name}-or-not") for name in optional)
    yield pattern(
        SESSION,
        "sequence",
        [opened, resumed, pattern_id(names, "all-that-is-done"), suspended, terminated],
        prefLabel=_said("session"),
        definition=_said(
            "What one window says from opening the course to leaving it; a window that dies says no more."
        ),
    )


def _said(text: str) -> dict[str, Json]:
    return {_ENGLISH: text}
