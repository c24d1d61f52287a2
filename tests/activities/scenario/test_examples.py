"""The examples of the scenario's documentation compile, and its faulty ones give the codes that they promise."""

from __future__ import annotations

import re

import pytest

from builder.activities.scenario.model import KIND
from tests.activities.scenario.scene import read

_EXAMPLE = re.compile(r"^```coursewright([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TEXT = (KIND.folder / "examples.md").read_text("utf-8")
_EXAMPLES = [(found[1].split(), found[2]) for found in _EXAMPLE.finditer(_TEXT)]


@pytest.mark.parametrize(("codes", "text"), _EXAMPLES)
def test_an_example_gives_what_its_documentation_says(codes: list[str], text: str) -> None:
    scenario, found = read(text)
    assert [fault.code for fault in found] == codes
    # One that gets stuck is understood: it can be played as far as it goes.
    assert (scenario is None) == bool({*codes} - {"CW240"})
