"""Scenarios for tests: small tables written by hand, and random ones that hypothesis makes."""

from __future__ import annotations

from hypothesis import strategies as st

from builder.course.condition import COMPARISONS, Tree
from builder.course.table import Choice, Go, Node, Say, Table, Variable

GOOD = Node("well", rating="good")
POOR = Node("badly", rating="poor")

_VARIABLES = (Variable("trust", 2, -1, 4), Variable("calm", 1, 0, 1))
_TECHNIQUES = ("empathy", "honesty", "patience")


def _conditions(nodes: int) -> st.SearchStrategy[Tree]:
    number = st.integers(-3, 6).map(lambda value: Tree("int", value))
    compared = st.tuples(st.sampled_from(sorted(COMPARISONS)), number).map(
        lambda found: Tree(found[0], parts=(Tree("var", 0), found[1]))
    )
    leaves = st.one_of(
        compared,
        st.just(Tree("var", 1)),
        st.integers(0, nodes - 1).map(lambda node: Tree("visited", node)),
        st.integers(0, len(_TECHNIQUES) - 1).map(lambda technique: Tree("shown", technique)),
        st.sampled_from([Tree("int", 0), Tree("int", 1)]),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(lambda part: Tree("not", parts=(part,))),
            st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)).map(
                lambda found: Tree(found[0], parts=tuple(found[1]))
            ),
        ),
        max_leaves=4,
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables that keep the graph's promises: diverts and unlimited choices lead forward, the last nodes are endings."""
    inner = draw(st.integers(1, 4))
    count = inner + 2
    guards = st.none() | _conditions(count)
    nodes: list[Node] = []
    for node in range(inner):
        ahead = st.integers(node + 1, count - 1)
        steps = draw(st.lists(st.builds(Go, ahead, guards) | st.just(Say(0)), max_size=3))
        lines = 0
        for at, step in enumerate(steps):
            if isinstance(step, Say):
                steps[at], lines = Say(lines), lines + 1
        choices = []
        for index in range(draw(st.integers(1, 4))):
            again = draw(st.none() | st.integers(1, 2))
            choices.append(
                Choice(
                    id=f"c{index}",
                    target=draw(ahead if again is None else st.integers(0, count - 1)),
                    guard=draw(guards),
                    again=again,
                    after=draw(st.none() | st.integers(1, 3)),
                    adds=tuple(draw(st.lists(st.tuples(st.just(0), st.integers(-4, 4)), max_size=2))),
                    sets=tuple(draw(st.lists(st.tuples(st.just(1), st.integers(0, 1)), max_size=1))),
                    shows=tuple(draw(st.lists(st.integers(0, len(_TECHNIQUES) - 1), max_size=2, unique=True))),
                    score=draw(st.integers(0, 3)),
                )
            )
        nodes.append(Node(f"n{node}", tuple(steps), tuple(choices)))
    carried = draw(st.sampled_from(((), (0,), (1, 0))))
    return Table((*nodes, GOOD, POOR), _VARIABLES, _TECHNIQUES, carried=carried)
