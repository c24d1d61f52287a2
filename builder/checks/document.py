"""docs/checks.md from what the code declares: `python -m builder.checks.document > docs/checks.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from builder.activities import find_kinds
from builder.checks import find_checks
from builder.checks.check import Check
from builder.course.code import Code
from builder.course.codes import all_codes

_HEAD = """\
# What the builder finds

Every finding is a line `file:line:column: CODE what to do`. A code never changes its meaning. This page is made from
the code by `python -m builder.checks.document`.

An error stops the build, a warning does not. What has a group is a rule, which an author may change for a course in
course.yaml, by its code or by its whole group:

    checks: {CW445: off, coverage: warning}

or excuse in place, with a reason, for a block, an item or a choice:

    excuse: CW166 the picture repeats what the sentence says

What has no group is a fault of the source and always stops the build.
"""

_SECTIONS = (
    ("CW0", "Files and YAML"),
    ("CW1", "Pages and blocks"),
    ("CW2", "Scenarios"),
    ("CW3", "Questions, quizzes and forms"),
    ("CW4", "The course as a whole"),
    ("CW5", "ids.lock and the learner's state"),
    ("CW6", "Themes"),
    ("CW7", "Output"),
)


def document() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections(all_codes(find_kinds().values()), find_checks())])


def _sections(codes: Iterable[Code], checks: Iterable[Check]) -> Iterator[str]:
    lines = {code.code: _line(code.code, code.title, code.group) for code in codes}
    lines.update((check.code, _check_lines(check)) for check in checks)
    for beginning, title in _SECTIONS:
        found = [line for code, line in sorted(lines.items()) if code.startswith(beginning)]
        if found:
            yield "\n".join([f"## {title}", "", *found, ""])


def _line(code: str, title: str, group: str | None) -> str:
    return f"- **{code}** {title}.{f' Group `{group}`.' if group else ''}"


def _check_lines(check: Check) -> str:
    return f"{_line(check.code, check.title, check.group)} {check.severity.value.capitalize()}. {check.why}"


if __name__ == "__main__":
    sys.stdout.write(document())
