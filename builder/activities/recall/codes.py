"""The codes of what can be wrong with a recall."""

from __future__ import annotations

from builder.course.code import Code

_FIRST = "content/01-start/first.md"
_LATER = "content/02-later/later.md"
_PRACTICE = """\
---
title: First
---
::: truefalse {answer=true}
A greeting comes first.
if-true: Yes. It shows that somebody is there.
if-false: It does. It shows that somebody is there.
:::
"""


def _recall(attributes: str) -> str:
    return f"---\ntitle: Later\n---\n::: recall {{{attributes}}}\n:::\n"


CODES = (
    Code(
        "CW370",
        "A recall names no earlier module or page",
        why="What comes back must have been practised before, so `from` names modules or pages that stand earlier in "
        "the course.",
        bad={_FIRST: _PRACTICE, _LATER: _recall("from=frist")},
        good={_FIRST: _PRACTICE, _LATER: _recall("from=first")},
    ),
    Code(
        "CW371",
        "A recall asks for more questions than there are",
        why="Only practice questions come back, and those of a quiz do not. Learners would get fewer than the page "
        "promises, or none.",
        bad={_FIRST: _PRACTICE, _LATER: _recall("from=first count=2")},
        good={_FIRST: _PRACTICE, _LATER: _recall("from=first count=1")},
    ),
)
