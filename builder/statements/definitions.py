"""Activity definitions, made and checked with tincan: of a thing with a name, and of an interaction.

An interaction says all that its reports need to be read without the course (xAPI 1.0.3, Data 2.4.4.1): its type, what
could be answered, in words, and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tincan.activity_definition import ActivityDefinition

from builder.course.kind import Json
from builder.course.response import Answer, Choices, Number, Option, Order, Pairs, Range, Response, Scale, Texts, Truth
from builder.reports.names import TYPES
from builder.statements.verbs import INTERACTION

_MOST_NAME = 80
_TRUNCATED = "..."
# What reads as a delimiter between the parts of a response.
_DELIMITER = re.compile(r"\[+(?=[,.:]\])")

Definition = dict[str, Json]


def definition(type: str, name: str, language: str, description: str = "") -> Definition:
    """That of a course, a page, a quiz: `type` is an IRI, the texts are in the language."""
    return _checked(type=type, name={language: name}, description={language: description} if description else None)


def interaction(answer: Answer, prompt: str, language: str) -> Definition:
    """That of one thing that is answered; `prompt` is what is asked, in plain words."""
    patterns = [pattern(right) for right in answer.right if kind(right) == kind(answer.response)]
    return _checked(
        type=INTERACTION,
        name={language: in_short(prompt)},
        description={language: prompt},
        interactionType=kind(answer.response),
        correctResponsesPattern=patterns or None,
        **{name: _components(options, language) for name, options in _lists(answer).items()},
    )


def kind(response: Response) -> str:
    """The interactionType."""
    return "long-fill-in" if isinstance(response, Texts) and response.long else TYPES[type(response)]


def pattern(response: Response) -> str:
    """A response in the form of its type: `[,]` between parts, `[.]` in pairs, `[:]` between the ends of a range."""
    match response:
        case Choices(options) | Order(options):
            return "[,]".join(option.id for option in options)
        case Pairs(pairs):
            return "[,]".join(f"{item.id}[.]{target.id}" for item, target in pairs)
        case Scale(option):
            return option.id
        case Truth(value):
            return str(value).lower()
        case Texts(texts, _, exact_case):
            flag = "{case_matters=true}" if exact_case else ""
            return flag + "[,]".join(_DELIMITER.sub("", text) for text in texts)
        case Number(value):
            return decimal(value)
        case Range(least, most):
            return f"{decimal(least)}[:]{decimal(most)}"


def decimal(value: float | None) -> str:
    """The number in digits, as the player writes it (player/src/tracking/interaction.ts); nothing for an open end."""
    return "" if value is None else f"{value:.7f}".rstrip("0").rstrip(".")


def in_short(text: str) -> str:
    """The text, cut after a word where it is long for a name."""
    line = " ".join(text.split())
    if len(line) <= _MOST_NAME:
        return line
    return f"{line[: _MOST_NAME - len(_TRUNCATED)].rsplit(' ', 1)[0]}{_TRUNCATED}"


def _lists(answer: Answer) -> dict[str, tuple[Option, ...]]:
    match answer.response:
        case Pairs():
            return {"source": answer.options, "target": answer.targets}
        case Scale():
            return {"scale": answer.options}
        case Choices() | Order():
            return {"choices": answer.options}
        case _:
            return {}


def _components(options: Iterable[Option], language: str) -> list[dict[str, Any]]:
    return [{"id": option.id, "description": {language: option.text}} for option in options]


def _checked(**values: Any) -> Definition:
    """As tincan has it. Raises what tincan raises for values that no definition can have: a mistake of ours."""
    made: Definition = ActivityDefinition(**values).as_version()
    return made
