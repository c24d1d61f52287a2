"""The packed state over random shapes and values: what is packed comes back, fits the worst case that the builder
computes, and copies merge in any order to the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.course.capacity import MOST_COUNTER, record_length
from builder.course.record import Bits, Field, Group, Merge, RecordShape, Rows, Sequence, Uint, Utf8
from tests.player.packer import Packer, Shapes, State, packing
from tests.player.values import value_of

FRAME = 5
"""The version and the checksum."""

MARKS = st.integers(0, 4095)
COUNTERS = st.integers(1, MOST_COUNTER)


@pytest.fixture(scope="module")
def packer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packer]:
    with packing(tmp_path_factory.mktemp("packer")) as packer:
        yield packer


MOST = st.one_of(st.integers(1, 70), st.sampled_from([31, 32, 1023, 1024, 10_000, 32_767, 2**30 - 1]))


@st.composite
def fields(draw: st.DrawFn, name: str, kinds: str) -> Field:
    kind = draw(st.sampled_from(kinds.split()))
    if kind == "uint":
        return Uint(name, draw(MOST))
    if kind == "bits":
        return Bits(name, draw(st.integers(1, 100)))
    if kind == "sequence":
        return Sequence(name, draw(st.integers(1, 40)), draw(MOST))
    if kind == "rows":
        return Rows(name, draw(st.integers(1, 5)), tuple(draw(st.lists(MOST, min_size=1, max_size=3))))
    return Utf8(name, draw(st.integers(1, 60)))


KINDS_OF_FIELD: dict[Merge, str] = {
    "latest": "uint bits sequence rows utf8",
    "greatest": "uint bits sequence rows utf8",
    "either": "uint bits",
    "union": "rows",
}


@st.composite
def record_shapes(draw: st.DrawFn) -> RecordShape:
    groups = []
    for g in range(draw(st.integers(1, 3))):
        merge: Merge = draw(st.sampled_from(sorted(KINDS_OF_FIELD)))
        count = draw(st.integers(1, 3))
        found = [draw(fields(f"f{g}{i}", KINDS_OF_FIELD[merge])) for i in range(count)]
        if merge == "greatest":
            found[0] = Uint(f"f{g}0", draw(MOST))
        groups.append(Group(merge, tuple(found)))
    return RecordShape(tuple(groups))


SHAPES = st.dictionaries(st.one_of(st.integers(0, 70), st.integers(0, 40_000)), record_shapes(), min_size=1, max_size=4)


def longest_value(field: Field) -> Any:
    match field:
        case Uint(_, most):
            return most
        case Bits(_, size):
            return list(range(size))
        case Sequence(_, length, most):
            return [most] * length
        case Rows(_, length, columns):
            return [list(columns)] * length
        case Utf8(_, most):
            return "x" * most


def records(shape: RecordShape) -> st.SearchStrategy[dict[str, Any]]:
    values = {field.name: value_of(field, group.merge) for group in shape.groups for field in group.fields}
    return st.fixed_dictionaries({"counter": COUNTERS, "mark": MARKS, "values": st.fixed_dictionaries(values)})


def states(shapes: Shapes) -> st.SearchStrategy[State]:
    return st.fixed_dictionaries({}, optional={n: records(shape) for n, shape in shapes.items()}).map(
        lambda found: sorted(found.items())
    )


def with_states(count: int) -> st.SearchStrategy[tuple[Shapes, tuple[State, ...]]]:
    return SHAPES.flatmap(lambda shapes: st.tuples(st.just(shapes), st.tuples(*[states(shapes)] * count)))


def worst(shapes: Shapes) -> int:
    return FRAME + sum(record_length(n, shape) for n, shape in shapes.items())


@given(with_states(1))
def test_what_is_packed_comes_back_in_a_safe_alphabet_within_the_worst_case(
    packer: Packer, drawn: tuple[Shapes, tuple[State]]
) -> None:
    shapes, (state,) = drawn
    packed = packer.pack(shapes, state)
    assert packed.isascii() and packed.replace("-", "a").replace("_", "a").isalnum()
    assert len(packed) <= worst(shapes)
    assert packer.unpack(shapes, packed) == (state, "none")


@given(SHAPES)
def test_the_worst_case_is_reached_and_no_promise_too_much(packer: Packer, shapes: Shapes) -> None:
    state: State = [
        (n, {"counter": MOST_COUNTER, "mark": 4095, "values": full(shape)}) for n, shape in sorted(shapes.items())
    ]
    unions = sum(group.merge == "union" for shape in shapes.values() for group in shape.groups)
    if not unions:  # equal rows of a union are one
        assert len(packer.pack(shapes, state)) == worst(shapes)


def full(shape: RecordShape) -> dict[str, Any]:
    return {field.name: longest_value(field) for group in shape.groups for field in group.fields}


@given(with_states(1), st.data())
def test_a_state_that_was_cut_gives_only_records_that_were_there(
    packer: Packer, drawn: tuple[Shapes, tuple[State]], data: st.DataObject
) -> None:
    shapes, (state,) = drawn
    packed = packer.pack(shapes, state)
    found, damage = packer.unpack(shapes, packed[: data.draw(st.integers(1, len(packed) - 1))])
    assert damage == "cut"
    assert found == state[: len(found)]


@given(SHAPES, st.text(max_size=60))
@example({1: RecordShape((Group("latest", (Sequence("f", 9, 9),)),))}, "1BIBBB_______9")
def test_no_text_whatever_stops_the_player(packer: Packer, shapes: Shapes, text: str) -> None:
    packer.unpack(shapes, "1" + text)
    packer.unpack(shapes, text)


@given(with_states(3))
def test_copies_merge_to_the_same_in_any_order_and_however_often(
    packer: Packer, drawn: tuple[Shapes, tuple[State, State, State]]
) -> None:
    shapes, (a, b, c) = drawn
    merged = packer.merge(shapes, a, b, c)
    assert packer.merge(shapes, c, a, b) == merged
    assert packer.merge(shapes, a, packer.merge(shapes, c, b)) == merged
    assert packer.merge(shapes, merged, b) == merged
    assert packer.merge(shapes, a, a) == a


@given(with_states(1), st.data())
def test_records_of_another_version_of_the_course_travel_through(
    packer: Packer, drawn: tuple[Shapes, tuple[State]], data: st.DataObject
) -> None:
    shapes, (state,) = drawn
    packed = packer.pack(shapes, state)
    gone = data.draw(st.sampled_from(sorted(shapes)))
    known = {n: shape for n, shape in shapes.items() if n != gone}
    found, _ = packer.unpack(known, packed)
    assert packer.pack(known, found) == packed
