"""What can be wrong with the prose of a page: headings, notes, links, images, variables."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
    Code("CW130", "A heading of the first level is not the page's title (a warning)"),
    Code("CW131", "Two headings of a page have one id"),
    Code("CW132", "A footnote's mark has no note"),
    Code("CW133", "A footnote has no mark (a warning)"),
    Code("CW150", "A page has no title"),
    Code("CW152", "A note or tip is empty"),
    Code("CW153", "A misconception lacks its claim, why, instead or ref"),
    Code("CW154", "A misconception says something twice, or outside its details"),
    Code("CW155", "An id is used twice"),
    Code("CW160", "A link leads to no page, block or heading of the course"),
    Code("CW161", "A link has an address of a kind that is not allowed"),
    Code("CW162", "An image is not there"),
    Code("CW163", "An image leaves the course folder"),
    Code("CW164", "A file is no image that every browser shows"),
    Code("CW165", "An SVG holds a script or refers to something outside itself"),
    Code("CW166", "An image has no alternative text", "access"),
    Code("CW167", "A variable is not in course.yaml"),
    Code("CW170", "An address has a blank in it"),
    Code("CW171", "Blanks part a link's words from its address"),
    Code("CW172", "A variable's braces are never closed"),
    Code("CW173", "A table lacks the line under its head (a warning)"),
)
