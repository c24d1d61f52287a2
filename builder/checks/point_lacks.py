"""Every marking point has each kind of evidence that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.evidence import lacking
from builder.course.check import Capacities, Check, Finding
from builder.course.model import Course


def _find(course: Course, capacities: Capacities) -> Iterator[Finding]:
    return lacking(course, "marking point", "marking-points")


_SETTINGS = "marking-points:\n  MP1: {text: Explains a choice of words, needs: [taught, reflection]}\n"
_PAGE = "---\ntitle: Why those words?\n---\n"
_COVERING = "---\ntitle: Why those words?\ncovers: [MP1]\n---\nSay what you saw, and why you said what you said.\n"
_FORM = "\n::: reflection {#account assesses=MP1}\n- What did you say, and why? {#why}\n:::\n"

CHECK = Check(
    code="CW481",
    title="A marking point lacks a kind of evidence that it needs",
    why="An assessor looks for these kinds of evidence by name, and learners can only give what the course asks of "
    "them. While a course is being written, `checks: {CW481: warning}` lets it be built.",
    group="coverage",
    find=_find,
    bad={"course.yaml": _SETTINGS, "content/01-start/a.md": _PAGE + _FORM},
    good={"course.yaml": _SETTINGS, "content/01-start/a.md": _COVERING + _FORM},
)
