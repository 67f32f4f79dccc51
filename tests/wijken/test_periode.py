"""Periods are whole years, in CBS's form and in people's."""

import pytest

from wijken.errors import InvoerError
from wijken.periode import Periode


@pytest.mark.parametrize("tekst", ["2020", "2020JJ00", " 2020 "])
def test_a_year_is_read_in_both_forms(tekst):
    periode = Periode.parse(tekst)
    assert (periode.jaar, periode.code, str(periode)) == (2020, "2020JJ00", "2020")


@pytest.mark.parametrize("tekst", ["2020KW01", "2020MM01", "20", "", "nieuwste", "0000"])
def test_quarters_months_and_nonsense_are_refused(tekst):
    with pytest.raises(InvoerError, match="geen jaar"):
        Periode.parse(tekst)


def test_periods_sort_by_year():
    assert max(Periode(2012), Periode(2024), Periode(2020)) == Periode(2024)
