"""How trackers name what is reported, by the rules of player/src/tracking: words.ts, interaction.ts and scorm12.ts."""

from __future__ import annotations

import re
from functools import reduce

from builder.course.response import Answer, Choices, Number, Order, Pairs, Range, Scale, Texts, Truth

MOST_ID = 255
"""Characters of a CMIIdentifier (SCORM 1.2 Run-Time Environment, 3.4.4): of the id of an interaction or objective."""

MOST_SHORT = 250
"""Characters of a short_identifier_type (SCORM 2004 4th edition Run-Time Environment, 4.1.1.5): of an option's id."""

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""The characters by which SCORM 1.2 names options 1 to 36 (CMIFeedback)."""

TYPES = {
    Choices: "choice",
    Truth: "true-false",
    Pairs: "matching",
    Order: "sequencing",
    Texts: "fill-in",
    Number: "numeric",
    Range: "numeric",
    Scale: "likert",
}

_MOST_TEXTS = 10
_WORD_BITS = 0xFFFFFFFF


def identifier(id: str, most: int) -> str:
    """The id in at most `most` characters: a longer one is cut between words and ends in a hash of the whole."""
    if len(id) <= most:
        return id
    return f"{re.sub('[-_][^-_]*$', '', id[: most - 8])}-{_digits(reduce(_mix, map(ord, id), 0))}"


def interaction_id(activity: str, part: str) -> str:
    """The id under which an answer is reported."""
    return identifier(f"{activity}-{part}" if part else activity, MOST_ID)


def letter(n: int) -> str:
    """The character for option number `n`; the number itself where there is no such character."""
    return LETTERS[n - 1] if n <= len(LETTERS) else str(n)


def type12(answer: Answer, words: bool = False, scene: bool = False) -> str:
    """The interaction's type in SCORM 1.2: free text for options that no letter can name, in words, and in scenes."""
    named = (*answer.options, *answer.targets)
    free = bool(named) and (words or scene or any(option.n > len(LETTERS) for option in named))
    return "performance" if free else TYPES[type(answer.response)]


def type2004(answer: Answer) -> str:
    """The interaction's type in SCORM 2004, for an answer of a usual length."""
    response = answer.response
    long = isinstance(response, Texts) and (response.long or len(response.texts) > _MOST_TEXTS)
    return "long-fill-in" if long else TYPES[type(response)]


def _mix(mixed: int, word: int) -> int:
    """One step of `hash` in player/src/course/random.ts."""
    bits = mixed ^ word
    bits = (bits ^ (bits >> 16)) * 0x85EBCA6B & _WORD_BITS
    bits = (bits ^ (bits >> 13)) * 0xC2B2AE35 & _WORD_BITS
    return bits ^ (bits >> 16)


def _digits(number: int) -> str:
    """In base 36, as JavaScript's toString(36) writes it."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number or not text:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text
