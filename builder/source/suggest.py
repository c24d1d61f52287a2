"""Which known word an author most likely meant: the `did you mean` of every message."""

from __future__ import annotations

from collections.abc import Iterable

_LONG = 5


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of, or None where none is near enough.

    Near is at most one slip (a letter more, less or other, or two neighbours swapped) in words of up to five letters,
    and two in longer ones; letter case does not count. Ties go to the word that shares the longest beginning, then
    to the alphabet, so that the answer never depends on the order of `known`.
    """
    folded = word.casefold()
    best: tuple[int, int, str] | None = None
    for candidate in known:
        other = candidate.casefold()
        allowed = 1 if max(len(folded), len(other)) <= 5 else 2
        if abs(len(folded) - len(other)) > allowed:
            continue
        slips = _slips(folded, other, allowed)
        if slips > allowed or slips >= min(len(folded), len(other)):
            continue
        rank = (slips, -_shared_beginning(folded, other), candidate)
        if best is None or rank < best:
            best = rank
    return best[2] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` for the nearest known word, or for one that the word ends in; or nothing."""
    known = tuple(known)
    found = nearest(word, known) or next((one for one in known if _ends_in(word, one)), None)
    return f" (did you mean '{found}'?)" if found is not None else ""


def _ends_in(word: str, known: str) -> bool:
    """Whether it is a longer word for the same thing: telephone, and not an id made of two."""
    return word.isalpha() and len(known) >= _LONG and word.casefold().endswith(known.casefold())


def _slips(a: str, b: str, most: int) -> int:
    """The fewest slips that turn `a` into `b` (optimal string alignment); `most` + 1 as soon as it is more."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _shared_beginning(a: str, b: str) -> int:
    shared = 0
    for letter, other in zip(a, b, strict=False):
        if letter != other:
            break
        shared += 1
    return shared
