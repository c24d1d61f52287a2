"""The parts of the score are 100 in all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.pass_mark import QUIZ
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    parts = course.settings.scoring.parts
    if not parts or course.settings.is_faulty("scoring"):
        return
    total = sum(parts.values())
    if total != 100:
        message = f"The parts of the score are {total} in all. Change their weights so that they are 100."
        yield Finding(course.head.key("scoring", "parts"), message)
    for id, weight in parts.items():
        if weight == 0:
            message = f"'{id}' weighs nothing, so it is no part of the score. Give it a weight or take it out."
            yield Finding(course.head.value("scoring", "parts", id), message)


CHECK = Check(
    code="CW441",
    title="The parts of the score are not 100 in all",
    why="Weights are per cent of the result. Where they are not 100 in all, a perfect learner gets less than all, and "
    "the pass mark means something else than it says.",
    group="fairness",
    severity=Severity.ERROR,
    find=_find,
    bad={"course.yaml": "scoring: {pass: 80, parts: {final: 90}}\n", "content/01-start/check.md": QUIZ},
    good={"course.yaml": "scoring: {pass: 80, parts: {final: 100}}\n", "content/01-start/check.md": QUIZ},
)
