"""Whatever the rule for several options: more right is never worth less, and more wrong never more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.course.hundredths import ALL
from builder.course.options_score import several

OPTIONS = range(1, 9)
SETS = st.sets(st.sampled_from(OPTIONS))
RULES = st.one_of(st.none(), st.tuples(st.integers(1, 100), st.integers(1, 100)).map(list))


@given(SETS.filter(bool), SETS, RULES, st.sampled_from(OPTIONS))
def test_a_right_option_more_is_never_worth_less_and_a_wrong_one_never_more(
    right: set[int], chosen: set[int], slip: list[int] | None, other: int
) -> None:
    data = {"right": sorted(right), **({"slip": slip} if slip else {})}

    def score(taken: set[int]) -> int:
        return several(data, {"chosen": sorted(taken)})  # type: ignore[arg-type]

    before, after = score(chosen), score(chosen | {other})
    if slip and other in right:
        assert after >= before
    if other not in right and other not in chosen:
        assert after <= before
    assert 0 <= before <= score(right) == ALL
    assert (before == ALL) == (chosen == right)
