"""What only a match can have wrong."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: match
Match each caller to what they need first.
- Anxious candidate => Certainty about what happens next
- Confused candidate => One plain step at a time
explain: Each state lacks one thing. Give that first.
:::
"""

CODES = (
    Code(
        "CW330",
        "A line of a match is no pair",
        why="The arrow says what belongs together. Without it, or with two in one line, nobody can tell.",
        bad=_GOOD.replace("candidate => Cert", "candidate: cert"),
        good=_GOOD,
    ),
    Code(
        "CW335",
        "An answer of a match has two ids",
        why="What reads the same on the right is one answer, and learners' records know it by one id.",
        bad=_GOOD.replace("next", "next {to=certainty}").replace(
            "- Confused", "- Worried candidate => Certainty about what happens next {to=sure}\n- Confused"
        ),
        good=_GOOD.replace("next", "next {to=certainty}").replace(
            "- Confused", "- Worried candidate => Certainty about what happens next\n- Confused"
        ),
    ),
)
