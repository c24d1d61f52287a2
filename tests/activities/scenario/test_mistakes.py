"""Slips that new authors of scenarios make: each has one message, where it stands, that says what to write."""

from __future__ import annotations

import pytest

from tests.activities.scenario.scene import read
from tests.source.read_cases import Case, read_cases

SCENE = """\
---
title: A call
start: a
cast: {dana: {name: Dana}}
vars:
  trust: {start: 3, min: 0, max: 9}
  owner: false
---
## a
dana: Hello.
* Say hello. -> b {#hello}
  feedback: Polite.
## b
ending: good
outcome: It went well.
"""


def test_without_a_slip_nothing_is_found() -> None:
    assert read(SCENE)[1] == []


@pytest.mark.parametrize("case", read_cases("scene_mistakes.txt"), ids=lambda case: case.name)
def test_a_slip_is_told_where_it_stands_with_what_to_write(case: Case) -> None:
    old, _, new = case.source.partition("\n=>\n")
    old = old.removesuffix("\n=>")
    assert old in SCENE
    text = SCENE.replace(old, new, 1)
    found = [f"{fault.span.line}:{fault.span.column} {fault.code} {fault.message}" for fault in read(text)[1]]
    assert "\n".join(found) == case.expected
