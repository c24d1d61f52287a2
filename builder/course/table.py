"""A compiled scenario: a table of nodes, arrows and whole numbers that Python and the browser both interpret.

Nothing here is text that a learner reads. Nodes, variables and techniques are named by their index in the table, a
choice by its number, counted through the whole scenario. docs/scenarios.md ("The table") is the precise meaning, which
builder/course/table_rules.py follows in Python and player/src/course/engine.ts in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from builder.course.condition import Tree
from builder.course.kind import Json

Rating = Literal["good", "fair", "poor"]
RATINGS: tuple[Rating, ...] = ("good", "fair", "poor")
CAPS: Mapping[Rating, int] = {"good": 10000, "fair": 7500, "poor": 4000}
"""The most hundredths that a play can score by its ending's rating, unless the scenario's head says otherwise."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A bounded whole number; a yes or no goes from 0 to 1."""

    name: str
    start: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Say:
    """A step of a node: show its line of this index."""

    line: int


@dataclass(frozen=True, slots=True)
class Go:
    """A step of a node: go on to that node at once, where the guard holds (no guard: always)."""

    target: int
    guard: Tree | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """An arrow that the learner takes.

    `again`: how often it may be taken in one play (None: no limit); `after`: seconds until it happens by itself in
    timed play; `adds` and `sets`: (variable, whole number), done in order and clamped; `shows`: techniques; `score`:
    points.
    """

    id: str
    target: int
    guard: Tree | None = None
    again: int | None = None
    after: int | None = None
    adds: tuple[tuple[int, int], ...] = ()
    sets: tuple[tuple[int, int], ...] = ()
    shows: tuple[int, ...] = ()
    score: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the conversation. With a rating it is an ending and has no choices."""

    id: str
    steps: tuple[Say | Go, ...] = ()
    choices: tuple[Choice, ...] = ()
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A whole scenario. `caps` are the most hundredths that a play can score, by the rating of its ending; `carried`
    are the variables that a play may begin with any value of, as another scenario left it.
    """

    nodes: tuple[Node, ...]
    variables: tuple[Variable, ...] = ()
    techniques: tuple[str, ...] = ()
    start: int = 0
    caps: Mapping[Rating, int] = field(default_factory=lambda: dict(CAPS))
    carried: tuple[int, ...] = ()

    @property
    def is_timed(self) -> bool:
        """Whether timed play differs from untimed play."""
        return any(choice.after for node in self.nodes for choice in node.choices)

    @property
    def asked(self) -> frozenset[int]:
        """The nodes that some condition asks `visited` of: the only visits that make two states differ."""
        guards = [step.guard for node in self.nodes for step in node.steps if isinstance(step, Go)]
        guards += [choice.guard for node in self.nodes for choice in node.choices]
        return frozenset[int]().union(*(guard.nodes_asked() for guard in guards if guard))

    def json(self, numbers: Mapping[tuple[str, ...], int]) -> dict[str, Json]:
        """The table for the player. `numbers` by (node id,) and (node id, choice id), as ids.lock gives them."""
        return {
            "start": self.start,
            **({"carried": [*self.carried]} if self.carried else {}),
            "variables": [[v.start, v.low, v.high] for v in self.variables],
            "techniques": list(self.techniques),
            "nodes": [_node(node, numbers) for node in self.nodes],
            "caps": {rating: self.caps[rating] for rating in RATINGS},
        }

    def plain_numbers(self) -> dict[tuple[str, ...], int]:
        """Numbers counted in the order of the table, for where there is no ids.lock: proofs and tests."""
        choices = [(node.id, choice.id) for node in self.nodes for choice in node.choices]
        counted: dict[tuple[str, ...], int] = {(node.id,): n for n, node in enumerate(self.nodes, 1)}
        return counted | {path: n for n, path in enumerate(choices, 1)}


def _node(node: Node, numbers: Mapping[tuple[str, ...], int]) -> Json:
    data: dict[str, Json] = {
        "n": numbers[node.id,],
        "id": node.id,
        "steps": [_step(step) for step in node.steps],
        "choices": [_choice(choice, numbers[node.id, choice.id]) for choice in node.choices],
    }
    if node.rating:
        data["rating"] = node.rating
    return data


def _step(step: Say | Go) -> Json:
    if isinstance(step, Say):
        return step.line
    return [step.target, step.guard.json()] if step.guard else [step.target]


def _choice(choice: Choice, number: int) -> Json:
    data: dict[str, Json] = {
        "n": number,
        "id": choice.id,
        "to": choice.target,
        "again": choice.again or 0,
        "after": choice.after or 0,
        "adds": [list(pair) for pair in choice.adds],
        "sets": [list(pair) for pair in choice.sets],
        "shows": list(choice.shows),
        "score": choice.score,
    }
    if choice.guard:
        data["if"] = choice.guard.json()
    return data
