"""Small courses in memory, through the real front end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.activities import find_kinds
from builder.course.blocks import grammars
from builder.course.code import Example
from builder.course.compile import Compiled, compile_course
from builder.course.model import Course
from builder.source.course import CourseSyntax, read_course
from builder.source.diagnostic import Diagnostic
from builder.source.files import SourceFiles

SETTINGS = """\
id: small
title: A small course
language: en-GB
version: "1.0.0"
iri: https://example.org/courses/small
"""
SETTINGS_LINES = SETTINGS.count("\n")

QUESTION = """\
::: single {#ID ATTRIBUTES}
Which of these?
- (x) This one
  feedback: Yes, that is the one.
- ( ) That one
  feedback: No, it is the other.
:::
"""


@dataclass(frozen=True, slots=True)
class Read:
    """What a small course came to."""

    syntax: CourseSyntax
    compiled: Compiled

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that was found, in order."""
        return tuple(sorted((*self.syntax.diagnostics, *self.compiled.diagnostics), key=lambda found: found.order))

    @property
    def course(self) -> Course:
        """The course, without an error on the way."""
        assert self.diagnostics == (), self.diagnostics
        assert self.compiled.course is not None
        return self.compiled.course


def read(files: Mapping[str, str | bytes]) -> Read:
    """Compiles a course of these files. The lines of `course.yaml` follow those that every course needs, unless it
    begins with `id:`."""
    settings = files.get("course.yaml", "")
    assert isinstance(settings, str)
    whole = {**files, "course.yaml": settings if settings.startswith("id:") else SETTINGS + settings}
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in sorted(whole.items())}
    kinds = find_kinds()
    syntax = read_course(SourceFiles(data), grammars(kinds))
    return Read(syntax, compile_course(syntax, kinds))


def example_files(example: Example) -> Mapping[str, str]:
    """The files of a code's example; the text of a page gets a title where it has none."""
    if not isinstance(example, str):
        return example
    titled = example if example.startswith(("---\n", "# ")) else f"---\ntitle: Calls\n---\n{example}"
    return {"content/01-start/a.md": titled}


def question(id: str, attributes: str = "") -> str:
    """A practice question's source."""
    return QUESTION.replace("ID", id).replace("ATTRIBUTES", attributes).replace(" }", "}")


def page(title: str, body: str = "Words.\n", covers: str = "") -> str:
    """A page's source; its body begins at line 4, or at line 5 with `covers`."""
    return f"---\ntitle: {title}\n{f'covers: {covers}' + chr(10) if covers else ''}---\n{body}"
