"""Typed class limits: the nearest sensible ones, and what was wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.eigen_klassen import Bezwaar, lees_grenzen, schrijf_grenzen
from wijken.klassen import MAXIMUM, Klassen


@pytest.mark.parametrize(
    ("tekst", "grenzen"),
    [
        ("10;20;30", (10, 20, 30)),
        ("10 20 30", (10, 20, 30)),
        ("10, 20, 30", (10, 20, 30)),
        ("10,20,30", (10, 20, 30)),
        ("10; 20; 30", (10, 20, 30)),
        ("10", (10,)),
        ("\u22125;5", (-5, 5)),
        ("1.000;2.500", (1000, 2500)),
    ],
)
def test_limits_are_read_as_people_type_them(tekst, grenzen):
    assert lees_grenzen(tekst, 0) == lees_grenzen(";".join(map(str, grenzen)), 0)
    assert lees_grenzen(tekst, 0).grenzen == grenzen
    assert lees_grenzen(tekst, 0).bezwaren == ()


def test_a_comma_is_a_decimal_sign():
    assert lees_grenzen("0,5;1;1.5", 1).grenzen == (0.5, 1.0, 1.5)


@pytest.mark.parametrize(
    ("tekst", "grenzen", "bezwaar"),
    [
        ("10;x;30", (10, 30), Bezwaar.GEEN_GETAL),
        ("30;10", (10, 30), Bezwaar.VOLGORDE),
        ("10;10;20", (10, 20), Bezwaar.VOLGORDE),
        ("1;2;3;4;5;6", (1, 2, 3, 4), Bezwaar.TE_VEEL),
        ("onzin", (), Bezwaar.GEEN_GETAL),
        ("", (), Bezwaar.GEEN_GETAL),
        ("1e9;nan;inf", (), Bezwaar.GEEN_GETAL),
    ],
)
def test_nonsense_gives_the_nearest_limits_and_is_named(tekst, grenzen, bezwaar):
    assert lees_grenzen(tekst, 0) == type(lees_grenzen("1", 0))(grenzen, (bezwaar,))


def test_limits_finer_than_the_figures_are_written_fall_together():
    assert lees_grenzen("10,2;10,4;20", 0).grenzen == (10, 20)


@given(tekst=st.text(max_size=60), decimalen=st.integers(0, 2))
def test_whatever_is_typed_makes_classes_that_can_be_drawn(tekst, decimalen):
    getypt = lees_grenzen(tekst, decimalen)
    assert Klassen(getypt.grenzen).aantal <= MAXIMUM
    assert getypt.grenzen or getypt.bezwaren


@given(
    grenzen=st.lists(st.integers(-5000, 5000), min_size=1, max_size=4, unique=True),
    decimalen=st.integers(0, 2),
)
def test_what_is_written_is_read_back(grenzen, decimalen):
    klaar = tuple(sorted(n / 10**decimalen for n in grenzen))
    assert lees_grenzen(schrijf_grenzen(klaar), decimalen).grenzen == klaar
