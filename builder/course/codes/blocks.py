"""What can be wrong with how blocks are written: their fences, attributes, details and items."""

from __future__ import annotations

from builder.course.code import Code
from builder.source.diagnostic import Severity

_NOTE = "::: note\nThe desk closes at six.\n:::\n"
_QUESTION = """\
::: single
What comes first?
- (x) A greeting
  feedback: Yes. It shows that somebody is there.
- ( ) A question
  feedback: It sounds like an interview.
:::
"""

CODES = (
    Code(
        "CW101",
        "A block of an unknown kind",
        why="What stands in a block means something only by its kind. With a slip in the word the whole block would "
        "be lost, or shown as text with its key.",
        bad=_NOTE.replace("note", "notte"),
        good=_NOTE,
    ),
    Code(
        "CW102",
        "A block is never closed",
        why="Without its closing fence a block takes in all that follows, to the end of the page.",
        bad="::: note\nThe desk closes at six.\n",
        good=_NOTE,
    ),
    Code(
        "CW103",
        "A fence closes nothing",
        why="A closing fence without a block is most often what is left of one that was moved or deleted.",
        bad="The desk closes at six.\n:::\n",
        good="The desk closes at six.\n",
    ),
    Code(
        "CW104",
        "A fence has another length than the one that it should match",
        why="The number of colons is how a reader and the builder tell which fence closes which block. A block that "
        "holds blocks has more than they have.",
        bad="::: note\nThe desk closes at six.\n::::\n",
        good=_NOTE,
    ),
    Code(
        "CW105",
        "A block stands where it may not",
        why="Blocks that hold others are few: a quiz holds questions. Anything else inside a block would have no "
        "place on the page.",
        bad=":::: note\nThe desk closes at six.\n::: tip\nRing before five.\n:::\n::::\n",
        good="::: note\nThe desk closes at six.\n:::\n::: tip\nRing before five.\n:::\n",
    ),
    Code(
        "CW106",
        "A stretch of code is never closed",
        why="After three backquotes everything is shown as it is written, blocks and questions too, until three more.",
        bad="```\nDear Ms Okoro,\n",
        good="```\nDear Ms Okoro,\n```\n",
    ),
    Code(
        "CW107",
        "Words stand after a block's kind",
        why="Only attributes can stand there. Words would be shown nowhere, so they are not swallowed either.",
        bad="::: note The desk closes at six.\n:::\n",
        good=_NOTE,
    ),
    Code(
        "CW108",
        "A block has no kind",
        why="A fence with attributes and no kind says how something is to be, and not what it is.",
        bad="::: {#hours}\nThe desk closes at six.\n:::\n",
        good="::: note {#hours}\nThe desk closes at six.\n:::\n",
    ),
    Code(
        "CW109",
        "A fence is indented",
        why="Indented text belongs to what stands above it. A fence in column 1 can be seen, by people too.",
        bad="  ::: note\nThe desk closes at six.\n:::\n",
        good=_NOTE,
    ),
    Code(
        "CW110",
        "Attributes cannot be read",
        why="One sign in the braces is missing or too much, so that nobody can tell what was meant.",
        bad=_NOTE.replace("note", "note {#hours"),
        good=_NOTE.replace("note", "note {#hours}"),
    ),
    Code(
        "CW111",
        "An id has characters that no id has",
        why="Ids stand in addresses and in learners' records, where capitals, blanks and accents go wrong on one "
        "system or another.",
        bad=_NOTE.replace("note", "note {#Opening_hours}"),
        good=_NOTE.replace("note", "note {#opening-hours}"),
    ),
    Code(
        "CW112",
        "An attribute is there twice",
        why="Of two values only one can hold, and a reader would take the other for true.",
        bad=_NOTE.replace("note", "note {#hours #times}"),
        good=_NOTE.replace("note", "note {#hours}"),
    ),
    Code(
        "CW113",
        "An attribute is unknown",
        why="A misspelt attribute would have no effect: a question that was to keep its order would be shuffled after "
        "all.",
        bad=_QUESTION.replace("single", "single {shufle=false}"),
        good=_QUESTION.replace("single", "single {shuffle=false}"),
    ),
    Code(
        "CW114",
        "Attributes stand at the end of a later line than the first",
        why="Attributes end an item's first line. Further down they would be read out to learners as words.",
        bad=_QUESTION.replace("A question\n", "A question\n  about the call {#ask}\n"),
        good=_QUESTION.replace("A question\n", "A question {#ask}\n  about the call\n"),
    ),
    Code(
        "CW120",
        "A detail is unknown",
        why="A detail with a slip in its name would be lost, and with it the feedback that somebody wrote.",
        bad=_QUESTION.replace("  feedback: It", "  feedbak: It"),
        good=_QUESTION,
    ),
    Code(
        "CW121",
        "A detail is empty",
        why="A key without a value is most often a text that was to be written later.",
        bad=_QUESTION.replace(" It sounds like an interview.", ""),
        good=_QUESTION,
    ),
    Code(
        "CW122",
        "An indented line belongs to nothing",
        why="Indenting says what a line belongs to. One that is in between could be feedback or an option's words, "
        "and the difference is what the learner sees.",
        bad=_QUESTION.replace("  feedback: It", "feedback: It"),
        good=_QUESTION,
    ),
    Code(
        "CW123",
        "An item has the wrong box",
        why="Round boxes are for one right option, square ones for several, and each kind has its own. A wrong or "
        "missing box leaves open what is right.",
        bad=_QUESTION.replace("( ) A question", "[ ] A question"),
        good=_QUESTION,
    ),
    Code(
        "CW124",
        "A line is nearly a detail",
        severity=Severity.WARNING,
        why="The line is shown as text, and it looks as if it was meant as a detail with a slip in its name.",
        bad=_QUESTION.replace("What comes", "explian: It is what people hear first.\nWhat comes"),
        good=_QUESTION.removesuffix(":::\n") + "explain: It is what people hear first.\n:::\n",
    ),
)
