"""How many plays end where: counted over states, since there may be more plays than atoms, and listed where few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.course.table import RATINGS, Rating, Table
from builder.course.table_rules import play_score
from builder.proofs.space import Play, Space


@dataclass(frozen=True, slots=True)
class Tally:
    """An ending's node and the number of plays that end there."""

    node: int
    id: str
    rating: Rating
    plays: int


def tally(space: Space) -> tuple[Tally, ...]:
    """Every ending, those of the best rating first, then in the order of the scenario."""
    return tuple(
        Tally(index, node.id, rating, space.paths(index))
        for rating in RATINGS
        for index, node in enumerate(space.table.nodes)
        if node.rating == rating
    )


def stuck(space: Space) -> Mapping[str, int]:
    """The ids of the nodes in which plays get stuck, each with how many do."""
    nodes = dict.fromkeys(space.node(i) for i in space.stuck)
    return {space.table.nodes[node].id: space.paths(node) for node in nodes}


def by_rating(tallies: tuple[Tally, ...]) -> Mapping[Rating, int]:
    """The plays of all endings of each rating."""
    return {rating: sum(one.plays for one in tallies if one.rating == rating) for rating in RATINGS}


def scored(space: Space, ending: Tally, most_points: int, most: int) -> Iterator[tuple[Play, int]]:
    """Up to `most` plays that end there, each with its score in hundredths of a per cent.

    `most_points` is what the best play of all can get.
    """
    cap = space.table.caps[ending.rating]
    for play in space.plays(ending.node, most):
        points = sum(space.table.nodes[turn.node].choices[turn.choice].score for turn in play.turns)
        yield play, play_score(points, most_points, cap)


def taken(play: Play, table: Table) -> str:
    """A play's choices as `--take` has them: `sum-up,own-both,call-thursday`."""
    return ",".join(table.nodes[turn.node].choices[turn.choice].id for turn in play.turns)


def brought(play: Play, table: Table) -> str:
    """What a play begins with as `--bring` has it: `note-quality=3`; empty where nothing can be brought."""
    pairs = zip(table.carried, play.brought, strict=True)
    return ",".join(f"{table.variables[variable].name}={value}" for variable, value in pairs)
