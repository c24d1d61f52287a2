"""Plain YAML values to a pydantic model, every fault a diagnostic at its place, and a usable value all the same.

What can only have been meant one way is taken so after the error (a misspelt key), or without one (a number where text
belongs). What is wrong is left out, and the head remembers under which top-level key, so that later stages do not
report what only follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from builder.source.diagnostic import Diagnostic
from builder.source.suggest import did_you_mean, nearest
from builder.source.syntax import Head
from builder.source.yaml_values import Path

M = TypeVar("M", bound=BaseModel)
Reason = tuple[str, str]
"""A code and the message for it."""

_MOST_LISTED = 8
_NO = ("no", "false", "none", "never")


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """The model's value, the head with what is left of the author's values, and the faults."""

    value: M
    head: Head
    diagnostics: tuple[Diagnostic, ...]


def validate(
    model: type[M],
    head: Head,
    required: Mapping[str, object] | None = None,
    reasons: Mapping[Path, Reason] | None = None,
) -> Validated[M]:
    """Checks the head's values against the model.

    `required` has a stand-in for each key without a default, which is also the example in the message; `reasons` has
    code and message for paths that need their own. Faults: CW020 unknown key, CW021 missing key, CW022 wrong value.
    """
    values = deepcopy(dict(head.values))
    work = _Work(model, head, values, required or {}, reasons or {}, [], set(head.faulty))
    errors = _errors(model, values)
    while sum(_mended(work, path, error) for path, error in errors):
        errors = _errors(model, values)
    for path, error in errors:
        work.report(path, error)
    while errors:
        for path, error in errors:
            _drop(work, path, error["type"] == "missing")
        work.values = _without_gone(work.values)
        errors = _errors(model, work.values)
    kept = replace(work.head, values=work.values, faulty=frozenset(work.faulty))
    return Validated(model.model_validate(_tupled(work.values)), kept, tuple(work.faults))


@dataclass(slots=True)
class _Work:
    """One validation under way."""

    model: type[BaseModel]
    head: Head
    values: Any
    required: Mapping[str, object]
    reasons: Mapping[Path, Reason]
    faults: list[Diagnostic]
    faulty: set[str]

    def report(self, path: Path, error: Mapping[str, Any]) -> None:
        name, kind = ".".join(part for part in path if isinstance(part, str)), error["type"]
        code, span = "CW022", self.head.value(*path)
        if path in self.reasons:
            code, message = self.reasons[path]
            span = self.head.key(*path) if kind == "extra_forbidden" else span
        elif kind == "extra_forbidden":
            known = _known_keys(self.model, path[:-1])
            listed = did_you_mean(str(path[-1]), known)
            if not listed and 0 < len(known) <= _MOST_LISTED:
                listed = f": the keys here are {', '.join(known)}"
            code, span, message = "CW020", self.head.key(*path), f"There is no key `{name}`{listed}."
        elif kind == "missing":
            if len(path) == 1 and "" in self.faulty:
                return
            code, span = "CW021", self.head.key_spans.get(path[:-1]) or self.head.value(*path[:-1])
            example = self.required.get(name) if len(path) == 1 else None
            shown = f", for example `{name}: {example}`." if example else "."
            message = f"`{name}` is missing: add it{self.example(path, ', such as') or shown}"
        else:
            message = f"`{name}` {_sentence(error)}"
            message += (self.example(path, ": write such as") if kind in ("dict_type", "model_type") else "") or "."
        self.faults.append(Diagnostic(code, span, message))
        self.faulty.add(str(path[0]))

    def example(self, path: Path, lead: str) -> str:
        """How the model says that the key above all can be written, behind these words; nothing where it does not."""
        field = self.model.model_fields.get(str(path[0]))
        return f"{lead} `{path[0]}: {field.examples[0]}`." if field and field.examples else ""


_SENTENCES = {
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list, such as [one, two]",
    "dict_type": "must hold `key: value` pairs",
    "model_type": "must hold `key: value` pairs",
}


def _sentence(error: Mapping[str, Any]) -> str:
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    if given is None:
        return "has no value"
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        hint = " (did you mean 'off'?)" if "off" in words and str(given).lower() in _NO else ""
        return f"must be {context['expected']}{hint or did_you_mean(str(given), words)}"
    if kind == "greater_than_equal":
        return f"must be at least {context['ge']}"
    if kind == "less_than_equal":
        return f"must be at most {context['le']}"
    if kind == "string_too_long":
        return f"must have at most {context['max_length']} characters"
    return _SENTENCES.get(kind) or str(error["msg"])


def _errors(model: type[BaseModel], values: object) -> list[tuple[Path, Mapping[str, Any]]]:
    """pydantic's errors by path into the values, one a path and of nested ones the innermost."""
    try:
        model.model_validate(_tupled(values))
    except ValidationError as problem:
        found: dict[Path, Mapping[str, Any]] = {}
        for error in problem.errors(include_url=False):
            missing = error["type"] == "missing"
            path = _real(values, error["loc"][:-1] if missing else error["loc"])
            found.setdefault((*path, error["loc"][-1]) if missing else path, error)
        inner = {path[:length] for path in found for length in range(len(path))}
        return [(path, error) for path, error in found.items() if path not in inner]
    return []


