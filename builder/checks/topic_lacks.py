"""Every topic has each kind of evidence that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.evidence import lacking
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    return lacking(course, "topic", "topics")


_SETTINGS = "topics:\n  T1: {text: Greeting people, needs: [taught, practised]}\n"
_PAGE = "---\ntitle: Hello\ncovers: [T1]\n---\nSay hello, then who you are.\n"
_QUESTION = "\n::: truefalse {#q answer=true}\nA greeting comes first.\nif-true: Yes.\nif-false: It does.\n:::\n"

CHECK = Check(
    code="CW480",
    title="A topic lacks a kind of evidence that it needs",
    why="`needs:` is what was promised to whoever commissioned the course, and what an assessor goes by. A topic that "
    "is taught and never practised is forgotten; one that is asked about and never taught is a trap. While a course is "
    "being written, `checks: {CW480: warning}` lets it be built.",
    group="coverage",
    find=_find,
    bad={"course.yaml": _SETTINGS, "content/01-start/a.md": _PAGE},
    good={"course.yaml": _SETTINGS, "content/01-start/a.md": _PAGE + _QUESTION},
)
