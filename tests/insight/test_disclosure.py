"""What is shown of people: no group of fewer than five can be read off or worked out."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from builder.insight.disclosure import LEAST, Count, count, discrimination, parts, share, spread
from builder.insight.figures import Discrimination, Share, Spread

cells = st.lists(st.integers(0, 14), min_size=1, max_size=4)


def test_fewer_than_five_are_said_to_be_few_and_none_is_no_exception() -> None:
    assert {count(n).words for n in range(5)} == {"under 5"}


@given(st.integers(LEAST, 10**7))
def test_five_and_more_are_rounded_to_the_nearest_five(learners: int) -> None:
    shown = count(learners).about
    assert shown is not None
    assert shown % 5 == 0
    assert abs(shown - learners) <= 2


def _sizes(shown: Count) -> range:
    """All numbers that are shown so, as somebody who knows the rules would list them."""
    if shown.kept_back:
        return range(LEAST, 60)
    if shown.about is None:
        return range(LEAST)
    return range(max(LEAST, shown.about - 2), shown.about + 3)


@given(cells)
def test_whoever_knows_the_whole_and_the_other_parts_cannot_work_out_a_hidden_part(learners: list[int]) -> None:
    shown = parts(learners)
    whole = _sizes(count(sum(learners)))
    if all(it.about is None for it in shown):
        return
    fits = [sizes for sizes in product(*map(_sizes, shown)) if sum(sizes) in whole]
    for at, it in enumerate(shown):
        if it.about is None and not it.kept_back:
            assert len({sizes[at] for sizes in fits}) >= 3, (learners, [one.words for one in shown])


def test_what_rounding_alone_would_give_away_is_kept_back() -> None:
    # About 5, about 5 and few of about 20: only 7, 7 and 4 of 18 fit.
    assert [it.words for it in parts([7, 7, 4])] == ["hidden", "5", "under 5"]


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_share_is_exact_only_where_five_learners_or_more_stand_on_both_sides(part: int, rest: int) -> None:
    shown = share(Share(part, part + rest))
    if part + rest < 10:
        assert shown.words == "too few"
    elif min(part, rest) >= LEAST:
        assert shown.low == shown.high
        assert shown.low is not None
        assert abs(shown.low - 100 * part / (part + rest)) <= 2.5
    else:
        assert shown.low is not None
        assert shown.high is not None
        assert shown.low <= 100 * part / (part + rest) <= shown.high
        # Whoever takes the bound for the number finds five learners or more.
        assert (shown.high - shown.low) * (part + rest) >= 100 * LEAST


@given(st.integers(10, 300), st.integers(0, 4), st.integers(0, 4))
def test_a_bound_is_the_same_for_none_and_for_four(whole: int, few: int, other: int) -> None:
    assert share(Share(few, whole)) == share(Share(other, whole))
    assert share(Share(whole - few, whole)) == share(Share(whole - other, whole))


def test_quartiles_and_correlations_of_fewer_than_five_are_hidden() -> None:
    steps = ((0.0, 5.0),)
    assert spread(Spread(4, 1, 2, 3), steps) is None
    assert spread(Spread(5, 11, 22, 33), steps) is not None
    assert discrimination(Discrimination(0.5, 4, 40)) is None
    assert discrimination(Discrimination(0.5, 40, 4)) is None
    assert discrimination(Discrimination(0.44, 5, 5)) == 0.4
