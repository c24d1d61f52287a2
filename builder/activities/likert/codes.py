"""What can be wrong with a likert."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: likert {scale="Not yet, Sometimes, Always"}
How often do you do this today?
- I let people finish before I answer.
:::
"""

CODES = (
    Code(
        "CW347",
        "A scale is no scale",
        why="It needs two points at least, each with its own words: between two that read the same nobody can choose.",
        bad=_GOOD.replace("Sometimes", "not yet"),
        good=_GOOD,
    ),
    Code(
        "CW348",
        "A likert has no statements",
        why="Without a statement there is nothing to rate.",
        bad=_GOOD.replace("- I let people finish before I answer.\n", ""),
        good=_GOOD,
    ),
)
