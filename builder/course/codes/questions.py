"""What can be wrong with questions, quizzes and forms of any kind."""

from __future__ import annotations

from builder.course.code import Code

CODES = (
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
    Code("CW320", "A question has too many hints"),
)