def _real(values: Any, location: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that is keys and indices, without its marks for unions and keys."""
    path: Path = ()
    for part in location:
        if part in values if isinstance(values, dict) else isinstance(values, list) and isinstance(part, int):
            values = values[part]
            path = (*path, part)
    return path


def _at(values: Any, path: Path) -> Any:
    for part in path:
        values = values[part]
    return values


def _known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that may stand in the mapping of that path."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})

    def forms(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        if "$ref" in part:
            yield from forms(definitions[part["$ref"].rpartition("/")[2]])
        elif "anyOf" in part:
            for choice in part["anyOf"]:
                yield from forms(choice)
        else:
            yield part

    here = list(forms(schema))
    for step in path:
        inner = "items" if isinstance(step, int) else "additionalProperties"
        parts = [form.get("properties", {}).get(step) or form.get(inner) for form in here]
        here = [form for part in parts if isinstance(part, dict) for form in forms(part)]
    return tuple(key for form in here for key in form.get("properties", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _mended(work: _Work, path: Path, error: Mapping[str, Any]) -> bool:
    """Whether the fault could be taken as what was meant, so that the values are worth another look."""
    if not path or path in work.reasons:
        return False
    above, given = _at(work.values, path[:-1]), error["input"]
    if error["type"] == "string_type" and isinstance(given, (bool, int, float)):
        above[path[-1]] = work.head.texts[path]
        return True
    if error["type"] == "extra_forbidden":
        meant = nearest(str(path[-1]), _known_keys(work.model, path[:-1]))
        if meant is None or meant in above:
            return False
        work.report(path, error)
        renamed = (*path[:-1], meant)
        work.faulty.add(str(renamed[0]))
        above[meant] = above.pop(path[-1])
        work.head = _renamed(work.head, path, renamed)
        return True
    return False


def _renamed(head: Head, old: Path, new: Path) -> Head:
    def moved(places: Mapping[Path, Any]) -> dict[Path, Any]:
        return {(new + path[len(old) :] if path[: len(old)] == old else path): it for path, it in places.items()}

    return replace(head, key_spans=moved(head.key_spans), value_spans=moved(head.value_spans), texts=moved(head.texts))


def _drop(work: _Work, path: Path, missing: bool) -> None:
    """Takes the faulty value out: a stand-in for a required key, else the smallest part that may be missing."""
    work.faulty.add(str(path[0]))
    if len(path) == 1 and path[0] in work.required:
        work.values[str(path[0])] = work.required[str(path[0])]
        return
    if missing:
        path = path[:-1]
    above = work.values
    for part in path[:-1]:
        above = above[part]
        if above is _GONE:
            return
    above[path[-1]] = _GONE


_GONE = object()
"""Keeps the place of what was taken out, so that the paths of the other faults stay true."""


def _without_gone(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_gone(part) for key, part in value.items() if part is not _GONE}
    if isinstance(value, list):
        return [_without_gone(part) for part in value if part is not _GONE]
    return value


def _tupled(value: Any) -> Any:
    """With tuples for lists: the models are frozen, and strict about it."""
    if isinstance(value, dict):
        return {key: _tupled(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(_tupled(part) for part in value)
    return value
