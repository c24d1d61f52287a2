"""Reads the values of a block's or item's `{key=value}` attributes, and says in one way what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from builder.course.kind import Report
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.suggest import did_you_mean
from builder.source.syntax import Attributes, Detail, Text, Word


@dataclass(slots=True)
class Faults:
    """Passes an activity's errors on and remembers that there was one: such an activity is not compiled."""

    report: Report
    found: bool = False

    def __call__(self, code: str, span: Span, message: str) -> None:
        self.found = True
        self.report(Diagnostic(code, span, message))


def whole(attributes: Attributes, key: str, default: int, most: int, faults: Faults) -> int:
    """A whole number from 1 to `most`; CW301 for anything else."""
    word = attributes.values.get(key)
    if word is None:
        return default
    if re.fullmatch(r"[0-9]{1,9}", word.value) and 1 <= int(word.value) <= most:
        return int(word.value)
    faults("CW301", word.span, f"'{key}' must be a whole number from 1 to {most}, and this is '{word.value}'.")
    return default


def least_and_most(attributes: Attributes, key: str, faults: Faults) -> tuple[int, int] | None:
    """The two whole numbers of `key=20-60`; None where there are none, with a CW301 for anything else."""
    word = attributes.values.get(key)
    if word is None:
        return None
    found = re.fullmatch(r"([0-9]{1,5})-([0-9]{1,5})", word.value)
    if found is not None and 0 < int(found[1]) <= int(found[2]):
        return int(found[1]), int(found[2])
    message = f"'{key}' must be the least and the most, as in {key}=20-60, and this is '{word.value}'."
    faults("CW301", word.span, message)
    return None


def one_of(attributes: Attributes, key: str, known: Sequence[str], faults: Faults) -> str:
    """One of the known words, the first of them where none is given; CW301 for any other."""
    word = attributes.values.get(key)
    if word is None or word.value in known:
        return known[0] if word is None else word.value
    hint = did_you_mean(word.value, known)
    faults("CW301", word.span, f"'{key}' must be {_either(known)}, and this is '{word.value}'{hint}.")
    return known[0]


def flag(attributes: Attributes, key: str, default: bool, faults: Faults) -> bool:
    """True for `key` or `key=true`, false for `key=false`; CW301 for anything else."""
    if key not in attributes.values:
        return default
    return one_of(attributes, key, ("true", "false"), faults) == "true"


def listed(attributes: Attributes, key: str) -> tuple[Word, ...]:
    """The words of `key=A,B`, each with its place."""
    word = attributes.values.get(key)
    if word is None:
        return ()
    return tuple(
        Word(found.group(), word.span.moved(found.start(), len(found.group())))
        for found in re.finditer(r"[^\s,]+", word.value)
    )


def known_only(words: Iterable[Word], known: Collection[str], what: str, faults: Faults) -> None:
    """CW309 for every word that course.yaml does not declare; `what` are the keys that it may stand under."""
    for word in words:
        if word.value not in known:
            hint = did_you_mean(word.value, known)
            declare = "" if hint else f" Declare it in course.yaml, under {what}."
            faults("CW309", word.span, f"course.yaml does not declare '{word.value}'{hint}.{declare}")


def only_detail(details: Sequence[Detail], faults: Faults) -> Text | None:
    """The value of a detail that may be there once; CW313 for each one after the first."""
    for again in details[1:]:
        faults("CW313", again.key.span, f"'{again.key.value}' is here already. Put both texts under one.")
    return details[0].value if details else None


def _either(known: Sequence[str]) -> str:
    return f"{', '.join(known[:-1])} or {known[-1]}" if known[1:] else known[0]
