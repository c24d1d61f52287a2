"""A table's arrows as a map draws them: one link for all that leads from one node to another, and its layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.course.table import Go, Table


@dataclass(frozen=True, slots=True)
class Link:
    """All arrows from one node to another: the indexes of diverts among the node's steps, and of its choices."""

    source: int
    target: int
    diverts: tuple[int, ...]
    choices: tuple[int, ...]


def links(table: Table) -> tuple[Link, ...]:
    """Every link, by its source and then in the order of its first arrow."""
    return tuple(link for source in range(len(table.nodes)) for link in _links_from(table, source))


def ranks(count: int, start: int, all_links: Sequence[Link]) -> list[int]:
    """The layer of each node, counted from 0: below all that lead to it, but for what goes back."""
    forward = _forward(count, start, all_links)
    into = [0] * count
    for _, target in forward:
        into[target] += 1
    rank = [0] * count
    order = [node for node in range(count) if not into[node]]
    follow: list[list[int]] = [[] for _ in range(count)]
    for source, target in forward:
        follow[source].append(target)
    for node in order:
        for target in follow[node]:
            rank[target] = max(rank[target], rank[node] + 1)
            into[target] -= 1
            if not into[target]:
                order.append(target)
    return rank


def _links_from(table: Table, source: int) -> Iterator[Link]:
    node = table.nodes[source]
    diverts = [(step.target, at) for at, step in enumerate(node.steps) if isinstance(step, Go)]
    choices = [(choice.target, at) for at, choice in enumerate(node.choices)]
    for target in dict.fromkeys(target for target, _ in (*diverts, *choices)):
        yield Link(
            source,
            target,
            tuple(at for other, at in diverts if other == target),
            tuple(at for other, at in choices if other == target),
        )


def _forward(count: int, start: int, all_links: Sequence[Link]) -> list[tuple[int, int]]:
    """The links without those that go back to where a walk from the start is, which are turned round."""
    follow: list[list[int]] = [[] for _ in range(count)]
    for link in all_links:
        if link.target != link.source:
            follow[link.source].append(link.target)
    forward: list[tuple[int, int]] = []
    fresh, on_way, done = range(3)
    state = [fresh] * count
    for root in (start, *range(count)):
        if state[root] != fresh:
            continue
        state[root] = on_way
        way = [(root, iter(follow[root]))]
        while way:
            node, targets = way[-1]
            target = next(targets, None)
            if target is None:
                state[node] = done
                way.pop()
            elif state[target] == on_way:
                forward.append((target, node))
            else:
                forward.append((node, target))
                if state[target] == fresh:
                    state[target] = on_way
                    way.append((target, iter(follow[target])))
    return forward
