"""What can be wrong between course.yaml and the content."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
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
    Code("CW452", "`checks:` names no check and no group"),
    Code("CW453", "An excuse names no check, or gives no reason"),
)
