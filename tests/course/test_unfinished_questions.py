"""Every kind of block while its author is still writing it: what is missing is named, and nothing raises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from builder.activities import find_kinds
from builder.activities.examples import Example, read_examples
from builder.checks import run_checks
from builder.source.diagnostic import Severity
from tests.course.small import read

KINDS = find_kinds()
BEGUN = ((), ("Words.",), ("Words.", "- A"), ("Words.", "- (x) A", "- B => C"))


def unfinished(kind: str) -> Iterator[list[str]]:
    """Each example of the kind without one of its lines, without its items, and hardly begun."""
    for piece in read_examples(KINDS[kind].folder):
        if isinstance(piece, Example) and piece.source.startswith(":::"):
            head, *lines = piece.source.splitlines()
            for i in range(len(lines)):
                yield [head, *lines[:i], *lines[i + 1 :]]
            yield [head, *(line for line in lines if not line.lstrip().startswith("- "))]
            for begun in BEGUN:
                yield [head, *begun, head.split(" ")[0]]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_block_that_is_not_finished_gives_findings_or_a_course(kind: str) -> None:
    for lines in unfinished(kind):
        result = read({"content/01-one/a.md": "\n".join(["---", "title: A", "---", *lines, ""])})
        course = result.compiled.course
        if course is None:
            assert any(found.severity is Severity.ERROR for found in result.diagnostics), lines
        else:
            run_checks(course, {"scorm12": (4096, False)})
