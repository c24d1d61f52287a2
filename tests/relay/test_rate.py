"""A learner may ask as often as a learner does, and is told when to come again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.relay.rate import Buckets
from builder.relay.settings import Bounds
from tests.relay.asked import FakeLrs, Page, options, statement


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_one_who_asks_too_often_waits_and_nobody_else_does(fake_lrs: FakeLrs) -> None:
    clock = Clock()
    page = Page(options(bounds=Bounds(requests=6)), fake_lrs, clock=clock)
    assert [page.ask("GET", "session").status_code for _ in range(7)] == [200] * 6 + [429]
    assert page.ask("GET", "session", user="colin").status_code == 200
    clock.now = 4
    refused = page.ask("POST", "statements", statement())
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "6")
    clock.now += 6
    assert page.ask("POST", "statements", statement()).status_code == 200
    assert len(fake_lrs.requests) == 1


def test_large_batches_count_for_more(fake_lrs: FakeLrs) -> None:
    page = Page(options(bounds=Bounds(requests=10)), fake_lrs)
    batch = [statement() for _ in range(90)]
    assert [page.ask("POST", "statements", batch).status_code for _ in range(2)] == [200, 429]


@given(
    a_minute=st.integers(1, 600),
    steps=st.lists(st.tuples(st.floats(0, 120), st.floats(0, 20)), max_size=40),
)
def test_who_waits_as_long_as_told_is_served_and_no_more_than_allowed(
    a_minute: int, steps: list[tuple[float, float]]
) -> None:
    clock = Clock()
    buckets = Buckets(a_minute, clock)
    taken = 0.0
    for passed, charged in steps:
        clock.now += passed
        wait = buckets.take("dana")
        if wait:
            clock.now += wait
            assert buckets.take("dana") == 0
        buckets.charge("dana", charged)
        taken += 1
        assert taken <= a_minute + clock.now * a_minute / 60 + 1e-6


def test_what_is_remembered_of_learners_is_bounded() -> None:
    buckets = Buckets(1, Clock())
    assert buckets.take("dana") == 0
    for number in range(10_000):
        buckets.take(str(number))
    assert buckets.take("dana") == 0
