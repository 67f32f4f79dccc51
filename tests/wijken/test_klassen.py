"""Class breaks: equal counts, natural breaks and round steps do what they promise."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.errors import InvoerError
from wijken.klassen import (
    MAXIMUM,
    Klassen,
    gelijke_aantallen,
    natuurlijke_grenzen,
    ronde_stappen,
)

METHODEN = (gelijke_aantallen, natuurlijke_grenzen, ronde_stappen)
# Figures as they are published: a few decimals, no binary dust.
CIJFERS = st.integers(-3000, 50_000).map(lambda n: n / 10)


@pytest.mark.parametrize("methode", METHODEN)
@given(waarden=st.lists(CIJFERS, max_size=120))
def test_no_method_makes_more_than_five_classes_or_an_empty_lowest(methode, waarden):
    klassen = methode(waarden)
    assert klassen.aantal <= MAXIMUM
    if waarden:
        gebruikt = {klassen.klasse(w) for w in waarden}
        assert gebruikt <= set(range(klassen.aantal))
        assert 0 in gebruikt


@pytest.mark.parametrize("methode", METHODEN)
def test_values_that_are_all_alike_make_one_class(methode):
    assert methode([7.0] * 9).aantal == 1


@pytest.mark.parametrize("methode", METHODEN)
def test_no_values_make_one_class(methode):
    assert methode([]).aantal == 1


def test_a_value_on_a_break_belongs_to_the_class_above():
    klassen = Klassen((10.0, 20.0))
    assert [klassen.klasse(w) for w in (9.9, 10.0, 19.9, 20.0)] == [0, 1, 1, 2]


def test_breaks_must_ascend():
    with pytest.raises(InvoerError, match="oplopen"):
        Klassen((2.0, 2.0))


def test_equal_counts_are_the_quantiles():
    assert gelijke_aantallen(range(1, 102), 4).grenzen == (26.0, 51.0, 76.0)


def _kosten(reeks, grenzen):
    stukken, begin = [], 0
    for grens in (*grenzen, len(reeks)):
        stukken.append(reeks[begin:grens])
        begin = grens
    return sum(sum((x - sum(s) / len(s)) ** 2 for x in s) for s in stukken)


@given(waarden=st.lists(CIJFERS, min_size=6, max_size=11, unique=True), aantal=st.integers(2, 4))
def test_natural_breaks_are_the_best_of_all_breaks(waarden, aantal):
    reeks = sorted(waarden)
    gevonden = [reeks.index(g) for g in natuurlijke_grenzen(waarden, aantal).grenzen]
    beste = min(_kosten(reeks, c) for c in combinations(range(1, len(reeks)), aantal - 1))
    assert _kosten(reeks, gevonden) == pytest.approx(beste, abs=1e-3)


def test_round_steps_are_round():
    assert ronde_stappen([3.0, 97.0]).grenzen == (20.0, 40.0, 60.0, 80.0)
    assert ronde_stappen([0.3, 1.1]).grenzen == (0.4, 0.6, 0.8, 1.0)


@given(waarden=st.lists(CIJFERS, max_size=120), decimalen=st.integers(0, 1))
def test_round_steps_are_never_finer_than_the_figures_are_written(waarden, decimalen):
    fijnste = 10.0**-decimalen
    klassen = ronde_stappen(waarden, fijnste=fijnste)
    assert klassen.aantal <= MAXIMUM
    for grens in klassen.grenzen:
        assert grens / fijnste == pytest.approx(round(grens / fijnste), abs=1e-6)
