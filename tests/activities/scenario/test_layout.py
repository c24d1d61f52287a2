"""The map's layout: nothing covers anything, arrows go where they should, and the same table gives the same picture."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builder.activities.scenario.layout import Box, Layout, Size, layout
from builder.course.table import Choice, Go, Node, Table


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any arrows at all, loops and nodes out of reach among them."""
    count = draw(st.integers(1, 14))
    places = st.integers(0, count - 1)
    nodes = []
    for n in range(count):
        targets = draw(st.lists(places, max_size=4))
        steps = tuple(Go(target) for target in draw(st.lists(places, max_size=1)))
        nodes.append(Node(f"n{n}", steps, tuple(Choice(f"c{at}", target) for at, target in enumerate(targets))))
    return Table(tuple(nodes), start=draw(places))


def sizes_of(table: Table, seed: int) -> list[Size]:
    random = Random(seed)
    return [Size(random.randrange(40, 300), random.randrange(20, 160)) for _ in table.nodes]


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    above = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (beside or above)


def cuts(drawn: Layout) -> list[str]:
    """Lines that go through the inside of a box. What is between two layers meets no box, however it bends."""
    found = []
    for route in drawn.routes:
        for (x, y), (other_x, other_y) in pairwise(route.points):
            for box in drawn.boxes:
                beside = max(x, other_x) <= box.x or min(x, other_x) >= box.x + box.width
                above = max(y, other_y) <= box.y or min(y, other_y) >= box.y + box.height
                if not (beside or above):
                    found.append(f"{route.source} to {route.target} through {box.node}")
    return found


@given(tables(), st.integers(0, 99))
def test_no_box_covers_another_and_no_line_crosses_a_box(table: Table, seed: int) -> None:
    drawn = layout(table, sizes_of(table, seed))
    assert not [pair for pair in combinations(drawn.boxes, 2) if overlap(*pair)]
    assert cuts(drawn) == []
    for box in drawn.boxes:
        assert box.x > 0 and box.y > 0
        assert box.x + box.width < drawn.width and box.y + box.height < drawn.height


@given(tables())
def test_every_arrow_is_in_one_route_that_ends_at_its_target(table: Table) -> None:
    drawn = layout(table)
    choices = [(route.source, at, route.target) for route in drawn.routes for at in route.choices]
    assert sorted(choices) == [
        (n, at, choice.target) for n, node in enumerate(table.nodes) for at, choice in enumerate(node.choices)
    ]
    assert sum(len(route.diverts) for route in drawn.routes) == sum(len(node.steps) for node in table.nodes)
    for route in drawn.routes:
        for node, (x, y) in ((route.source, route.points[0]), (route.target, route.points[-1])):
            box = drawn.boxes[node]
            assert box.x <= x <= box.x + box.width
            assert box.y <= y <= box.y + box.height


@given(tables())
def test_the_same_table_gives_the_same_map(table: Table) -> None:
    assert layout(table) == layout(table)


def test_a_play_goes_down_the_map_and_only_what_leads_back_goes_up() -> None:
    nodes = (
        Node("opening", choices=(Choice("on", 1), Choice("end", 3))),
        Node("middle", choices=(Choice("on", 2), Choice("back", 0, again=2))),
        Node("late", choices=(Choice("stay", 2, again=2), Choice("end", 3))),
        Node("end", rating="good"),
    )
    drawn = layout(Table(nodes))
    assert [box.y for box in drawn.boxes] == sorted(box.y for box in drawn.boxes)
    going_up = [(r.source, r.target) for r in drawn.routes if r.points[0][1] > r.points[-1][1]]
    assert going_up == [(1, 0)]
    assert next(r for r in drawn.routes if r.source == r.target).points[1][0] > drawn.boxes[2].x + drawn.boxes[2].width


def test_lines_to_one_ending_pass_a_layer_in_one_place() -> None:
    nodes = (
        Node("opening", choices=(Choice("a", 1), Choice("b", 2), Choice("end", 4))),
        Node("left", choices=(Choice("on", 3), Choice("end", 4))),
        Node("right", choices=(Choice("on", 3),)),
        Node("late", choices=(Choice("end", 4),)),
        Node("end", rating="poor"),
    )
    drawn = layout(Table(nodes))
    from_opening, from_left = (
        next(r for r in drawn.routes if (r.source, r.target) == pair) for pair in ((0, 4), (1, 4))
    )
    assert from_opening.points[-3:] == from_left.points[-3:]
