"""What a scenario must be proved to be before it can be played at all: every play ends, and there is a bound to them.

What else is proved is rules that an author may lower, one a file in the folder `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.activities.scenario.scenario import SceneNode
from builder.activities.scenario.transcript import play_to
from builder.course.kind import Report
from builder.course.table import Table
from builder.proofs.explore import LIMIT
from builder.proofs.gave_up import GaveUp, Multiplier
from builder.proofs.proof import Proof, prove_table
from builder.proofs.space import Space
from builder.source.diagnostic import Diagnostic, Note
from builder.source.span import Span
from builder.source.syntax import SceneSyntax

_SHOWN = 5
_ALONE = 1.05
"""Where leaving a part out would make so few states less, it says the same as another part."""


def prove(
    scene: SceneSyntax, table: Table, nodes: tuple[SceneNode, ...], report: Report, limit: int = LIMIT
) -> Proof | None:
    """All that can happen; None after CW242 (more than `limit` states). CW240 where a play gets stuck: such a scenario
    can be looked at and played as far as it goes, and nothing more is said of it.
    """
    proof = prove_table(table, limit)
    if isinstance(proof, GaveUp):
        report(_given_up(proof, scene, nodes))
        return None
    for diagnostic in _stuck(scene.span.file, proof.untimed, nodes):
        report(diagnostic)
    return proof


def _stuck(file: str, space: Space, nodes: Sequence[SceneNode]) -> Iterator[Diagnostic]:
    """For each node that a play can be stuck in, the shortest play that is; the first names the endings out of reach.

    Untimed play is enough: whatever can happen against the clock can be chosen without one, and where something is open
    without a clock, something is open with one.
    """
    seen = set[int]()
    missed = [f"'{node.id}'" for at, node in enumerate(space.table.nodes) if node.rating and not space.stands[at]]
    what = "the endings" if len(missed) > 1 else "the ending"
    also = f" No play comes to {what} {', '.join(missed)} either." if missed else ""
    for i in space.stuck:
        if space.node(i) not in seen:
            seen.add(space.node(i))
            node = nodes[space.node(i)].id
            message = (
                f"A play can get stuck in '{node.value}': no choice is open after the play below. Open one in every "
                f"case, or lead on with a divert.{also}"
            )
            yield Diagnostic("CW240", node.span, message, notes=play_to(file, space, i, nodes))
            also = ""


def _given_up(gave_up: GaveUp, scene: SceneSyntax, nodes: Sequence[SceneNode]) -> Diagnostic:
    message = (
        f"This scenario has more than {gave_up.limit:,} states, and the search was given up there. Nothing is proved "
        "that needs all of them: that every play ends and none gets stuck, that every ending and every condition can "
        "come about, how many techniques a play shows, and what it can score. Make the scenario smaller where the "
        f"lines below say, or raise the bound in its head: `states: {min(5 * gave_up.limit, 5_000_000)}`."
    )
    spans: dict[tuple[str, ...], Span] = {(node.id.value,): node.id.span for node in nodes}
    spans |= {(node.id.value, choice.id.value): choice.text.span for node in nodes for choice in node.choices}
    notes = tuple(
        Note(_advice(part), scene.head.key("vars", part.names[0]) if part.kind == "variable" else spans.get(part.names))
        for part in gave_up.multipliers[:_SHOWN]
    )
    return Diagnostic("CW242", scene.span, message, notes=notes)


def _advice(part: Multiplier) -> str:
    times = f"{part.values:,} different values, which make {part.times:.1f} times as many states"
    if part.times < _ALONE:
        times = f"{part.values:,} different values, which come with those of another"
    name = part.names[-1] if part.names else ""
    match part.kind:
        case "variable":
            return f"the variable '{name}': {times}. Bound it more tightly, or do without it."
        case "techniques":
            shown = f"the techniques that were shown ({', '.join(part.names)})"
            return f"{shown}: {part.values:,} sets of them make {part.times:.1f} times as many states. Show fewer."
        case "visited":
            return f"visited({name}) makes {part.times:.1f} times as many states. Ask a variable instead, or don't ask."
        case "again":
            return f"[again] of '{name}' in '{part.names[0]}': {times}. Let it be taken less often."
