"""Every code that a finding can have, wherever it is declared, and the subjects that they are parted by."""

from __future__ import annotations

from builder.activities import find_kinds
from builder.checks import find_checks
from builder.course.code import Code
from builder.course.codes import all_codes

SUBJECTS = (
    ("CW0", "Files and YAML"),
    ("CW1", "Pages and blocks"),
    ("CW2", "Scenarios"),
    ("CW3", "Questions, quizzes and forms"),
    ("CW4", "The course as a whole"),
    ("CW5", "ids.lock and the learner's state"),
    ("CW6", "Themes"),
)
"""How the codes of a subject begin, and what it is called."""


def every_code() -> tuple[Code, ...]:
    """The codes of the source, of the kinds of activity and of the checks, in order."""
    return tuple(sorted((*all_codes(find_kinds().values()), *find_checks()), key=lambda code: code.code))
