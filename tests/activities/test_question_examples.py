"""The examples of each kind's documentation compile, and its faulty ones give the codes that they promise."""

from __future__ import annotations

import re

import pytest

from tests.activities.reading import KINDS, read

_EXAMPLE = re.compile(r"^```coursewright([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMES = ("single", "multiple", "truefalse", "quiz", "reflection")
_EXAMPLES = [
    (name, found[1].split(), found[2])
    for name in _NAMES
    for found in _EXAMPLE.finditer((KINDS[name].folder / "examples.md").read_text("utf-8"))
]


@pytest.mark.parametrize(("name", "codes", "text"), _EXAMPLES)
def test_an_example_gives_what_its_documentation_says(name: str, codes: list[str], text: str) -> None:
    found = read(text)
    assert found.codes == codes
    if not codes:
        assert [activity.kind for activity in found.activities] == [name]


@pytest.mark.parametrize("name", _NAMES)
def test_every_kind_shows_a_good_and_a_faulty_example(name: str) -> None:
    faulty = {bool(codes) for kind, codes, _ in _EXAMPLES if kind == name}
    assert faulty == {False, True}
