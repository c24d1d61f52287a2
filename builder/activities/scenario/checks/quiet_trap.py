"""A choice without points that leaves only poor endings is plainly among the weakest of its node."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.traps import Trap, traps
from builder.activities.scenario.transcript import play_on
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        seen = set[tuple[int, int]]()
        for trap in traps(scenario):
            place = trap.space.node(trap.before), trap.choice
            choice = scenario.nodes[place[0]].choices[trap.choice]
            if place not in seen and not choice.point_of_no_return and _looks_better(trap):
                seen.add(place)
                clock = "Against the clock, after" if trap.space is scenario.proof.timed else "After"
                message = (
                    f"{clock} this choice nothing better than a poor ending can follow, though another one here leaves "
                    "fewer points to be got: it is a trap that doesn't look like one. Make it the weakest, leave a way "
                    "back, or say `point-of-no-return: true`."
                )
                yield Finding(choice.text.span, message, play_on(scenario, trap.space, trap.before, trap.choice))


def _looks_better(trap: Trap) -> bool:
    """Whether it earns nothing and yet leaves more points to be got than another choice that is open."""
    space = trap.space
    worths = {
        index: space.score_of(trap.before, index) + space.most(after) for index, after in space.edges(trap.before)
    }
    return not space.score_of(trap.before, trap.choice) and worths[trap.choice] > min(worths.values())


_NODES = (
    "* Let her finish. -> agreed\n  score: 2\n  feedback: Being heard is what she lacked.\n"
    "* Say that the queue is long. -> later\n  feedback: It explains, and helps her with nothing.\n"
    "* Say nothing. -> hangup\n  feedback: Silence sounds like indifference to her.\n"
)
_LATER = (
    "\n## later\n* Say sorry. -> hangup\n  score: 1\n  feedback: It comes too late for her.\n"
    "* Wait. -> hangup\n  feedback: She has waited enough.\n"
    "\n## hangup\nending: poor\noutcome: Dana hangs up.\n"
)

CHECK = Check(
    code="CW247",
    title="A choice leaves only poor endings and does not look it",
    why="A learner who avoided the weakest choice and still can't recover finds out only at the end, and learns that "
    "the scene was unfair.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_NODES, after=_LATER),
    good=scene(_NODES, after=_LATER.replace("  score: 1\n", "")),
)
