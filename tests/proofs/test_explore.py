"""The explorer: its bounds are those of every play, and what can go wrong in some play is found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.course.condition import Tree
from builder.course.table import RATINGS, Choice, Go, Node, Rating, Say, Table, Variable
from builder.course.table_rules import Rules, State, play_score
from builder.proofs.explore import explore
from builder.proofs.gave_up import GaveUp
from builder.proofs.proof import Proof, prove_table
from builder.proofs.space import Space, Turn
from builder.proofs.sums import NONE
from tests.course.scenes import GOOD, POOR, tables


@dataclass(frozen=True, slots=True)
class Play:
    """A play followed to where nothing is open any more: its points, turns and last state."""

    points: int
    turns: tuple[Turn, ...]
    last: State


def plays(table: Table, timed: bool, most: int = 3000) -> list[Play] | None:
    """Every play from every start, one by one; None where there are more than `most`."""
    rules = Rules(table)
    starts = [()] if not table.carried else [(), *product(*(_every(table, variable) for variable in table.carried))]
    begun = dict.fromkeys(rules.start(brought).state for brought in starts)
    found: list[Play] = []
    waiting = [Play(0, (), state) for state in begun]
    while waiting:
        play = waiting.pop()
        choices = rules.open(play.last, timed)
        if not choices:
            found.append(play)
        for index in choices:
            node = play.last.node
            points = play.points + table.nodes[node].choices[index].score
            after = rules.choose(play.last, index).state
            waiting.append(Play(points, (*play.turns, Turn(node, index)), after))
        if len(found) + len(waiting) > most:
            return None
    return found


def _every(table: Table, variable: int) -> range:
    bounds = table.variables[variable]
    return range(bounds.low, bounds.high + 1)


def explored(table: Table, timed: bool = False) -> Space:
    space = explore(table, timed)
    assert isinstance(space, Space)
    return space


@given(tables())
@settings(max_examples=60, deadline=None)
def test_the_states_are_those_that_some_play_comes_to(table: Table) -> None:
    rules = Rules(table)
    for timed in (False, True):
        space = explored(table, timed)
        states = {space.state(i): i for i in range(len(space))}
        assert len(states) == len(space)
        for state, i in states.items():
            assert (space.node(i), space.values(i), space.shown(i)) == (state.node, state.values, state.shown)
            follow = {index: rules.choose(state, index).state for index in rules.open(state, timed)}
            assert {index: space.state(after) for index, after in space.edges(i)} == follow
        assert sum(space.stands) == len(space)


@given(tables())
@settings(max_examples=60, deadline=None)
def test_what_is_counted_over_states_is_what_every_play_one_by_one_comes_to(table: Table) -> None:
    for timed in (False, True):
        space, every = explored(table, timed), plays(table, timed)
        if every is None:
            continue
        ended = [play for play in every if table.nodes[play.last.node].rating]
        starts = space.starts
        assert max(space.most(start) for start in starts) == max((play.points for play in ended), default=NONE)
        assert max(space.longest(start) for start in starts) == max((len(play.turns) for play in ended), default=NONE)
        can_end = [space.least(start) for start in starts if space.least(start) != NONE]
        assert min(can_end, default=NONE) == min((play.points for play in ended), default=NONE)
        assert {space.state(i) for i in space.endings} == {play.last for play in ended}
        assert {space.state(i) for i in space.stuck} == {play.last for play in every} - {play.last for play in ended}
        for node in range(len(table.nodes)):
            turns = sorted(
                [(turn.node, turn.choice) for turn in play.turns] for play in every if play.last.node == node
            )
            assert space.paths(node) == len(turns)
            listed = space.plays(node, len(turns) + 1)
            assert sorted([(turn.node, turn.choice) for turn in play.turns] for play in listed) == turns
            assert len(space.plays(node, 2)) == min(2, len(turns))


@given(tables())
@settings(max_examples=50, deadline=None)
def test_the_play_to_a_state_can_be_followed_and_none_is_shorter(table: Table) -> None:
    space, rules = explored(table), Rules(table)
    every = plays(table, timed=False) or []
    shortest: dict[State, int] = {}
    for play in every:
        shortest[play.last] = min(shortest.get(play.last, 99), len(play.turns))
    for i in range(len(space)):
        state = rules.start(space.brought_to(i)).state
        for turn in space.play_to(i):
            assert state.node == turn.node
            assert turn.choice in rules.open(state)
            state = rules.choose(state, turn.choice).state
        assert state == space.state(i)
        assert len(space.play_to(i)) == shortest.get(state, len(space.play_to(i)))


@given(tables(), st.data())
@settings(max_examples=60, deadline=None)
def test_no_play_that_anybody_plays_goes_beyond_the_bounds(table: Table, data: st.DataObject) -> None:
    """What the learner's record has room for, and what a score is a share of."""
    rules, proof = Rules(table), prove_table(table)
    assert isinstance(proof, Proof)
    brought = [data.draw(st.integers(table.variables[v].low - 1, table.variables[v].high + 1)) for v in table.carried]
    timed = data.draw(st.booleans())
    state, points, length = rules.start(brought).state, 0, 0
    while choices := rules.open(state, timed):
        index = data.draw(st.sampled_from(choices))
        points += table.nodes[state.node].choices[index].score
        length += 1
        state = rules.choose(state, index).state
        assert all(one.low <= value <= one.high for one, value in zip(table.variables, state.values, strict=True))
    states = {space.state(i): (space, i) for space in proof.spaces for i in range(len(space))}
    space, i = states[state]
    assert space.poorest(i) <= points <= space.richest(i)
    if rules.rating(state):
        assert (points <= proof.most, length <= proof.longest) == (True, True)


