"""A pass mark can be reached, and can be missed."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course
from builder.source.diagnostic import Severity

QUIZ = (
    "---\ntitle: Check\n---\n:::: quiz {#final}\n::: single {#q}\nWhich?\n- (x) This one\n  feedback: Yes.\n"
    "- ( ) That one\n  feedback: No.\n:::\n::::\n"
)


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    scoring = course.settings.scoring
    if scoring.pass_mark is None or course.settings.is_faulty("scoring"):
        return
    place = course.head.value("scoring", "pass")
    if not scoring.parts:
        message = "This pass mark can never be reached: nothing scores. Name quizzes or scenarios under `parts:`."
        yield Finding(place, f"{message} Or take `pass:` out: then the course is completed, and never failed.")
    elif scoring.pass_mark == 0:
        yield Finding(place, "With a pass mark of 0 nobody can fail. Take `pass:` out, or set it higher.")


CHECK = Check(
    code="CW440",
    title="The pass mark cannot be reached, or cannot be missed",
    why="A pass mark without anything that scores leaves every learner unfinished for ever; a pass mark of 0 tells an "
    "employer that somebody passed who only opened the course.",
    group="fairness",
    severity=Severity.ERROR,
    find=_find,
    bad={"course.yaml": "scoring: {pass: 80}\n", "content/01-start/check.md": QUIZ},
    good={"course.yaml": "scoring: {pass: 80, parts: {final: 100}}\n", "content/01-start/check.md": QUIZ},
)
