"""Every code of a finding that no check of builder/checks makes, in a line each; docs/checks.md is made from it.

A code never changes its meaning. One with a group is a rule of teaching, access or coverage, which `checks:` in
course.yaml and an excuse in place may lower; one without is a fault of the source.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means."""

    code: str
    title: str
    group: str | None = None


CODES = (
    Code("CW150", "A page has no title"),
    Code("CW151", "A page's title is no text"),
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
    Code("CW301", "An attribute of a question, quiz or form has a value that it cannot have"),
    Code("CW302", "A question asks nothing"),
    Code("CW303", "A question has fewer than two options"),
    Code("CW304", "A single has not exactly one right option, or a multiple none"),
    Code("CW305", "An answer has no feedback"),
    Code("CW306", "Two options read the same"),
    Code("CW307", "Two options or prompts of a block have one id"),
    Code("CW308", "Text stands after the options of a question"),
    Code("CW309", "A question or form names what course.yaml does not declare"),
    Code("CW310", "A quiz has no questions"),
    Code("CW311", "A quiz has no id"),
    Code("CW312", "A reflection has no prompts"),
    Code("CW313", "A detail that can be there once is there twice"),
    Code("CW314", "An option or prompt is empty"),
    Code("CW315", "An option or prompt holds a list"),
    Code("CW316", "A truefalse does not say whether it is true"),
    Code("CW317", "A question has more options than SCORM 1.2 can report"),
    Code("CW318", "A quiz holds something that is no question"),
    Code("CW400", "The course has no pages"),
    Code("CW401", "A page, tip or misconception names what course.yaml does not declare"),
    Code("CW404", "A part of the score is not there"),
    Code("CW405", "A part of the score is something that never scores"),
    Code("CW406", "What completion requires is not there"),
    Code("CW407", "Completion requires a question by itself"),
    Code("CW408", "A page that completion requires is not there"),
    Code("CW409", "What assesses an outcome is not there"),
    Code("CW410", "Two outcomes have one id"),
    Code("CW420", "A misconception is declared that nothing refutes", "coverage"),
    Code("CW421", "A misconception is declared that no question asks about", "coverage"),
    Code("CW422", "A marking point is declared that nothing assesses", "coverage"),
    Code("CW501", "A line of ids.lock cannot be read"),
    Code("CW502", "ids.lock holds an unfinished merge"),
    Code("CW503", "Two things in ids.lock have one number"),
    Code("CW504", "One thing is in ids.lock twice"),
    Code("CW505", "It is not clear whether something is new or renamed"),
)

GROUPS = {code.code: code.group for code in CODES if code.group is not None}
"""The group of every code here that may be lowered."""
