"""What can be wrong with a reflection that takes up notes."""

from __future__ import annotations

from builder.course.code import Code

_CALL = "content/01-start/call.scene.md"
_ACCOUNT = "content/01-start/your-account.md"
_SCENE = """\
---
type: scenario
title: A call
start: ring
---

## ring

* Say hello. -> end {#hello}
  score: 1
  feedback: It shows that somebody is there.

## end

ending: good
outcome: They talk.
"""
_COURSE = {"course.yaml": "scoring: {parts: {call: 100}}\n", _CALL: _SCENE}


def _account(attributes: str) -> str:
    return f"---\ntitle: Your account\n---\n::: reflection {{#account {attributes}}}\n- What happened?\n:::\n"


CODES = (
    Code(
        "CW372",
        "A reflection takes up notes from what is no scenario",
        why="Learners write notes in the debrief of a scenario. From anything else there is nothing to take up, and "
        "the page would promise them in vain.",
        bad={**_COURSE, _ACCOUNT: _account("from=cal")},
        good={**_COURSE, _ACCOUNT: _account("from=call")},
    ),
)
