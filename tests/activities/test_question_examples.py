"""The examples of each kind's documentation compile, and its faulty ones give the codes that they promise."""

from __future__ import annotations

import pytest

from builder.activities.examples import Example, read_examples
from tests.activities.reading import KINDS, read

# Kinds that are blocks on a page; a scenario is a file of its own (tests/activities/scenario/test_examples.py).
_NAMES = [name for name, kind in KINDS.items() if kind.grammar is not None]
_EXAMPLES = [
    pytest.param(name, piece, id=f"{name}-{at}")
    for name in _NAMES
    for at, piece in enumerate(read_examples(KINDS[name].folder))
    if isinstance(piece, Example)
]


@pytest.mark.parametrize(("name", "example"), _EXAMPLES)
def test_an_example_gives_what_its_documentation_says(name: str, example: Example) -> None:
    found = read(example.source)
    assert found.codes == list(example.codes)
    if not example.codes:
        assert [activity.kind for activity in found.activities] == [name]


@pytest.mark.parametrize("name", _NAMES)
def test_every_kind_shows_a_good_and_a_faulty_example(name: str) -> None:
    examples = [piece for piece in read_examples(KINDS[name].folder) if isinstance(piece, Example)]
    assert {bool(example.codes) for example in examples} == {False, True}
