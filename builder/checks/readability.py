"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975), as the age of a reader of school.

For English alone: the syllables are counted by rules of English spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.source.markdown import plain
from builder.source.syntax import Line, Text

_AGE_AT_GRADE_0 = 5
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)")
_FENCE = re.compile(r"\s{0,3}(?:`{3}|~{3})")
_NO_PROSE = re.compile(r"\s{0,3}(?:#|\||\[\^[^\]]+\]:)|\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not said: at the end (but not of `table`), in `-ed` and `-es`, and before `-ly` and its like.
_SILENT = re.compile(
    r"(?<=[aeiouy])(?:[^aeiouy]+)(?<!l)e$|(?<=[aeiouy])l+e$|(?<=[^td])ed$|(?<=[^sxzcg])(?<!ch)(?<!sh)es$"
    r"|e(?=ly$|ful$|less$|ment$|ness$)"
)
_TWO = re.compile(
    r"i[ao]|(?<!p)eo|rea(?:ct|t[ei])|[rd]ea$|ua(?!r)|[aeou]ing$|iest$|[^aeiouy]ier$|[aeiouy][^aeiouy]*[tc]re$"
)
_ONE = re.compile(r"[tcsg]i[ao]|geo|iour|xiou")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def age(self) -> float:
        """The age in years of a reader whom the text is fit for; 0 where there are no words."""
        if not self.words or not self.sentences:
            return 0
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return max(0.0, grade + _AGE_AT_GRADE_0)


def measure(texts: Iterable[Text], variables: Mapping[str, str]) -> Reading:
    """Counts the prose of these texts: no headings, tables, notes or code. A paragraph or an item ends a sentence."""
    words = sentences = syllables = 0
    for text in texts:
        for block in _blocks(text):
            for sentence in _SENTENCE_END.split(plain(block, variables)):
                found = _WORD.findall(sentence)
                words += len(found)
                sentences += bool(found)
                syllables += sum(map(count_syllables, found))
    return Reading(words, sentences, syllables)


def count_syllables(word: str) -> int:
    """About how many syllables an English word has, 1 at the least."""
    letters = re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", word).casefold())
    heard = _SILENT.sub(lambda found: found[0].replace("e", ""), letters)
    count = len(_VOWELS.findall(heard)) + len(_TWO.findall(letters)) - len(_ONE.findall(letters))
    return max(1, count)


def _blocks(text: Text) -> Iterator[Text]:
    """The paragraphs and items of a text."""
    lines: list[Line] = []
    fenced = False
    for line in text.lines:
        fence = _FENCE.match(line.text) is not None
        if fence or fenced or _NO_PROSE.match(line.text) or _ITEM.match(line.text):
            if lines:
                yield Text(tuple(lines))
            lines = []
        if fence:
            fenced = not fenced
        elif not fenced and not _NO_PROSE.match(line.text):
            lines.append(line)
    if lines:
        yield Text(tuple(lines))
