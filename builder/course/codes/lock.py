"""What can be wrong with ids.lock."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW501", "A line of ids.lock cannot be read"),
    Code("CW502", "ids.lock holds an unfinished merge"),
    Code("CW503", "Two things in ids.lock have one number"),
    Code("CW504", "One thing is in ids.lock twice"),
    Code("CW505", "It is not clear whether something is new or renamed"),
    Code("CW506", "ids.lock would change, and `--locked` forbids it"),
)
