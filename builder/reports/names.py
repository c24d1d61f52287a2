"""How trackers name what is reported, by the rules of player/src/tracking: interaction.ts and scorm12.ts."""

from __future__ import annotations

from builder.course.response import Answer, Choices, Number, Order, Pairs, Range, Scale, Texts, Truth

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


def interaction_id(activity: str, part: str) -> str:
    """The id under which an answer is reported."""
    return f"{activity}-{part}" if part else activity


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
