"""What counts can be answered for full marks."""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.check import Capacities, Check, Finding
from builder.course.hundredths import ALL
from builder.course.kind import Activity, AskingKind
from builder.course.model import Course
from builder.source.diagnostic import Severity


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    for quiz in course.activities:
        if not quiz.scored or not quiz.inner:
            continue
        worths = [(question, _most(question, course)) for question in quiz.inner]
        if all(worth is None for _, worth in worths):
            message = (
                f"Nothing in the {quiz.kind} '{quiz.id.value}' is ever right or wrong, so nobody can score in it. Add "
                "a question that is, or put these on a page without it."
            )
            yield Finding(quiz.span, message)
        for question, worth in worths:
            if worth is not None and worth < ALL:
                message = (
                    f"No answer to this {question.kind} is worth full marks: the best has {worth / 100:g} of 100. "
                    "Change what is right, or how it is scored."
                )
                yield Finding(question.span, message)


def _most(question: Activity, course: Course) -> int | None:
    """What the best answer is worth in hundredths; None for what is never graded."""
    kind = course.kinds[question.kind]
    if not isinstance(kind, AskingKind):
        return None
    data = question.data(course.numbers, lambda text: "")
    return kind.score(data, kind.best(data))


_GRADED = """\
::: truefalse {answer=true}
A greeting comes first.
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""
_SCALE = """\
::: likert {scale="Not yet, Sometimes, Always"}
How often do you do this?
- I greet people by name.
:::
"""

CHECK = Check(
    code="CW469",
    title="Nobody can get full marks",
    why="A part of the score in which full marks are out of reach makes the pass mark higher than it says, or "
    "impossible. What is never graded, such as a `likert`, gives a quiz no marks at all.",
    group="fairness",
    severity=Severity.ERROR,
    find=_find,
    bad=f":::: quiz {{#final}}\n{_SCALE}::::\n",
    good=f":::: quiz {{#final}}\n{_SCALE}\n{_GRADED}::::\n",
)
