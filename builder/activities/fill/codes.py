"""What can be wrong with a fill."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: fill
An access request is answered within one [[month / calendar month]].
wrong: week => A week is what the first reply may take.
explain: The clock starts on the day that it arrives.
:::
"""

CODES = (
    Code(
        "CW340",
        "A gap has no answer",
        why="The answers stand in the gap. Without one nothing that a learner writes could be right.",
        bad=_GOOD.replace("month / calendar month", " "),
        good=_GOOD,
    ),
    Code(
        "CW341",
        "A gap is never closed",
        why="Learners would read the answer in the text, brackets and all.",
        bad=_GOOD.replace("]]", ""),
        good=_GOOD,
    ),
    Code(
        "CW342",
        "A fill has no gap",
        why="There is nothing to fill in, so nobody can answer it.",
        bad="::: fill\nAn access request is answered within one month.\nexplain: The clock starts at once.\n:::\n",
        good=_GOOD,
    ),
    Code(
        "CW343",
        "A gap stands where the page can have no field",
        why="A field inside a link, a heading, a picture's words or a footnote cannot be reached or read by everybody.",
        bad=_GOOD.replace("[[month / calendar month]]", "[calendar [[month]]](https://example.org)"),
        good=_GOOD,
    ),
    Code(
        "CW344",
        "What is said to a wrong answer would never be said",
        why="The line has no arrow between the answer and the words about it, or its answer is right in every gap, "
        "stands in no list, or has been spoken of by a line before. The feedback that you wrote would reach nobody.",
        bad=_GOOD.replace("wrong: week =>", "wrong: Month =>"),
        good=_GOOD,
    ),
)
