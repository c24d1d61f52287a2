"""How many plays end where: counted over states, since there may be more plays than atoms, and listed where few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.course.table import RATINGS, Rating, Table
from builder.course.table_rules import play_score
from builder.proofs.space import Space, Turn


@dataclass(frozen=True, slots=True)
class Tally:
    """An ending's node and the number of plays that end there."""

    node: int
    id: str
    rating: Rating
    plays: int


@dataclass(frozen=True, slots=True)
class Play:
    """A play's turns, and what it scores in hundredths of a per cent."""

    turns: tuple[Turn, ...]
    score: int


def tally(space: Space) -> tuple[Tally, ...]:
    """Every ending, those of the best rating first, then in the order of the scenario."""
    return tuple(
        Tally(index, node.id, rating, space.paths(index))
        for rating in RATINGS
        for index, node in enumerate(space.table.nodes)
        if node.rating == rating
    )


def by_rating(tallies: tuple[Tally, ...]) -> Mapping[Rating, int]:
    """The plays of all endings of each rating."""
    return {rating: sum(one.plays for one in tallies if one.rating == rating) for rating in RATINGS}


def plays(space: Space, ending: Tally, most_points: int, most: int) -> Iterator[Play]:
    """Up to `most` plays that end there. `most_points` is what the best play of all can get."""
    cap = space.table.caps[ending.rating]
    for turns in space.plays(ending.node, most):
        points = sum(space.table.nodes[turn.node].choices[turn.choice].score for turn in turns)
        yield Play(turns, play_score(points, most_points, cap))


def in_ids(turns: tuple[Turn, ...], table: Table) -> str:
    """A play as `coursewright play --take` has it: `sum-up,own-both,call-thursday`."""
    return ",".join(table.nodes[turn.node].choices[turn.choice].id for turn in turns)
