"""How far a sum of rounded counts may be off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.afronding import afrondstap, hoogste_afwijking


@pytest.mark.parametrize(
    ("waarden", "stap"),
    [((5, 15, 40), 5), ((10, 20, 0), 10), ((3, 10), 1), ((0, 0), 1), ((), 1), ((100, 50), 10)],
)
def test_the_step_is_what_all_counts_are_a_multiple_of(waarden, stap):
    assert afrondstap(waarden) == stap


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=40), st.sampled_from([5, 10]))
def test_a_sum_of_rounded_counts_is_never_further_off(echt, stap):
    rond = [round(n / stap) * stap for n in echt]
    assert abs(sum(rond) - sum(echt)) <= hoogste_afwijking(stap, len(echt))


def test_what_is_not_rounded_is_not_off():
    assert hoogste_afwijking(1, 12) == 0
