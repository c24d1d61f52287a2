"""No choice that earns points leads to where only poor endings remain (P8)."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.traps import traps
from builder.activities.scenario.transcript import play_on
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        seen = set[tuple[int, int]]()
        for trap in traps(scenario):
            place = trap.space.node(trap.before), trap.choice
            choice = scenario.nodes[place[0]].choices[trap.choice]
            points = trap.space.score_of(trap.before, trap.choice)
            if points and place not in seen and not choice.point_of_no_return:
                seen.add(place)
                clock = "against the clock " if trap.space is scenario.proof.timed else ""
                message = (
                    f"This choice earns {points} {'point' if points == 1 else 'points'}, and after the play below "
                    f"nothing better than a poor ending can follow it {clock}any more. Give it no points, leave a way "
                    "back to a better ending, or say `point-of-no-return: true` where that is what it teaches."
                )
                yield Finding(choice.text.span, message, play_on(scenario, trap.space, trap.before, trap.choice))


_HANGUP = "\n## hangup\nending: poor\noutcome: Dana hangs up.\n"
_TRAP = (
    "* Let her finish. -> agreed\n  score: 2\n  feedback: Being heard is what she lacked.\n"
    "* Say that the queue is long. -> hangup\n  score: 1\n  feedback: It explains, and helps her with nothing.\n"
)

CHECK = Check(
    code="CW246",
    title="A choice that earns points leaves only poor endings",
    why="Points say that a choice was worth something. Where it has already lost the conversation, they tell the "
    "learner the opposite of what the ending does.",
    group="state",
    find=_find,
    bad=scene(_TRAP, after=_HANGUP),
    good=scene(_TRAP.replace("  score: 1\n", ""), after=_HANGUP),
)
