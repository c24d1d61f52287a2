"""What can be wrong with a short."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: short
What would you say to Dana first? Write one sentence.
model: You have waited three weeks after you were told Friday. I am sorry.
:::
"""

CODES = (
    Code(
        "CW349",
        "A short has nothing to compare the text with, or too much",
        why="No machine marks the text. What learners learn from is the comparing, with a model answer or with a few "
        "lines of a rubric.",
        bad="::: short\nWhat would you say to Dana first? Write one sentence.\n:::\n",
        good=_GOOD,
    ),
)
