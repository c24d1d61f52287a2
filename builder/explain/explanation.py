"""What `coursewright explain` says of a code: why it matters, how to change it, the mistake and its cure."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from builder.course.code import Code, Example
from builder.explain.catalogue import SUBJECTS

_WIDTH = 80
_MOST_LINES = 30
_INDENT = "    "
_NUMBERED = re.compile(r"CW\d+", re.IGNORECASE)


def explanation(code: Code) -> str:
    """The whole text of one code, ready to print."""
    parts = [f"{code.code}: {code.title}", _filled(code.why), _weight(code)]
    if code.bad:
        parts += ["The mistake:", "\n\n".join(_shown(code.bad)), "Mended:", "\n\n".join(_shown(code.good))]
    return "\n\n".join(parts)


def contents(codes: Iterable[Code]) -> str:
    """Every code in a line: the rules by their groups, then the faults of the source by their subjects."""
    codes = tuple(codes)
    chapters = [
        (f"Rules of group `{group}`", [code for code in codes if code.group == group])
        for group in sorted({code.group for code in codes if code.group is not None})
    ]
    chapters += [(f"Faults of the source: {subject}", _faults(codes, beginning)) for beginning, subject in SUBJECTS]
    return "\n\n".join("\n".join([title, *map(_line, members)]) for title, members in chapters if members)


def near_codes(written: str, codes: Iterable[Code]) -> tuple[Code, ...]:
    """The codes that somebody may have meant: those that begin as what was written, as far as any do; for a word,
    those with it in their title.
    """
    codes = tuple(codes)
    if not _NUMBERED.fullmatch(written):
        begins = re.compile(rf"\b{re.escape(written)}", re.IGNORECASE)
        return tuple(code for code in codes if begins.search(code.title))
    for end in range(len(written), len("CW"), -1):
        near = tuple(code for code in codes if code.code.startswith(written[:end].upper()))
        if near:
            return near
    return ()


def _faults(codes: Iterable[Code], beginning: str) -> list[Code]:
    return [code for code in codes if code.group is None and code.code.startswith(beginning)]


def _line(code: Code) -> str:
    return f"{_INDENT}{code.code}  {code.title}"


def _weight(code: Code) -> str:
    """The severity, and what an author may do about it."""
    severity = code.severity.value.capitalize()
    if code.group is None:
        return f"{severity}, which cannot be changed: it is a fault of the source."
    return (
        f"{severity}, of group `{code.group}`. To change it for a course, in course.yaml:\n\n"
        f"{_INDENT}checks: {{{code.code}: off}}   # or warning or error; all of its group: {{{code.group}: off}}\n\n"
        f"To excuse it in one place, in the block, item, node or choice, or in the head of the file:\n\n"
        f"{_INDENT}excuse: {code.code} and the reason"
    )


def _shown(example: Example) -> Iterator[str]:
    """The text of the page, or each file with its path."""
    if isinstance(example, str):
        yield _indented(example)
    else:
        for path, text in example.items():
            yield f"{_INDENT}{path}\n{textwrap.indent(_indented(text), _INDENT)}"


def _indented(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], f"... and {len(lines) - _MOST_LINES} lines more"]
    return textwrap.indent("\n".join(lines), _INDENT)


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
