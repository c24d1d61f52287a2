"""What can be wrong with blocks, their attributes, details and items."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW101", "A block of an unknown kind"),
    Code("CW102", "A block is never closed"),
    Code("CW103", "A fence closes nothing"),
    Code("CW104", "A fence has another length than the one that it should match"),
    Code("CW105", "A block stands where it may not"),
    Code("CW106", "A stretch of code is never closed"),
    Code("CW107", "Words stand after a block's kind"),
    Code("CW108", "A block has no kind"),
    Code("CW109", "A fence is indented"),
    Code("CW110", "Attributes cannot be read"),
    Code("CW111", "An id has characters that no id has"),
    Code("CW112", "An attribute is there twice"),
    Code("CW113", "An attribute is unknown"),
    Code("CW114", "Attributes stand at the end of a later line than the first"),
    Code("CW120", "A detail is unknown"),
    Code("CW121", "A detail is empty"),
    Code("CW122", "An indented line belongs to nothing"),
    Code("CW123", "An item has the wrong box"),
    Code("CW124", "A line is nearly a detail (a warning)"),
)
