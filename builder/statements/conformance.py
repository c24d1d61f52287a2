"""Whether statements are as a profile says: their templates, the extensions, the answers, and the order of a session.

It reads the published document and nothing else, so that whoever has it can hold statements to it, wherever they were
recorded. What is not asked here is what every LRS asks of any statement; tincan is asked for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from tincan.statement import Statement

from builder.statements.locations import found
from builder.statements.profile import SESSION

Json = Mapping[str, Any]

_LISTS = ("parent", "grouping", "category", "other")
_EXTENSIONS = {"ContextExtension": "context", "ResultExtension": "result"}
_FIRST_SIGN = 0xE000
_OPERATORS = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_LISTED = {"choice": ("choices",), "sequencing": ("choices",), "likert": ("scale",), "matching": ("source", "target")}


def violations(statement: Json, profile: Json) -> list[str]:
    """What of the profile a statement does not meet, a sentence each; none where it is as it should be."""
    statement = _normal(statement)
    problems = [*_impossible(statement), *_misplaced(statement, profile), *_unreadable(statement)]
    matching = _templates(statement, profile)
    if len(matching) != 1:
        verb, type = _determining(statement)
        return [*problems, f"{len(matching)} templates are for {verb} of {type}"]
    return [*problems, *(f"{_last(matching[0]['id'])}: {problem}" for problem in _broken(statement, matching[0]))]


def disorder(statements: Sequence[Json], profile: Json, pattern: str = SESSION) -> list[str]:
    """What is wrong with the order of statements, by the profile's pattern of that name: of one session by itself, or
    `registration`. One sentence, or none.
    """
    patterns = {each["id"]: each for each in profile["patterns"]}
    signs = {each["id"]: chr(_FIRST_SIGN + i) for i, each in enumerate(profile["templates"])}
    told = [_templates(_normal(each), profile) for each in statements]
    if not all(told):
        return ["a statement has no template"]
    names = [each[0]["id"] for each in told]
    wanted = next(each for id, each in patterns.items() if _last(id) == pattern)
    text = "".join(signs[name] for name in names)
    if re.fullmatch(_regex(wanted, patterns, signs), text):
        return []
    return [f"no {pattern}: {', '.join(map(_last, names))}"]


def _normal(statement: Json) -> Json:
    """With lists for single context activities (xAPI 1.0.3, Data 2.4.6.2)."""
    context = _members(statement.get("context"))
    activities = _members(context.get("contextActivities"))
    if not activities:
        return statement
    listed = {
        name: [one] if isinstance(one := activities[name], dict) else one for name in _LISTS if name in activities
    }
    return {**statement, "context": {**context, "contextActivities": {**activities, **listed}}}


def _impossible(statement: Json) -> Iterator[str]:
    """What tincan, which reads nothing but its own properties, cannot take."""
    try:
        Statement(deepcopy(dict(statement))).to_json()
    except (TypeError, ValueError, AttributeError) as problem:
        yield f"no statement: {problem}"


def _templates(statement: Json, profile: Json) -> list[Json]:
    told = _determining(statement)
    return [each for each in profile["templates"] if (each["verb"], each["objectActivityType"]) == told]


def _determining(statement: Json) -> tuple[object, object]:
    """The verb and the type of the object; None for what is not there."""
    verbs, types = found("$.verb.id", statement), found("$.object.definition.type", statement)
    return next(iter(verbs), None), next(iter(types), None)


def _members(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _broken(statement: Json, template: Json) -> Iterator[str]:
    for rule in template["rules"]:
        location, presence = rule["location"], rule.get("presence")
        values = found(location, statement)
        if presence == "included" and not values:
            yield f"{location} is missing"
        elif presence == "excluded" and values:
            yield f"{location} must not be there"
        elif values and any(value not in rule.get("all", values) for value in values):
            yield f"{location} must be {rule['all']}, and is {values}"
        elif values and not any(value in rule.get("any", values) for value in values):
            yield f"{location} must have one of {rule['any']}, and has {values}"


def _misplaced(statement: Json, profile: Json) -> Iterator[str]:
    """Our extensions where they do not belong, and ones that look like ours."""
    known = {each["id"]: _EXTENSIONS.get(each["type"]) for each in profile["concepts"]}
    for place in _EXTENSIONS.values():
        for key in _members(_members(statement.get(place)).get("extensions")):
            if key.startswith(f"{profile['id']}/") and known.get(key) != place:
                yield f"{key} is no extension of {place}"


def _unreadable(statement: Json) -> Iterator[str]:
    """A response that says what the interaction's definition does not know."""
    kind = next(iter(found("$.object.definition.interactionType", statement)), None)
    response = next(iter(found("$.result.response", statement)), None)
    if not isinstance(kind, str) or not isinstance(response, str):
        return
    lists = [found(f"$.object.definition.{name}[*].id", statement) for name in _LISTED.get(kind, ())]
    for part in response.split("[,]") if lists and response else ():
        ids = part.split("[.]")
        if len(ids) != len(lists) or any(id not in known for id, known in zip(ids, lists, strict=True)):
            yield f"the response {response!r} says {part!r}, which is none of its {' and '.join(_LISTED[kind])}"
    if kind == "true-false" and response not in ("true", "false"):
        yield f"the response {response!r} is neither true nor false"


def _regex(pattern: Json, patterns: Mapping[str, Json], signs: Mapping[str, str]) -> str:
    """The pattern over the templates' signs."""

    def part(id: str) -> str:
        return signs[id] if id in signs else _regex(patterns[id], patterns, signs)

    def parts(ids: Iterable[str]) -> list[str]:
        return [part(id) for id in ids]

    for name, operator in _OPERATORS.items():
        if name in pattern:
            return f"(?:{part(pattern[name])}){operator}"
    if "alternates" in pattern:
        return f"(?:{'|'.join(parts(pattern['alternates']))})"
    return "".join(parts(pattern["sequence"]))


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
