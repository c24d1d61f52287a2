"""What is wrong with a scenario's arrows, whatever their conditions: nodes out of reach, dead ends, endless loops.

A fault is not named where it may only follow from another: an arrow that leads nowhere hides what lies behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.source.diagnostic import Diagnostic
from builder.source.span import Span


@dataclass(frozen=True, slots=True)
class Arrow:
    """A choice or a divert. `target` is None where it leads to no node; `limited` where `again` counts it."""

    target: int | None
    span: Span
    limited: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A node. `lost` where some of its lines could not be understood, so that arrows may be missing."""

    id: str
    span: Span
    arrows: tuple[Arrow, ...]
    ending: bool
    lost: bool = False


def graph_faults(places: Sequence[Place], start: int | None) -> Iterator[Diagnostic]:
    """CW205 out of reach, CW206 dead end, CW207 endless loop, CW208 no ending; `start` None where it is at fault."""
    whole = start is not None and not any(p.lost or any(a.target is None for a in p.arrows) for p in places)
    faults = [*_dead_ends(places), *_loops(places)]
    yield from faults
    if start is None or not whole:
        return
    reached = _reached(places, [start])
    cut_off = set(range(len(places))) - reached
    if cut_off:
        yield from _out_of_reach(places, cut_off)
    elif not faults and not any(place.ending for place in places):
        yield Diagnostic(
            "CW208", places[start].span, "This scenario has no ending: give a node 'ending: good', 'fair' or 'poor'."
        )


def _dead_ends(places: Iterable[Place]) -> Iterator[Diagnostic]:
    for place in places:
        if not (place.arrows or place.ending or place.lost):
            yield Diagnostic(
                "CW206",
                place.span,
                f"Nothing follows '{place.id}': give it a choice, a divert (-> id), or 'ending:' with a rating.",
            )


def _out_of_reach(places: Sequence[Place], cut_off: set[int]) -> Iterator[Diagnostic]:
    """Names the first node of each part that is cut off; the nodes behind it are mended with it."""
    entered = {arrow.target for index in cut_off for arrow in places[index].arrows if arrow.target != index}
    named = set[int]()
    for index in sorted(cut_off, key=lambda index: (index in entered, index)):
        if index not in named:
            named |= _reached(places, [index])
            yield Diagnostic(
                "CW205",
                places[index].span,
                f"No play comes to '{places[index].id}': lead a choice or a divert to it, or take it out.",
            )


def _reached(places: Sequence[Place], first: Iterable[int]) -> set[int]:
    reached = set(first)
    waiting = list(reached)
    while waiting:
        for arrow in places[waiting.pop()].arrows:
            if arrow.target is not None and arrow.target not in reached:
                reached.add(arrow.target)
                waiting.append(arrow.target)
    return reached


def _loops(places: Sequence[Place]) -> Iterator[Diagnostic]:
    """Every arrow without a limit that closes a loop of such arrows, found depth first."""
    done = set[int]()
    for first in range(len(places)):
        if first in done:
            continue
        path = [first]
        ways = [iter(places[first].arrows)]
        while ways:
            arrow = next(ways[-1], None)
            if arrow is None:
                done.add(path.pop())
                ways.pop()
            elif arrow.target is None or arrow.limited or arrow.target in done:
                continue
            elif arrow.target in path:
                round_ = [places[index].id for index in path[path.index(arrow.target) :]]
                yield Diagnostic(
                    "CW207",
                    arrow.span,
                    f"This closes a loop without end ({' -> '.join([*round_, round_[0]])}): "
                    "begin one of its choices with [again max=2], or lead it elsewhere.",
                )
            else:
                path.append(arrow.target)
                ways.append(iter(places[arrow.target].arrows))
