"""The explorer: its bounds are those of every play, and what can go wrong in some play is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from builder.course.condition import Tree
from builder.course.explore import Turn, explore
from builder.course.table import Choice, Go, Node, Say, Table, Variable
from builder.course.table_rules import Rules, State, play_score
from tests.course.scenes import GOOD, POOR, tables


def plays(table: Table, timed: bool) -> Iterator[tuple[int, int, State]]:
    """Every play to its end, one by one: points, choices, last state."""
    rules = Rules(table)

    def follow(state: State, points: int, length: int) -> Iterator[tuple[int, int, State]]:
        choices = rules.open(state, timed)
        if not choices:
            yield points, length, state
        for index in choices:
            score = table.nodes[state.node].choices[index].score
            yield from follow(rules.choose(state, index).state, points + score, length + 1)

    yield from follow(rules.start().state, 0, 0)


@given(tables())
@settings(max_examples=150, deadline=None)
def test_the_bounds_are_those_of_every_play(table: Table) -> None:
    for timed in (False, True):
        space = explore(table, timed)
        assert space is not None
        if len(space.edges) > 300:
            continue
        ended = [play for play in plays(table, timed) if Rules(table).rating(play[2])]
        assert space.most == max((points for points, _, _ in ended), default=0)
        assert space.least == min((points for points, _, _ in ended), default=0)
        assert space.longest == max((length for _, length, _ in ended), default=0)
        assert space.endings == {state.node for _, _, state in ended}


@given(tables())
@settings(max_examples=100, deadline=None)
def test_a_counter_example_is_a_play_that_can_be_followed(table: Table) -> None:
    space, rules = explore(table), Rules(table)
    assert space is not None
    for stuck in space.stuck:
        state = rules.start().state
        for turn in stuck.play:
            assert state.node == turn.node
            assert turn.choice in rules.open(state)
            state = rules.choose(state, turn.choice).state
        assert state == stuck.state
        assert not rules.open(state)
        assert rules.rating(state) is None


def test_the_counter_example_is_the_shortest_one() -> None:
    gated = Choice("in", 2, guard=Tree("var", 0))
    table = Table(
        (
            Node("a", choices=(Choice("long", 1), Choice("short", 3))),
            Node("b", choices=(Choice("on", 3),)),
            GOOD,
            Node("trap", choices=(gated,)),
        ),
        (Variable("key", 0, 0, 1),),
    )
    space = explore(table)
    assert space is not None
    (stuck,) = space.stuck
    assert stuck.play == (Turn(0, 1),)
    assert space.endings == frozenset()


def test_a_scenario_with_too_many_states_is_given_up() -> None:
    steps = tuple(Choice(f"c{i}", 0, again=9, adds=((i, 1),)) for i in range(4))
    variables = tuple(Variable(f"v{i}", 0, 0, 9) for i in range(4))
    table = Table((Node("a", choices=(*steps, Choice("end", 1))), GOOD), variables)
    assert explore(table, limit=1000) is None
    space = explore(table)
    assert space is not None
    assert len(space.edges) == 2 * 10**4


def test_a_loop_without_a_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="no limit"):
        explore(Table((Node("a", choices=(Choice("round", 0), Choice("end", 1))), GOOD)))
    with pytest.raises(ValueError, match="for ever"):
        explore(Table((Node("a", (Go(0),)), GOOD)))


def test_in_timed_play_only_the_soonest_wait_ends_by_itself() -> None:
    choices = (Choice("slow", 1, after=60), Choice("quick", 2, after=30), Choice("say", 1), Choice("late", 1, after=30))
    rules = Rules(Table((Node("a", choices=choices), GOOD, POOR)))
    state = rules.start().state
    assert rules.open(state) == (0, 1, 2, 3)
    assert rules.open(state, timed=True) == (1, 2)


def test_lines_are_shown_up_to_the_first_divert_that_holds() -> None:
    trusting = Tree(">=", parts=(Tree("var", 0), Tree("int", 3)))
    node = Node("a", (Say(0), Go(1, trusting), Say(1), Go(2), Say(2)))
    for start, lines, end in ((5, ((0, 0),), 1), (0, ((0, 0), (0, 1)), 2)):
        arrival = Rules(Table((node, GOOD, POOR), (Variable("trust", start, 0, 5),))).start()
        assert (arrival.lines, arrival.state.node) == (lines, end)


def test_effects_are_done_in_order_and_stay_within_bounds() -> None:
    choice = Choice("c", 1, adds=((0, 9), (0, -1)), sets=((1, 1),))
    rules = Rules(Table((Node("a", choices=(choice,)), GOOD), (Variable("trust", 2, 0, 5), Variable("calm", 0, 0, 1))))
    assert rules.choose(rules.start().state, 0).state.values == (4, 1)


@pytest.mark.parametrize(
    ("points", "most", "cap", "score"),
    [(6, 6, 10000, 10000), (1, 3, 10000, 3333), (2, 3, 10000, 6667), (1, 16, 10000, 625), (5, 6, 7500, 7500),
     (1, 32, 10000, 313), (0, 6, 4000, 0), (0, 0, 7500, 7500)],
)  # fmt: skip
def test_a_play_scores_its_share_of_the_most_points_within_its_endings_cap(
    points: int, most: int, cap: int, score: int
) -> None:
    assert play_score(points, most, cap) == score
