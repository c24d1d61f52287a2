"""What can be wrong with a theme, and with a page that it was finished with."""

from __future__ import annotations

from builder.course.code import Code

_HERE = "content/01-start/index.md"
_PAGE = "# Calls\n\nBreathe first.\n"

CODES = (
    Code(
        "CW601",
        "There is no theme of that name",
        why="Without its theme a course has no look at all. The message has the name that is nearest.",
        bad={"course.yaml": "theme: bse\n", _HERE: _PAGE},
        good={"course.yaml": "theme: base\n", _HERE: _PAGE},
    ),
    Code(
        "CW602",
        "A theme's settings cannot be used",
        why="A colour or a measure that no browser understands is left out by it without a word, for every learner.",
    ),
    Code(
        "CW603",
        "A theme extends itself",
        why="Each theme is laid over another, and one of them must be the ground.",
    ),
    Code(
        "CW604",
        "A file of a theme cannot be read",
        why="A course with a part of its look missing is worse than none: text without its colours may not be "
        "readable.",
    ),
    Code(
        "CW611",
        "A theme leaves out what the player holds on to",
        why="The contents, the progress and the save status hang on these places in the page. Without one of them "
        "learners lose it, and nobody hears of an error.",
    ),
    Code(
        "CW612",
        "A theme leaves out what an activity holds on to",
        why="A question whose button or form is missing cannot be answered, and the course cannot be finished.",
    ),
    Code(
        "CW613",
        "An id is twice in the finished page",
        why="Links, labels and screen readers go by ids, and the second of two is never found.",
    ),
    Code(
        "CW614",
        "A theme's template is faulty",
        why="The page cannot be made with it. The message has the template and what is wrong there.",
    ),
)
