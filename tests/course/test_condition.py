"""Conditions: what they mean, and that whatever is wrong in one is said at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.course.condition import Scope, Tree, parse_condition
from builder.source.diagnostic import Diagnostic
from builder.source.span import Span
from builder.source.syntax import Word

SCOPE = Scope(
    variables={"trust": (0, "number"), "owner": (1, "yes or no")},
    nodes={"opening": 0, "sum-up": 1},
    techniques={"active-listening": 0},
)


def parse(text: str, scope: Scope = SCOPE) -> tuple[Tree | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return parse_condition(Word(text, Span("a.scene.md", 7, 11, len(text))), scope, found.append), found


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("owner", ["var", 1]),
        ("not owner", ["not", ["var", 1]]),
        ("trust >= 4", [">=", ["var", 0], 4]),
        ("trust > -1", [">", ["var", 0], -1]),
        ("owner == false", ["==", ["var", 1], 0]),
        ("visited(sum-up)", ["visited", 1]),
        ("shown( active-listening )", ["shown", 0]),
        ("true", 1),
        ("owner or owner and not owner", ["or", ["var", 1], ["and", ["var", 1], ["not", ["var", 1]]]]),
        ("(owner or owner) and owner", ["and", ["or", ["var", 1], ["var", 1]], ["var", 1]]),
        ("not trust < 3", ["not", ["<", ["var", 0], 3]]),
        ("owner and owner and owner", ["and", ["var", 1], ["var", 1], ["var", 1]]),
    ],
)
def test_a_condition_is_a_tree(text: str, tree: object) -> None:
    parsed, found = parse(text)
    assert not found
    assert parsed is not None
    assert parsed.json() == tree


@pytest.mark.parametrize(
    ("text", "code", "column", "words"),
    [
        ("trst >= 4", "CW211", 11, "did you mean 'trust'"),
        ("visited(openin)", "CW218", 19, "did you mean 'opening'"),
        ("shown(active-listning)", "CW212", 17, "did you mean 'active-listening'"),
        ("trust", "CW214", 11, "compare it"),
        ("owner and trust", "CW214", 21, "yes or no"),
        ("owner >= 4", "CW214", 11, "needs a number"),
        ("trust == owner", "CW214", 17, "compares a number"),
        ("1 < trust < 4", "CW213", 21, "One comparison at a time"),
        ("trust = 4", "CW213", 17, "'=='"),
        ("trust >=", "CW213", 18, "too early"),
        ("", "CW213", 11, "too early"),
        ("(owner", "CW213", 16, "')'"),
        ("owner owner", "CW213", 17, "not understood"),
        ("owner & owner", "CW213", 17, "write 'and'"),
        ("visited opening", "CW213", 19, "parentheses"),
        ("trust > 99999999", "CW213", 19, "too great"),
        ("not " * 300 + "owner", "CW213", 811, "at most"),
    ],
)
def test_a_fault_is_named_where_it_stands(text: str, code: str, column: int, words: str) -> None:
    tree, (fault,) = parse(text)
    assert tree is None
    assert (fault.code, fault.span.line, fault.span.column) == (code, 7, column)
    assert words in fault.message


@pytest.mark.parametrize(
    ("text", "lost"), [("calm", "variables"), ("visited(end)", "nodes"), ("shown(empathy)", "techniques")]
)
def test_names_that_may_only_be_unreadable_are_not_reported(text: str, lost: str) -> None:
    scope = Scope(SCOPE.variables, SCOPE.nodes, SCOPE.techniques, frozenset([lost]))  # type: ignore[list-item]
    assert parse(text, scope) == (None, [])


@given(st.text(alphabet="()<>=!- \t0123abnotrusvied.é²", max_size=60) | st.text(max_size=30))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    tree, found = parse(text)
    assert (tree is None) == (len(found) == 1)
