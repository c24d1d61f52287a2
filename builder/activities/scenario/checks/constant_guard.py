"""A condition is met in some play and not in another."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.scenario import Scenario
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.course.table import Go
from builder.source.diagnostic import Severity
from builder.source.span import Span


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        yield from _of_choices(scenario)
        yield from _of_diverts(scenario)


def _of_choices(scenario: Scenario) -> Iterator[Finding]:
    seen = scenario.proof.untimed.conditions
    for node, met in enumerate(scenario.nodes):
        for index, choice in enumerate(met.choices):
            truths = {one.held for one in seen if (one.node, one.choice) == (node, index)}
            if choice.guard and len(truths) == 1:
                never = "so nobody can take this choice" if False in truths else "so it keeps nobody from this choice"
                yield _finding(choice.guard, True in truths, never)


def _of_diverts(scenario: Scenario) -> Iterator[Finding]:
    looks = scenario.proof.untimed.looks
    for node, row in enumerate(scenario.table.nodes):
        gos = [(index, step) for index, step in enumerate(row.steps) if isinstance(step, Go)]
        for (index, go), span in zip(gos, scenario.nodes[node].diverts, strict=True):
            mine = {look for look in looks if (look.node, look.step) == (node, index)}
            if go.guard and mine and not any(look.held for look in mine):
                yield _finding(span, False, "so this divert is never taken")
            elif go.guard and mine and all(look.held for look in mine if look.came) and any(look.came for look in mine):
                yield _finding(span, True, "so what follows it is never reached")


def _finding(span: Span, always: bool, so: str) -> Finding:
    how = "holds in every play" if always else "holds in no play"
    return Finding(span, f"This condition {how}, {so}. Mend it, or take it out.")


_TENSION = "vars:\n  tension: {start: 2, min: 0, max: 5}\n"
_MORE = "* [if tension < 5] Ask her name. -> agreed\n  effects: tension -1\n  feedback: Names calm people down.\n"

CHECK = Check(
    code="CW251",
    title="A condition always holds, or never does",
    why="A condition that never decides anything was meant to: some learners should have met something else. A number "
    "in it is wrong, or the effects before it are.",
    group="state",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE + _MORE, _TENSION),
    good=scene(
        CHOICE + "* [again max=1] Sigh. -> opening\n  effects: tension +3\n  feedback: She hears it.\n" + _MORE,
        _TENSION,
    ),
)
