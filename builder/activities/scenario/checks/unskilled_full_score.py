"""Full marks take technique."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.transcript import transcript
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.hundredths import ALL
from builder.course.model import Course
from builder.course.table_rules import play_score
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        table, space = scenario.table, scenario.proof.untimed
        needed = max(1, scenario.demanded)
        if not any(choice.shows for node in table.nodes for choice in node.choices):
            continue
        for i in space.endings:
            rating = table.nodes[space.node(i)].rating
            # A fair or good ending with fewer than were demanded is an error by itself.
            if rating is None or (rating != "poor" and scenario.demanded) or space.shown(i).bit_count() >= needed:
                continue
            if scenario.most and play_score(space.richest(i), scenario.most, table.caps[rating]) == ALL:
                how_many = f"{needed} techniques" if needed > 1 else "any technique"
                message = (
                    f"The play below gets full marks without showing {how_many}. Give its choices what they `shows:`, "
                    "or fewer points, or demand techniques in the head: `techniques: {min: 2}`."
                )
                play = space.richest_play(i)
                yield Finding(scenario.span, message, transcript(scenario.span.file, table, scenario.nodes, play))
                break


_DECLARED = "techniques: {empathy: {label: Empathy}, honesty: {label: Honesty}}\n"
_NODES = (
    "* Let her finish. -> agreed\n  score: 1\n  feedback: Being heard is what she lacked.\n"
    "* Say that you would be cross too. -> agreed\n  shows: empathy\n  feedback: It names what she feels.\n"
)

CHECK = Check(
    code="CW258",
    title="A play gets full marks without technique",
    why="A scenario that names techniques is there to practise them. Where the best score takes none, or fewer than "
    "the scenario demands, its points reward something else.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_NODES, settings=_DECLARED),
    good=scene(_NODES.replace("  score: 1\n", "  shows: honesty\n  score: 1\n"), settings=_DECLARED),
)
