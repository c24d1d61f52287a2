"""The place of a choice does not say that it is the best, where learners meet the author's order."""

from __future__ import annotations

from collections.abc import Iterator

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.checks.strongest import weighed
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import scene
from builder.course.model import Course
from builder.source.diagnostic import Severity

_LEAST = 4


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        nodes = tuple(weighed(scenario))
        if scenario.in_order and len(nodes) >= _LEAST and all(0 in node.best for node in nodes):
            message = (
                f"`shuffle: false` keeps your order, and in all {len(nodes)} nodes the first choice is the best. Let "
                "them be shuffled, or move some."
            )
            yield Finding(scenario.span, message)


_NODES = (
    "* Ask for two minutes to read her file, and say why. -> b\n  score: 2\n  feedback: A short promise helps.\n"
    "* Tell her that the queue is long. -> b\n  feedback: It explains and helps with nothing.\n"
    "\n## b\n"
    "* Sum up what you heard in her own words, and wait. -> c\n  score: 2\n  feedback: She knows that she was heard.\n"
    "* Tell her what you would do. -> c\n  feedback: She did not ask for advice yet.\n"
    "\n## c\n"
    "* Agree who rings whom, and when it will be. -> d\n  score: 2\n  feedback: A time can be held on to.\n"
    "* Say that you will ring. -> d\n  feedback: She has heard that before.\n"
    "\n## d\n"
    "* Ask whether there is anything else, and wait. -> agreed\n  score: 2\n  feedback: She can say what is left.\n"
    "* Thank her and hang up. -> agreed\n  feedback: She is left with the rest.\n"
)

CHECK = Check(
    code="CW256",
    title="The first choice of a scenario is always the best",
    why="Choices are shuffled for each learner unless the head says `shuffle: false`. Where it does, and the author "
    "always began with the best, a whole conversation can be played by its first lines. It is said from four nodes on.",
    group="fairness",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(_NODES, "shuffle: false\n"),
    good=scene(_NODES),
)
