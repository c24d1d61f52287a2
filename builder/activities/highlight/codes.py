"""What can be wrong with a highlight and with no other question."""

from __future__ import annotations

from builder.course.code import Code

_GOOD = """\
::: highlight {#q-note}
What in this note is opinion?
text: She rang ~~at 16:50~~ and was ==quite unreasonable==.
explain: A note keeps to what was said and done.
:::
"""

CODES = (
    Code(
        "CW354",
        "A highlight has no text of paragraphs",
        why="What learners choose from is running text. A list to choose from is a multiple.",
        bad=_GOOD.replace("text: She", "text:\n  - She"),
        good=_GOOD,
    ),
    Code(
        "CW355",
        "A mark in the text of a highlight does not work",
        why="It would be shown as it is written, and nothing could be chosen there.",
        bad=_GOOD.replace("unreasonable==", "unreasonable"),
        good=_GOOD,
    ),
    Code(
        "CW356",
        "A highlight has nothing to decide",
        why="Where all or nothing that can be chosen is right, learners press everything and learn nothing.",
        bad=_GOOD.replace("~~", ""),
        good=_GOOD,
    ),
    Code(
        "CW357",
        "An item of a highlight is about no piece of its text, or about several",
        why="Its feedback would never be shown, or beside words that it is not about.",
        bad=_GOOD.replace("explain", "- rude\n  feedback: Nobody can see rudeness.\nexplain"),
        good=_GOOD.replace("explain", "- unreasonable\n  feedback: Nobody can see reason.\nexplain"),
    ),
)
