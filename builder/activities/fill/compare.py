"""How a typed answer is compared with the author's: the twin of compare.ts, with the same outcome for every text."""

from __future__ import annotations

import re
import unicodedata

# Listed and not left to `\s`, whose meaning differs between Python and JavaScript.
_BLANKS = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGIT = re.compile("[0-9]")
# What keyboards put in by themselves; the final sigma, because only its place in the word tells it from the other.
_PLAIN = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u2010\u2011\u2013\u2014\u2212\u03c2", "'''\"\"-----\u03c3")

_LETTERS_A_SLIP = 3


def fold(text: str, case: bool, accents: bool) -> str:
    """The text as it is compared: with `case` by capitals too, without `accents` by letters alone."""
    text = unicodedata.normalize("NFC", text)
    if not case:
        text = text.lower()
    if not accents:
        text = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).translate(_PLAIN)).strip(" ")


def is_near(given: str, answer: str, typos: int) -> bool:
    """Whether so many slips at the most part two folded texts: a letter too many, too few, wrong, or two swapped.

    At most one slip for each three letters, and never in an answer that has a digit: another number is no typo.
    """
    most = min(typos, len(answer) // _LETTERS_A_SLIP)
    return not _DIGIT.search(answer) and slips(given, answer) <= most


def slips(one: str, other: str) -> int:
    """The least number of slips between two texts (optimal string alignment distance, in code points)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                least = min(least, above[j - 2] + 1)
            row.append(least)
    return row[-1]
