"""A learner can tell the choices that are open at one moment apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from builder.activities.scenario.checks import scenarios
from builder.activities.scenario.scenario import Scenario, SceneChoice
from builder.course.check import Capacities, Check, Finding
from builder.course.codes.small_scene import CHOICE, scene
from builder.course.model import Course
from builder.source.diagnostic import Severity
from builder.source.markdown import plain


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for scenario in scenarios(course):
        alike = {at: pairs for at, node in enumerate(scenario.nodes) if (pairs := _alike(node.choices))}
        for node, pairs in alike.items():
            open_ = _open_together(scenario, node)
            for first, second in pairs:
                if any(first in those and second in those for those in open_):
                    choices = scenario.nodes[node].choices
                    message = (
                        f"These are the words of the choice in line {choices[first].text.span.line}, and both can be "
                        "open at once: say in each what is its own."
                    )
                    yield Finding(choices[second].text.span, message)


def _alike(choices: Sequence[SceneChoice]) -> list[tuple[int, int]]:
    """The pairs of choices whose words differ in letter case and signs at the most."""
    words = [re.findall(r"\w+", plain(choice.text).casefold()) for choice in choices]
    return [(first, second) for first, second in combinations(range(len(words)), 2) if words[first] == words[second]]


def _open_together(scenario: Scenario, node: int) -> set[frozenset[int]]:
    space = scenario.proof.untimed
    states = (i for i in range(len(space)) if space.node(i) == node)
    return {frozenset(index for index, _ in space.edges(i)) for i in states}


_OTHER = "* Let her finish! -> lost\n  feedback: You shout it.\n"
_LOST = "\n## lost\nending: poor\noutcome: She hangs up.\n"

CHECK = Check(
    code="CW293",
    title="Two choices that are open at once have the same words",
    why="Nobody can choose between them but by chance, and a debrief or a report cannot tell which one was taken. "
    "Where conditions never let both be open, the same words may stand twice.",
    group="graph",
    severity=Severity.WARNING,
    find=_find,
    bad=scene(CHOICE + _OTHER.replace("-> lost", "-> lost {#shout}"), after=_LOST),
    good=scene(CHOICE + _OTHER.replace("Let her finish!", "Tell her to finish at last."), after=_LOST),
)
