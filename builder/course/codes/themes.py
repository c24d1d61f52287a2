"""What can be wrong with a theme."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW601", "There is no theme of that name"),
    Code("CW602", "A theme's settings cannot be used"),
    Code("CW603", "A theme extends itself"),
    Code("CW604", "A file of a theme cannot be read"),
    Code("CW611", "A theme leaves out what the player holds on to"),
    Code("CW612", "A theme leaves out what an activity holds on to"),
    Code("CW613", "An id is twice in the finished page"),
    Code("CW614", "A theme's template is faulty"),
)
