"""Small scene files for the tests of what is proved of them, through the whole front end."""

from __future__ import annotations

from builder.checks import run_checks
from builder.source.diagnostic import Diagnostic
from tests.course.small import read

CAPACITIES = {"html": (None, True)}
FILE = "content/01-start/call.scene.md"
TECHNIQUES = "techniques: {empathy: {label: Empathy}, honesty: {label: Honesty}}\n"

END = "## well\nending: good\noutcome: It went well.\n## badly\nending: poor\noutcome: It went badly.\n"


def scene(nodes: str, head: str = "", settings: str = TECHNIQUES) -> dict[str, str]:
    """The files of a course with this scene, which starts at `a`; its nodes begin at line 6 with an empty head."""
    text = f"---\ntitle: A call\nstart: a\ncast: {{dana: {{name: Dana Okoro}}}}\n{head}---\n{nodes}"
    return {"course.yaml": settings, FILE: text}


def findings(files: dict[str, str]) -> list[Diagnostic]:
    """Everything that a check of these files says of the scene, in order."""
    outcome = read(files)
    course = outcome.compiled.course
    found = [*outcome.diagnostics, *(run_checks(course, CAPACITIES) if course else ())]
    return sorted((one for one in found if one.span.file == FILE), key=lambda one: one.order)


def named(files: dict[str, str], code: str) -> list[Diagnostic]:
    """Those of one code."""
    return [one for one in findings(files) if one.code == code]


def notes(found: Diagnostic) -> list[str]:
    """The notes as an author reads them, each with its line where it has a place."""
    return [f"{note.span.line}: {note.text}" if note.span else note.text for note in found.notes]
