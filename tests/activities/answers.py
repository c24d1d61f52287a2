"""Answers to any question, found by what its kind thinks of them: wrong ones, partly right ones, right ones."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from builder.course.hundredths import ALL
from builder.course.kind import AskingKind, Values

Data = Mapping[str, Any]
Wire = list[tuple[str, list[list[Any]]]]
"""A record's shape as the player gets it (player/src/course/data.ts)."""

TRIES = 500


@dataclass(frozen=True, slots=True)
class Answers:
    """Whole answers. What is never graded has only the right one; not every question can be answered partly right."""

    wrong: Values | None
    partly: Values | None
    right: Values


def find_answers(kind: AskingKind, data: Data, shape: Wire) -> Answers:
    """The first answers of their sort among many; the same ones for the same question every time."""
    right = kind.best(data)
    found: dict[str, Values] = {}
    for values in _many(kind, right, data, shape):
        score = kind.score(data, values)
        if score is not None and score < ALL:
            found.setdefault("partly" if score else "wrong", values)
        if len(found) == 2:
            break
    return Answers(found.get("wrong"), found.get("partly"), right)


def _many(kind: AskingKind, right: Values, data: Data, shape: Wire) -> Iterator[Values]:
    """Answers that a learner could give: the right one with some of it changed for what else there is."""
    random = Random(str(data["id"]))
    fields = {field[1]: field for _, group in shape for field in group}
    for _ in range(TRIES):
        yield {name: _other(kind, fields[name], value, data, random) for name, value in right.items()}


def _other(kind: AskingKind, field: list[Any], value: Any, data: Data, random: Random) -> Any:
    type, name, most, *_ = field
    numbers = [option["n"] for option in data["options"]]
    match type:
        case "uint":
            return random.choice([n for n in numbers or (1, 2) if n <= most])
        case "bits":
            chosen = numbers or list(value)
            return sorted(random.sample(chosen, random.randint(min(1, len(numbers)), len(chosen))))
        case "sequence" if len(set(value)) < len(value):
            return random.choices(value, k=len(value))
        case "sequence":
            return random.sample(value, len(value))
        case "utf8":
            return random.choice([value, *_other_texts(kind, data, name)])
        case _:
            raise ValueError(f"no other answer is known for a field of type {type}")


def _other_texts(kind: AskingKind, data: Data, name: str) -> list[str]:
    """What else may be written, as far as the kind's learner says so."""
    learner = importlib.import_module(f"tests.activities.{kind.name}.learner")
    texts: list[str] = learner.others(data, name) if hasattr(learner, "others") else []
    return texts
