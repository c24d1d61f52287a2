"""A pass mark can be reached, and can be missed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from builder.course.check import Capacities, Check, Finding
from builder.course.hundredths import ALL
from builder.course.kind import Bounded
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
    elif all(course.activity(part) for part in scoring.parts):
        least, most = _bounds(course)
        if most < scoring.pass_mark * 100:
            message = (
                f"This pass mark can never be reached: the most that all parts can score is {_percent(most)}. Lower "
                "it, or raise what a good ending can score."
            )
            yield Finding(place, message)
        elif least >= scoring.pass_mark * 100:
            message = (
                f"Nobody can fail: whoever has done what is required has {_percent(least)} at the least. Set the pass "
                "mark higher, or give weak choices fewer points."
            )
            yield Finding(place, message)


def _bounds(course: Course) -> tuple[Fraction, Fraction]:
    """The least and the most hundredths of the course, where what is required has been done."""
    least = most = Fraction(0)
    for part, weight in course.settings.scoring.parts.items():
        activity = course.activity(part)
        low, high = activity.scores if isinstance(activity, Bounded) else (0, ALL)
        least += Fraction(weight * low, 100) if part in course.settings.completion.required else 0
        most += Fraction(weight * high, 100)
    return least, most


def _percent(hundredths: Fraction) -> str:
    return f"{float(hundredths) / 100:g}%"


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
