"""What can be wrong with an evidence block."""

from __future__ import annotations

from builder.course.code import Code

_POINTS = "marking-points:\n  MP1: {text: Listens and shows empathy}\n"
_PAGE = "---\ntitle: Prove it\n---\n::: reflection {#account assesses=MP1}\n- What happened?\n:::\n\n"
_PLAIN = "---\ntitle: Prove it\n---\n"
_BLOCK = "::: evidence {#evidence}\n:::\n"

CODES = (
    Code(
        "CW373",
        "There is nothing to be evidence for",
        why="The block gathers evidence by the marking points of course.yaml. Where there are none, learners would "
        "print an empty page.",
        bad={"content/01-prove/prove.md": _PLAIN + _BLOCK},
        good={"course.yaml": _POINTS, "content/01-prove/prove.md": _PAGE + _BLOCK},
    ),
)
