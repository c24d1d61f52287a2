"""docs/cmi5.md lists what cmi5 asks, all of it, and the tests that it names are there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.cmi5.requirement import AU, NUMBER, PACKAGE, Row, rows
from tests.cmi5.test_requirements import RULED

ROOT = Path(__file__).parents[2]
EVERY_PLAY = "test_no_play_breaks_it"
IN_NAME = re.compile(r"(?:(?<=test_)|(?<=and_))\d+(?:_\d+){4}(?=_)")
SHORTEST_REASON = 40


def numbers_by_test(file: str) -> dict[str, set[str]]:
    """The tests of a file, with the numbers in their names and parameters."""
    found: dict[str, set[str]] = {}
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            named = {".".join(each.split("_")[:4]) + "-" + each.split("_")[4] for each in IN_NAME.findall(node.name)}
            found[node.name] = named | set(NUMBER.findall(ast.unparse(node)))
    found.setdefault(EVERY_PLAY, set()).update(RULED)
    return found


OURS = numbers_by_test("tests/cmi5/test_requirements.py")
PACKAGES = numbers_by_test("tests/packages/test_cmi5.py")


def test_every_number_has_one_row_and_no_row_another_number() -> None:
    assert Counter(row.number for row in rows()) == Counter([*AU, *PACKAGE])


@pytest.mark.parametrize("row", [*rows()], ids=lambda row: row.number)
def test_a_row_names_tests_that_are_there_or_says_why_none_is_needed(row: Row) -> None:
    assert row.asks
    there = OURS if row.number in AU else PACKAGES
    assert [name for name in row.tests if name not in there] == []
    if row.met.startswith("Not applicable: "):
        assert len(row.met) > SHORTEST_REASON
    else:
        assert row.tests


@pytest.mark.parametrize("row", [row for row in rows() if row.number in AU], ids=lambda row: row.number)
def test_a_row_names_all_tests_that_have_its_number(row: Row) -> None:
    having = {name for name, numbers in OURS.items() if row.number in numbers}
    if not row.met.startswith("Not applicable: "):
        assert set(row.tests) == having


def test_no_test_is_about_a_number_that_is_not_the_au_s() -> None:
    assert {number for numbers in OURS.values() for number in numbers} - set(AU) == set()
