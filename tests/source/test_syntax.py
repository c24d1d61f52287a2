"""Pages, scenarios and settings to syntax: each case is a pair of source and result in tests/source/cases."""

from __future__ import annotations

import pytest

from builder.source.course_yaml import read_settings
from builder.source.grammar import Grammar
from builder.source.page import read_page
from builder.source.scene import read_scene
from tests.source.dump import dump, fault_lines
from tests.source.read_cases import Case, read_cases

QUESTION = Grammar(
    attributes=frozenset({"mc", "points", "shuffle", "hint"}),
    details=frozenset({"explain"}),
    boxes=frozenset({"( )", "(x)"}),
    item_details=frozenset({"feedback"}),
    item_attributes=frozenset({"last"}),
)
GRAMMARS = {
    "note": Grammar(),
    "misconception": Grammar(attributes=frozenset({"ref"}), details=frozenset({"claim", "why", "instead"})),
    "single": QUESTION,
    "quiz": Grammar(attributes=frozenset({"attempts"}), holds=frozenset({"question"})),
    "list": Grammar(boxes=frozenset({""}), item_details=frozenset({"note"})),
}


def by_name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", read_cases("pages.txt"), ids=by_name)
def test_a_page(case: Case) -> None:
    assert dump(*read_page("page.md", case.source, GRAMMARS)) == case.expected


@pytest.mark.parametrize("case", read_cases("scenes.txt"), ids=by_name)
def test_a_scenario(case: Case) -> None:
    assert dump(*read_scene("call.scene.md", case.source)) == case.expected


@pytest.mark.parametrize("case", read_cases("settings.txt"), ids=by_name)
def test_settings(case: Case) -> None:
    settings, faults = read_settings(case.source.encode())
    lost = sorted(settings.value.faulty)
    written = settings.value.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    lines = [f"{key}: {value}" for key, value in written.items()]
    assert "\n".join([*lines, f"faulty: {' '.join(lost)}".rstrip(), *fault_lines(faults)]) == case.expected
