"""Weak choices are full enough to be believed in."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.strongest import weighed
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity

_LONG = 40
_TIMES = 4


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        for node in weighed(scenario):
            best = min(node.lengths[at] for at in node.best)
            for at, (choice, length) in enumerate(zip(node.choices, node.lengths, strict=True)):
                if at not in node.best and best >= _LONG and _TIMES * length < best:
                    message = (
                        "Beside the best choice this one is too short to be believed in. Make it one that somebody "
                        "could take in good faith, or shorten the best."
                    )
                    yield Finding(choice.text.span, message)


_NODE = (
    "* Ask for two minutes to read her file, and say why. -> agreed\n  score: 2\n  feedback: A promise helps.\n"
    "* Sigh. -> agreed\n  feedback: She hears that she is a burden.\n"
)

CHECK = Check(
    code="CW255",
    title="A weak choice is absurdly short beside the best one",
    why="A word beside a whole sentence is passed over without thought, so that fewer choices are left than are shown. "
    "It is named where the best choice has 40 characters or more, and four times as many; `[after]` is let be.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_NODE),
    good=scene(_NODE.replace("Sigh.", "Sigh and read on.")),
)
