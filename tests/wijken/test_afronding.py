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


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=40))
def test_a_sum_of_counts_rounded_to_tens_is_never_further_off(echt):
    rond = [round(n / 10) * 10 for n in echt]
    assert abs(sum(rond) - sum(echt)) <= hoogste_afwijking(10, len(echt))


@given(st.lists(st.tuples(st.integers(0, 5000), st.booleans()), min_size=1, max_size=40))
def test_a_sum_of_counts_rounded_to_fives_at_random_is_never_further_off(echt):
    # CBS rounds up or down by chance: 1 to 4 people may be published as 0, or as 5.
    rond = [n - n % 5 + (5 if omhoog and n % 5 else 0) for n, omhoog in echt]
    assert abs(sum(rond) - sum(n for n, _ in echt)) <= hoogste_afwijking(5, len(echt))


def test_the_bound_is_reached_when_every_part_is_rounded_the_same_way():
    assert sum([4] * 12) - sum([0] * 12) == hoogste_afwijking(5, 12)


def test_what_is_not_rounded_is_not_off():
    assert hoogste_afwijking(1, 12) == 0
