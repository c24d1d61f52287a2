"""What a record says was chosen, as indexes of what could be: by ids, SCORM 1.2's letters, numbers or words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from builder.insight.catalogue import Chosen, Ending
from builder.reports.names import letter

OTHER = -1
"""The index of what is not in this version of the course any more."""

_PLAIN = re.compile(r"[^a-z0-9]+")
_LANGUAGE = re.compile(r"^\{[a-z_]+=[^}]*\}")

Name = Callable[[Chosen], str]


def chosen(response: str, options: Sequence[Chosen], letters: bool = False) -> tuple[int, ...]:
    """The indexes of the options that the response names, each once, in order; OTHER for what names none of them.

    `letters` where the record comes from SCORM 1.2, in which `a` is the option of number 1 before it is anything else.
    """
    if not response.strip():
        return ()
    by_letter = [(lambda it: letter(it.number), re.compile(r"[,{}]"))] if letters else []
    ways: list[tuple[Name, re.Pattern[str]]] = [
        *by_letter,
        (lambda it: it.id, re.compile(r"\[,\]")),
        *([(lambda it: it.id[:1], re.compile(r"[,{}]"))] if letters and _is_truth(options) else []),
        *([(lambda it: str(it.number), re.compile(r"; "))] if letters else []),
        (lambda it: it.words, re.compile(r"; |\[,\]")),
    ]
    best: tuple[int, ...] = (OTHER,)
    for name, between in ways:
        named = {_flat(name(option)): index for index, option in enumerate(options)}
        parts = [part for part in (_flat(part) for part in between.split(response)) if part]
        found = tuple(sorted({named.get(part, OTHER) for part in parts}))
        if found and OTHER not in found:
            return found
        if len(found) > len(best):
            best = found
    return best


def ended(response: str, endings: Sequence[Ending]) -> int:
    """The index of the ending that a record tells in words: its rating, then how it turned out; OTHER where it is none.

    Reports cut long texts: the beginning is enough where it fits one ending only.
    """
    said = _flat(" ".join(_LANGUAGE.sub("", part) for part in response.split("[,]")))
    whole = [i for i, it in enumerate(endings) if _flat(it.outcome) and said.endswith(_flat(it.outcome))]
    by_id = [i for i, it in enumerate(endings) if said == _flat(it.id)]
    cut = [
        i
        for i, it in enumerate(endings)
        if any(_flat(it.outcome).startswith(said[at:]) for at in range(len(said)) if len(said) - at >= _ENOUGH)
    ]
    longest = sorted(whole, key=lambda i: -len(_flat(endings[i].outcome)))
    for found in (by_id, longest[:1], cut):
        if len(found) == 1:
            return found[0]
    return OTHER


_ENOUGH = 40
"""Characters of an outcome, without blanks, that are taken for its beginning."""


def _flat(text: str) -> str:
    """Letters and digits alone: SCORM 1.2 has no accents and no typographer's signs."""
    stripped = unicodedata.normalize("NFKD", text[:4000]).encode("ascii", "ignore").decode().lower()
    return _PLAIN.sub("", stripped) or text.strip()


def _is_truth(options: Sequence[Chosen]) -> bool:
    return [option.id for option in options] == ["true", "false"]
