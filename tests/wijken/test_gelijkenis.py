"""Statistical twins, with made-up areas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.errors import InvoerError
from wijken.gelijkenis import Profiel, kwantiel, spreidingen, tweelingen
from wijken.regio import Regiocode


def verzonnen(nummer, *waarden):
    return Profiel(Regiocode(f"BU0000{nummer:04d}"), tuple(map(float, waarden)))


def nummers(gevonden):
    return [int(t.profiel.regio.code[-4:]) for t in gevonden]


def test_the_nearest_come_first_and_itself_never():
    eigen = verzonnen(1, 10, 10)
    alle = [eigen, verzonnen(2, 13, 10), verzonnen(3, 11, 10), verzonnen(4, 10, 30)]
    assert nummers(tweelingen(eigen, alle, (1.0, 1.0), 2)) == [3, 2]


def test_every_figure_counts_as_much_whatever_its_unit():
    # A thousand euro and a share: each differs by one spread.
    eigen = verzonnen(1, 50, 200)
    anders = [verzonnen(2, 60, 200), verzonnen(3, 50, 300)]
    een, ander = tweelingen(eigen, anders, (10.0, 100.0), 2)
    assert een.afstand == pytest.approx(ander.afstand)


def test_a_figure_without_spread_does_not_count():
    eigen = verzonnen(1, 5, 10)
    (enige,) = tweelingen(eigen, [verzonnen(2, 99, 12)], (0.0, 2.0), 5)
    assert enige.afstand == pytest.approx(1.0)


def test_one_odd_area_does_not_set_the_measure():
    gewoon = [verzonnen(n, n) for n in range(1, 100)]
    (maat,) = spreidingen(gewoon)
    (met_vreemde,) = spreidingen([*gewoon, verzonnen(200, 1e9)])
    assert met_vreemde == pytest.approx(maat, rel=0.05)


def test_at_equal_distance_the_code_decides_so_that_the_order_is_fixed():
    eigen = verzonnen(1, 10)
    anders = [verzonnen(3, 11), verzonnen(2, 9)]
    assert nummers(tweelingen(eigen, anders, (1.0,), 5)) == [2, 3]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.floats(0, 1))
def test_a_quantile_lies_among_the_values(waarden, deel):
    reeks = sorted(waarden)
    assert reeks[0] - 1e-6 <= kwantiel(reeks, deel) <= reeks[-1] + 1e-6


def test_a_quantile_is_found_between_two_values():
    assert kwantiel([0.0, 10.0], 0.1) == pytest.approx(1.0)
    with pytest.raises(InvoerError, match="lege rij"):
        kwantiel([], 0.5)


def test_profiles_of_different_length_are_refused():
    with pytest.raises(InvoerError, match="evenveel"):
        spreidingen([verzonnen(1, 1), verzonnen(2, 1, 2)])
    assert spreidingen([]) == ()
