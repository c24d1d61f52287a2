"""What is proved of a scenario by exploring all its states, each failed proof with the shortest play that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.activities.scenario.scenario import SceneNode
from builder.course.explore import LIMIT, Space, Stuck, explore
from builder.course.kind import Report
from builder.course.table import Table
from builder.source.diagnostic import Diagnostic
from builder.source.markdown import plain
from builder.source.syntax import SceneSyntax


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most points and the most choices of any play that ends, timed or not."""

    most: int
    longest: int


def prove(scene: SceneSyntax, table: Table, nodes: tuple[SceneNode, ...], report: Report) -> Bounds | None:
    """The bounds of all plays; None after CW240 (stuck), CW241 (an ending never happens) or CW242 (too many states)."""
    spaces = [explore(table)]
    if table.is_timed:
        spaces.append(explore(table, timed=True))
    known = [space for space in spaces if space is not None]
    if len(known) < len(spaces):
        message = (
            f"This scenario has more than {LIMIT:,} states, too many to prove that every play ends. "
            "Bound its variables more tightly, or use fewer of them."
        )
        report(Diagnostic("CW242", scene.span, message))
        return None
    # Where plays get stuck, endings may be missed only because of that.
    faults = [*_stuck(known, nodes, table)] or [*_never(known, nodes, table)]
    for fault in faults:
        report(fault)
    if faults:
        return None
    return Bounds(max(space.most for space in known), max(space.longest for space in known))


def _stuck(spaces: list[Space], nodes: tuple[SceneNode, ...], table: Table) -> Iterator[Diagnostic]:
    seen = set[int]()
    for space in spaces:
        for stuck in space.stuck:
            if stuck.state.node not in seen:
                seen.add(stuck.state.node)
                node = nodes[stuck.state.node].id
                message = f"A play can get stuck in '{node.value}': no choice is open after this play."
                yield Diagnostic("CW240", node.span, "\n  ".join([message, *_transcript(stuck, nodes, table)]))


def _transcript(stuck: Stuck, nodes: tuple[SceneNode, ...], table: Table) -> Iterator[str]:
    """The play as somebody can follow it, a choice a line, then where it stands."""
    for number, turn in enumerate(stuck.play, 1):
        node = nodes[turn.node]
        choice = node.choices[turn.choice]
        words = plain(choice.text)
        yield f"{number}. in '{node.id.value}' choose \"{words}\" (line {choice.text.span.line})"
    values = zip(table.variables, stuck.state.values, strict=True)
    facts = ", ".join(f"{variable.name} is {value}" for variable, value in values)
    yield f"then in '{nodes[stuck.state.node].id.value}'" + (f" {facts}" if facts else "")


def _never(spaces: list[Space], nodes: tuple[SceneNode, ...], table: Table) -> Iterator[Diagnostic]:
    happen = frozenset[int]().union(*(space.endings for space in spaces))
    for index, node in enumerate(nodes):
        if table.nodes[index].rating and index not in happen:
            message = f"The ending '{node.id.value}' can never happen: no play meets the conditions on the way to it."
            yield Diagnostic("CW241", node.id.span, message)
