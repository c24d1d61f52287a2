"""What a code of a finding is: its meaning in a line, why it matters, and an example of the mistake and of its cure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.source.diagnostic import Severity

Example = Mapping[str, str] | str
"""Files of a small course by path, or the text of one page (which may be a block and nothing else).

What course.yaml says here is added to the settings that every course needs, unless it begins with `id:`.
"""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that reading or compiling a course can give. One with a group is a rule that `checks:` may lower.

    `why` is a plain sentence or two from the author's side: what happens to learners or to the work. `bad` is an
    example that has the fault, `good` the same mended, both as short as they can be. `severity` is what the finding is
    unless the author says otherwise.
    """

    code: str
    title: str
    group: str | None = None
    why: str = ""
    bad: Example = ""
    good: Example = ""
    severity: Severity = Severity.ERROR
