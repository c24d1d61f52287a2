"""What can be wrong with a numeric."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: numeric {answer=30 unit=days}
Within how many days is a complaint acknowledged?
explain: Thirty days from the day that it arrives.
:::
"""

CODES = (
    Code(
        "CW345",
        "A numeric does not say once which numbers are right",
        why="Without a number nobody could be right. With `answer` and `range` both, the two could disagree.",
        bad=_GOOD.replace("answer=30", "answer=30 range=28..32"),
        good=_GOOD,
    ),
    Code(
        "CW346",
        "A number, tolerance or range of a numeric cannot be read",
        why="Answers are compared with it by value, so it has to be a number: `thirty` is none, and a range that is "
        "turned round has nothing in it.",
        bad=_GOOD.replace("30", "thirty"),
        good=_GOOD,
    ),
)