@given(tables())
@settings(max_examples=50, deadline=None)
def test_the_richest_and_the_poorest_play_to_a_state_are_worth_what_is_said(table: Table) -> None:
    space, rules = explored(table), Rules(table)
    for i in range(len(space)):
        for play, points in ((space.richest_play(i), space.richest(i)), (space.poorest_play(i), space.poorest(i))):
            state, gained = rules.start(play.brought).state, 0
            for turn in play.turns:
                gained += table.nodes[turn.node].choices[turn.choice].score
                state = rules.choose(state, turn.choice).state
            assert (state, gained) == (space.state(i), points)


@given(tables())
@settings(max_examples=50, deadline=None)
def test_timed_play_is_left_out_only_where_it_is_untimed_play(table: Table) -> None:
    proof, timed = prove_table(table), explored(table, timed=True)
    assert isinstance(proof, Proof)
    mine = proof.timed or proof.untimed
    assert [(timed.state(i), timed.edges(i)) for i in range(len(timed))] == [
        (mine.state(i), mine.edges(i)) for i in range(len(mine))
    ]


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
    space = explored(table)
    (stuck,) = space.stuck
    assert space.play_to(stuck) == (Turn(0, 1),)
    assert space.endings == ()
    assert space.most(0) == NONE


def test_a_brought_value_is_a_start_of_its_own() -> None:
    trusting = Tree(">", parts=(Tree("var", 0), Tree("int", 2)))
    table = Table(
        (Node("a", choices=(Choice("warm", 1, guard=trusting), Choice("cold", 2))), GOOD, POOR),
        (Variable("trust", 1, 0, 4), Variable("calm", 0, 0, 1)),
        carried=(0,),
    )
    space = explored(table)
    assert [space.values(start)[0] for start in space.starts] == [1, 0, 2, 3, 4]
    assert (space.paths(1), space.paths(2)) == (2, 5)
    assert {space.brought_to(i) for i in space.endings if space.node(i) == 1} == {(3,), (4,)}


def many_states() -> Table:
    steps = tuple(Choice(f"c{i}", 0, again=9, adds=((i, 1),)) for i in range(4))
    variables = tuple(Variable(f"v{i}", 0, 0, 9 if i < 3 else 99) for i in range(4))
    return Table((Node("a", choices=(*steps, Choice("end", 1))), GOOD), variables)


def test_a_scenario_with_too_many_states_is_given_up_with_what_multiplies_them() -> None:
    gave_up = explore(many_states(), limit=1000)
    assert isinstance(gave_up, GaveUp)
    assert gave_up.limit == 1000
    assert {part.names for part in gave_up.multipliers} == {("a", f"c{i}") for i in range(4)} | {
        (f"v{i}",) for i in range(4)
    }
    assert all(part.values > 1 for part in gave_up.multipliers)
    assert len(explored(many_states())) == 2 * 10**4


def test_more_brought_values_than_can_be_explored_are_given_up_at_once() -> None:
    variables = tuple(Variable(f"v{i}", 0, 0, 999) for i in range(4))
    table = Table((Node("a", choices=(Choice("end", 1),)), GOOD), variables, carried=(0, 1, 2, 3))
    gave_up = explore(table, limit=1000)
    assert isinstance(gave_up, GaveUp)
    assert gave_up.multipliers[0].names == ("v3",)


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


@given(tables())
@settings(max_examples=50, deadline=None)
def test_the_best_ending_in_reach_is_the_best_that_some_play_comes_to(table: Table) -> None:
    space, rules = explored(table), Rules(table)
    known: dict[State, Rating | None] = {}

    def reach(state: State) -> Rating | None:
        if state not in known:
            after = {reach(rules.choose(state, index).state) for index in rules.open(state)}
            known[state] = rules.rating(state) or next((rating for rating in RATINGS if rating in after), None)
        return known[state]

    assert [space.best(i) for i in range(len(space))] == [reach(space.state(i)) for i in range(len(space))]
