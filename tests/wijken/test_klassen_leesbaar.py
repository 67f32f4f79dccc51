"""Breaks that people can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.klassen import Klassen, leesbaar


@pytest.mark.parametrize(
    ("grenzen", "fijnste", "uitersten", "leesbare"),
    [
        ((13.2, 52.5, 102.2), 1.0, (0.0, 160.0), (10.0, 50.0, 100.0)),
        ((0.61, 1.18, 1.64, 2.79), 0.1, (0.2, 3.8), (0.6, 1.2, 1.6, 2.8)),
        ((-0.041, -0.019, 0.012), 0.001, (-0.06, 0.09), (-0.04, -0.02, 0.01)),
        ((2.0, 3.0), 1.0, (1.0, 3.0), (2.0, 3.0)),
        ((), 1.0, (4.0, 4.0), ()),
    ],
)
def test_breaks_are_as_round_as_their_distances_allow(grenzen, fijnste, uitersten, leesbare):
    assert leesbaar(Klassen(grenzen), fijnste, uitersten).grenzen == leesbare


def test_breaks_exactly_between_two_steps_do_not_meet():
    # 1.5 and 2.5 both round to 2 by the rule of halves to even.
    assert leesbaar(Klassen((1.5, 2.5)), 1.0, (0.5, 9.0)).grenzen == (2.0, 3.0)


@given(st.lists(st.floats(0, 1000), min_size=3, max_size=8, unique=True))
def test_no_class_falls_outside_the_values(waarden):
    laag, *grenzen, hoog = sorted(waarden)
    klassen = leesbaar(Klassen(tuple(grenzen)), 0.001, (laag, hoog))
    assert all(laag < grens <= hoog for grens in klassen.grenzen)
    assert len(klassen.grenzen) <= len(grenzen)
