"""The worst case of the packed state, held to an independent packer that follows docs/state.md."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.course.capacity import number_length, record_length
from builder.course.record import Bits, Field, Group, RecordShape, Rows, Sequence, Uint, Utf8


def packed_number(value: int) -> int:
    """Digits of a number: five bits each, at least one."""
    digits = 1
    while value > 31:
        value >>= 5
        digits += 1
    return digits


@pytest.mark.parametrize(
    ("most", "digits"), [(0, 1), (1, 1), (31, 1), (32, 2), (1023, 2), (1024, 3), (32767, 3), (2**30 - 1, 6)]
)
def test_a_number_takes_a_digit_for_every_five_bits(most: int, digits: int) -> None:
    assert number_length(most) == digits == packed_number(most)


def test_a_question_costs_what_the_formula_says() -> None:
    shape = RecordShape((Group("latest", (Uint("checked", 1), Bits("chosen", 8))),))
    # counter 3, mark 2, checked 1, chosen 1 + 2; its length 1, its thing (number 40) 2
    assert record_length(40, shape) == 2 + 1 + 3 + 2 + 1 + 3


def test_every_field_costs_what_the_table_says() -> None:
    def cost(field: Field) -> int:
        return record_length(1, RecordShape((Group("latest", (field,)),))) - record_length(1, RecordShape(()))

    assert cost(Uint("a", 1024)) == 3
    assert cost(Bits("b", 0)) == 1
    assert cost(Bits("b", 7)) == 1 + 2
    assert cost(Sequence("c", 10, 40)) == 1 + 10 * 2
    assert cost(Rows("d", 3, (31, 10_000))) == 1 + 3 * (1 + 3)
    assert cost(Utf8("e", 4)) == 1 + 6


def packed_field(field: Field, draw: Callable[[st.SearchStrategy[int]], int]) -> int:
    """The length of a random value of that field, packed."""
    if isinstance(field, Uint):
        return packed_number(draw(st.integers(0, field.most)))
    if isinstance(field, Bits):
        digits = draw(st.integers(0, -(-field.size // 6)))
        return packed_number(digits) + digits
    if isinstance(field, Sequence):
        count = draw(st.integers(0, field.length))
        return packed_number(count) + sum(packed_number(draw(st.integers(0, field.most))) for _ in range(count))
    if isinstance(field, Rows):
        count = draw(st.integers(0, field.length))
        cells = [most for _ in range(count) for most in field.most]
        return packed_number(count) + sum(packed_number(draw(st.integers(0, most))) for most in cells)
    count = draw(st.integers(0, field.most))
    return packed_number(count) + -(-count * 8 // 6)


FIELDS: st.SearchStrategy[Field] = st.one_of(
    st.builds(Uint, st.just("a"), st.integers(0, 10**9)),
    st.builds(Bits, st.just("b"), st.integers(0, 3000)),
    st.builds(Sequence, st.just("c"), st.integers(0, 12), st.integers(0, 5000)),
    st.builds(
        Rows, st.just("d"), st.integers(0, 5), st.lists(st.integers(0, 10_000), min_size=1, max_size=3).map(tuple)
    ),
    st.builds(Utf8, st.just("e"), st.integers(0, 5000)),
)


@given(st.lists(FIELDS, max_size=4), st.integers(0, 99_999), st.data())
def test_no_record_gets_longer_than_its_worst_case(fields: list[Field], thing: int, data: st.DataObject) -> None:
    counter = data.draw(st.integers(0, 32767))
    body = packed_number(counter) + 2 + sum(packed_field(field, data.draw) for field in fields)
    shape = RecordShape((Group("latest", tuple(fields)),))
    assert packed_number(thing) + packed_number(body) + body <= record_length(thing, shape)
