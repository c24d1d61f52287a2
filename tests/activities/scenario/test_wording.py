"""Conditions and effects in words are those that the author could have written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.activities.scenario.tools.wording import condition, effects
from builder.course.condition import COMPARISONS, Scope, Tree, parse_condition
from builder.course.table import Choice, Node, Table, Variable
from builder.source.span import Span
from builder.source.syntax import Word

TABLE = Table(
    (Node("opening"), Node("late")),
    (Variable("trust", 2, -3, 9), Variable("owner", 0, 0, 1)),
    ("empathy",),
)
SCOPE = Scope({"trust": (0, "number"), "owner": (1, "yes or no")}, {"opening": 0, "late": 1}, {"empathy": 0})


def parsed(text: str) -> Tree | None:
    return parse_condition(Word(text, Span("a.scene.md")), SCOPE, lambda found: pytest.fail(found.message))


numbers = st.integers(-3, 9).map(lambda value: Tree("int", value)) | st.just(Tree("var", 0))
truths = st.one_of(
    st.sampled_from([Tree("int", 0), Tree("int", 1), Tree("var", 1), Tree("visited", 1), Tree("shown", 0)]),
    st.builds(lambda op, *sides: Tree(op, parts=sides), st.sampled_from(sorted(COMPARISONS)), numbers, numbers),
)
trees = st.recursive(
    truths,
    lambda inner: st.one_of(
        inner.map(lambda part: Tree("not", parts=(part,))),
        st.builds(
            lambda op, parts: Tree(op, parts=tuple(parts)),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        ),
        st.builds(
            lambda op, *sides: Tree(op, parts=sides),
            st.sampled_from(["==", "!="]),
            inner.filter(lambda part: part.op != "int"),
            inner,
        ),
    ),
    max_leaves=8,
)


@given(trees)
def test_a_condition_in_words_reads_as_the_same_condition(tree: Tree) -> None:
    assert parsed(condition(tree, TABLE)) == tree


@pytest.mark.parametrize(
    "written",
    ["trust >= 4 and not shown(empathy)", "not (trust < 3) or owner == true", "owner", "visited(late) == false"],
)
def test_a_condition_is_written_as_an_author_would(written: str) -> None:
    tree = parsed(written)
    assert tree is not None
    assert condition(tree, TABLE) == written


def test_effects_are_steps_and_settings() -> None:
    choice = Choice("c", 1, adds=((0, -2), (0, 3)), sets=((1, 1), (0, 5)))
    assert [*effects(choice, TABLE)] == ["trust -2", "trust +3", "owner = true", "trust = 5"]
