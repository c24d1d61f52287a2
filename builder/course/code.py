"""What a code of a finding is: its meaning in a line, why it matters, and an example of the mistake and of its cure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Example = Mapping[str, str]
"""Files of a small course, by path. What course.yaml says here is added to the settings that every course needs."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that reading or compiling a course can give. One with a group is a rule that `checks:` may lower.

    `bad` is an example that has the fault, `good` the same mended: files of a small course, or the text of one page.
    """

    code: str
    title: str
    group: str | None = None
    why: str = ""
    bad: Example | str = ""
    good: Example | str = ""
