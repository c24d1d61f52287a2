"""A divert can be come to."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.course.table import Go
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        held = {(look.node, look.step) for look in scenario.proof.untimed.looks if look.held}
        taken = {(look.node, look.step) for look in scenario.proof.untimed.looks if look.held and look.came}
        for node, row in enumerate(scenario.table.nodes):
            steps = [index for index, step in enumerate(row.steps) if isinstance(step, Go)]
            for index, span in zip(steps, scenario.nodes[node].diverts, strict=True):
                if (node, index) in held - taken:
                    message = (
                        "This divert is never taken: whenever it could be, one before it is. Change their order, or "
                        "take this one out."
                    )
                    yield Finding(span, message)


_TENSION = "vars:\n  tension: {start: 2, min: 0, max: 5}\n"
_WAIT = (
    "* [again max=1] Wait. -> opening\n  effects: tension +2\n  feedback: She hears that nothing happens.\n"
    "* [again max=1] Sigh. -> opening\n  effects: tension +3\n  feedback: She hears that it is a burden.\n"
    "* Laugh. -> lost\n  feedback: She takes it for mockery.\n"
)
_HANGUP = "\n## hangup\nending: poor\noutcome: Dana hangs up.\n\n## lost\nending: poor\noutcome: She leaves.\n"
_NARROW, _WIDE = "-> lost if tension == 5\n", "-> hangup if tension >= 4\n"

CHECK = Check(
    code="CW252",
    title="A divert is shadowed by an earlier one",
    why="Diverts are looked at in order, and the first that holds is taken. One that stands behind a wider one never "
    "happens, and neither does what it leads to.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_WIDE + _NARROW + CHOICE + _WAIT, _TENSION, after=_HANGUP),
    good=scene(_NARROW + _WIDE + CHOICE + _WAIT, _TENSION, after=_HANGUP),
)
