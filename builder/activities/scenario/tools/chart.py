"""A scenario as a map of nodes and arrows, in words: what every form of `coursewright map` holds, none more or less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.activities.scenario.scenario import Scenario
from builder.activities.scenario.tools.wording import condition
from builder.course.condition import Tree
from builder.course.table import Go, Rating, Table
from builder.source.markdown import plain


@dataclass(frozen=True, slots=True)
class Arrow:
    """A choice, or a divert (then `number` is 0 and `words` are empty). `target` is a node's index."""

    number: int
    words: str
    target: int
    condition: str
    limits: str

    @property
    def mark(self) -> str:
        """What stands before it in the box and at its line."""
        return str(self.number) if self.number else "→"


@dataclass(frozen=True, slots=True)
class Place:
    """A node. `states` is in how many states a play can stand in it, untimed and, where that differs, timed.

    `entered` is whether a play comes there at all: it may only pass through.
    """

    id: str
    rating: Rating | None
    is_start: bool
    states: tuple[int, ...]
    entered: bool
    outcome: str
    arrows: tuple[Arrow, ...]

    @property
    def about(self) -> str:
        """What it is and how many states come to it: `good ending, 12 states`."""
        untimed, timed = self.states[0], self.states[-1]
        count = f"{untimed:,} {'state' if untimed == 1 else 'states'}" + (
            f" ({timed:,} timed)" if timed != untimed else ""
        )
        if not any(self.states):
            count = "only passed through" if self.entered else "no play comes here"
        words = ("start" if self.is_start else "", f"{self.rating} ending" if self.rating else "", count)
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole map. `table` is what its layout is made of, `language` that of its words."""

    id: str
    title: str
    language: str
    places: tuple[Place, ...]
    table: Table

    @property
    def about(self) -> str:
        """The whole in a sentence."""
        endings = sum(place.rating is not None for place in self.places)
        states = sum(place.states[0] for place in self.places)
        return (
            f"{len(self.places)} nodes, {endings} of them endings; a play without time limits can be in "
            f"{states:,} different states."
        )

    def sentences(self, place: Place) -> Iterator[str]:
        """A node's arrows, and how an ending turns out: a line each."""
        for arrow in place.arrows:
            target = self.places[arrow.target].id
            when = f" [if {arrow.condition}]" if arrow.condition else ""
            limits = f" ({arrow.limits})" if arrow.limits else ""
            if arrow.number:
                yield f"{arrow.number}{when} {arrow.words.rstrip('.')}{limits}: leads to {target}"
            else:
                yield f"Goes on at once{when} to {target}"
        if place.outcome:
            yield place.outcome


def chart(scenario: Scenario, title: str, language: str, states: Sequence[Sequence[int]]) -> Chart:
    """The map of a scenario. `states` has for each way of playing, untimed first, each node's number of states."""
    table = scenario.table
    return Chart(scenario.id.value, title, language, tuple(_places(scenario, table, states)), table)


def _places(scenario: Scenario, table: Table, states: Sequence[Sequence[int]]) -> Iterator[Place]:
    looked = {look.node for space in scenario.proof.spaces for look in space.looks}
    for index, (row, node) in enumerate(zip(table.nodes, scenario.nodes, strict=True)):
        diverts = (
            Arrow(0, "", step.target, _written(step.guard, table), "") for step in row.steps if isinstance(step, Go)
        )
        choices = (
            Arrow(
                number,
                " ".join(plain(met.text).split()),
                choice.target,
                _written(choice.guard, table),
                ", ".join(
                    [_times(choice.again)] * (choice.again is not None)
                    + [f"by itself after {choice.after} s"] * (choice.after is not None)
                ),
            )
            for number, (choice, met) in enumerate(zip(row.choices, node.choices, strict=True), 1)
        )
        yield Place(
            row.id,
            row.rating,
            index == table.start,
            tuple(count[index] for count in states),
            index in looked or any(count[index] for count in states),
            " ".join(plain(node.outcome).split()) if node.outcome else "",
            (*diverts, *choices),
        )


def _times(again: int | None) -> str:
    return f"{ {1: 'once', 2: 'twice'}.get(again or 0, f'{again} times') } at the most"


def _written(guard: Tree | None, table: Table) -> str:
    return condition(guard, table) if guard else ""
