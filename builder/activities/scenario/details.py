"""The details of a choice, and the values in them: `effects: trust +2`, `set: owner = true`, `shows: empathy`.

Each reader gives what it understood and reports the rest with its place; a fault in one value leaves the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from builder.course.condition import Scope, Type, no_variable
from builder.course.kind import Report
from builder.course.table import Variable
from builder.source.diagnostic import Diagnostic
from builder.source.suggest import did_you_mean
from builder.source.syntax import Detail, Text, Word

_EFFECT = re.compile(r"(?P<name>[\w-]*\w)\s*(?P<step>[+-]\s*\d+)", re.ASCII)
_SETTING = re.compile(r"(?P<name>[\w-]*\w)\s*=\s*(?P<value>-?\d+|[a-z]+)", re.ASCII)

_MINUS = re.compile(r"[−–—‐‑﹣－]\s*\d")
_FRACTION = re.compile(r"\d[.,]\d")


def single(details: Iterable[Detail], key: str, report: Report) -> Detail | None:
    """The one detail of that key; a second one is reported (CW219) and not used."""
    found = [detail for detail in details if detail.key.value == key]
    for detail in found[1:]:
        report(Diagnostic("CW219", detail.key.span, f"A second '{key}:' stands here: put both into one."))
    return found[0] if found else None


def text(details: Iterable[Detail], key: str, report: Report) -> Text | None:
    """The words of the one detail of that key; None where they are missing or empty."""
    detail = single(details, key, report)
    return detail.value if detail and detail.value.value.strip() else None


def values(details: Iterable[Detail], key: str) -> Iterator[Word]:
    """The comma-separated values of every detail of that key."""
    for detail in details:
        if detail.key.value == key:
            for line in detail.value.lines:
                for found in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", line.text):
                    yield Word(found[0], line.span.moved(found.start(), len(found[0])))


def effects(details: Iterable[Detail], scope: Scope, report: Report) -> Iterator[tuple[int, int]]:
    """`effects:` as (variable, step): CW215 for what is no effect, CW211 unknown variable, CW214 a yes or no."""
    for word in values(details, "effects"):
        found = _EFFECT.fullmatch(word.value)
        if not found:
            set_ = _SETTING.fullmatch(word.value)
            name = _meant(word.value, scope, "number", "trust")
            advice = f"to put a value, write 'set: {word.value}'" if set_ else f"write '{name} +2' or '{name} -1'"
            report(Diagnostic("CW215", word.span, f"'{word.value}' is no effect: {_slip(word.value)}{advice}."))
            continue
        variable = _variable(word, found["name"], scope, report)
        if variable is None:
            continue
        if variable[1] != "number":
            message = f"'{found['name']}' is a yes or no: write 'set: {found['name']} = true' instead."
            report(Diagnostic("CW214", word.span, message))
        else:
            yield variable[0], int(re.sub(r"\s", "", found["step"]))


def settings(
    details: Iterable[Detail], scope: Scope, variables: Sequence[Variable], report: Report
) -> Iterator[tuple[int, int]]:
    """`set:` as (variable, value): CW215 for what sets nothing, CW211 unknown variable, CW214 another type."""
    for word in values(details, "set"):
        found = _SETTING.fullmatch(word.value)
        if not found:
            effect = _EFFECT.fullmatch(word.value)
            yes, number = _meant(word.value, scope, "yes or no", "owner"), _meant(word.value, scope, "number", "trust")
            example = f"write '{yes} = true' or '{number} = 5'"
            advice = f"for a change, write 'effects: {word.value}'" if effect else example
            report(Diagnostic("CW215", word.span, f"'{word.value}' sets nothing: {_slip(word.value)}{advice}."))
            continue
        variable = _variable(word, found["name"], scope, report)
        if variable is None:
            continue
        index, type_ = variable
        value = {"true": 1, "false": 0}.get(found["value"]) if type_ == "yes or no" else _integer(found["value"])
        bounds = variables[index]
        if value is None:
            fitting, example = (
                ("true or false", "true") if type_ == "yes or no" else ("a whole number", str(bounds.high))
            )
            message = f"'{bounds.name}' takes {fitting}, not '{found['value']}': write '{bounds.name} = {example}'."
            report(Diagnostic("CW214", word.span, message))
        elif not bounds.low <= value <= bounds.high:
            message = f"'{bounds.name}' goes from {bounds.low} to {bounds.high}, so it cannot be {value}."
            report(Diagnostic("CW215", word.span, message))
        else:
            yield index, value


def techniques(details: Iterable[Detail], key: str, scope: Scope, report: Report) -> Iterator[int]:
    """`shows:` or `weak:` as techniques: CW212 for one that course.yaml does not declare."""
    known = scope.techniques
    for word in values(details, key):
        if word.value in known:
            yield known[word.value]
        elif "techniques" not in scope.lost:
            named = [part for part in re.findall(r"[\w-]+", word.value) if part in known]
            if len(named) > 1:
                advice = f": commas part techniques, so write '{key}: {', '.join(named)}'. "
            else:
                advice = f"{did_you_mean(word.value, known)}. "
            message = f"There is no technique '{word.value}'{advice}"
            report(Diagnostic("CW212", word.span, message + "Techniques are declared in course.yaml."))


def yes(details: Iterable[Detail], key: str, report: Report) -> bool:
    """Whether the detail of that key says `true`; CW271 for what is neither `true` nor `false`."""
    detail = single(details, key, report)
    if detail is None:
        return False
    word = detail.value.value.strip()
    if word not in ("true", "false"):
        span = detail.value.span if detail.value.lines else detail.key.span
        report(Diagnostic("CW271", span, f"'{key}' takes true or false: write '{key}: true', or take it out."))
    return word == "true"


def whole(word: Word | None, what: str, low: int, high: int, report: Report) -> int | None:
    """A whole number within bounds (CW216 where it is none); None where there is no word."""
    if word is None:
        return None
    number = _integer(word.value.strip())
    if number is None or not low <= number <= high:
        message = f"{what} must be a whole number from {low} to {high}, not '{word.value.strip()}'."
        report(Diagnostic("CW216", word.span, message))
        return None
    return number


def facts(details: Iterable[Detail], known: Collection[str], report: Report) -> Iterator[str]:
    """`facts:` of an ending: CW217 for one that the scenario's head does not declare."""
    for word in values(details, "facts"):
        if word.value in known:
            yield word.value
        else:
            message = f"There is no fact '{word.value}'{did_you_mean(word.value, known)}. "
            report(Diagnostic("CW217", word.span, message + "Facts are declared under facts: in the head."))


def _meant(written: str, scope: Scope, type_: Type, default: str) -> str:
    """A variable of that type for an example: the one that is named, or else the scenario's first."""
    names = [name for name, (_, its) in scope.variables.items() if its == type_]
    return next((name for name in names if name in re.findall(r"[\w-]*\w", written)), next(iter(names), default))


def _slip(written: str) -> str:
    """What is wrong with the number, as the beginning of what to do; nothing where it is something else."""
    if _MINUS.search(written):
        return "its minus is another character, so type a hyphen, and "
    return "values are whole numbers, so " if _FRACTION.search(written) else ""


def _variable(word: Word, name: str, scope: Scope, report: Report) -> tuple[int, Type] | None:
    """The variable that the word begins with."""
    known = scope.variables
    if name not in known and "variables" not in scope.lost:
        report(Diagnostic("CW211", word.span.moved(0, len(name)), no_variable(name, known)))
    return known.get(name)


def _integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else None
