"""The order that a learner meets: the same here as in the browser, by the numbers of player/tests/random.test.ts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.course.learner_order import hashed, shuffled


def test_the_browser_gives_the_same_numbers() -> None:
    assert [hashed(0), hashed(1), hashed(20260711, 9, 0, 1)] == [0, 1364076727, 4134597864]
    assert shuffled(20260711, 9, [1, 2, 3, 4, 5]) == [5, 2, 3, 4, 1]


@given(st.integers(1, 2**30), st.integers(1, 500), st.sets(st.integers(1, 99), max_size=9), st.integers(0, 99))
def test_nothing_is_lost_and_what_is_added_leaves_the_others_in_order(
    seed: int, n: int, numbers: set[int], salt: int
) -> None:
    before = shuffled(seed, n, numbers, salt)
    assert sorted(before) == sorted(numbers)
    assert [number for number in shuffled(seed, n, numbers | {100}, salt) if number != 100] == before
