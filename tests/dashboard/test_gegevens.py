"""A figure gets the denominator nearest in time, of its own division (verzonnen rijen)."""

import pytest

from dashboard.gegevens import is_onzeker, met_noemers
from wijken.catalogus import load_catalogus

ALLE = load_catalogus().indicatoren
AANDEEL = next(i for i in ALLE.values() if i.noemer is not None and i.noemer_minimaal)


def rij(indicator: str, jaar: int, waarde: float | None, *, indeling: int = 2024, status="gemeten"):
    return {
        "indicator": indicator,
        "indeling": indeling,
        "periode": f"{jaar}JJ00",
        "waarde": waarde,
        "status": status if waarde is None else "gemeten",
    }


def noemer_van(*noemers):
    rijen = [*noemers, rij(AANDEEL.id, 2020, 10.0)]
    (gevonden,) = [r for r in met_noemers(rijen, ALLE) if r["indicator"] == AANDEEL.id]
    return gevonden


@pytest.mark.parametrize(
    ("jaren", "verwacht"),
    [((2013, 2019, 2024), 2019), ((2020, 2021), 2020), ((2018, 2022), 2018), ((), None)],
)
def test_the_nearest_in_time_counts_and_the_older_of_two(jaren, verwacht):
    gevonden = noemer_van(*(rij(AANDEEL.noemer, jaar, float(jaar)) for jaar in jaren))
    assert gevonden["noemer"] == verwacht


def test_a_denominator_of_another_division_is_none():
    assert noemer_van(rij(AANDEEL.noemer, 2020, 900.0, indeling=2020))["noemer"] is None


@pytest.mark.parametrize(
    ("status", "onzeker"), [("geheim", True), ("onbekend", True), ("niet_in_kopie", False)]
)
def test_one_too_small_to_be_told_makes_the_figure_uncertain(status, onzeker):
    gevonden = noemer_van(rij(AANDEEL.noemer, 2020, None, status=status))
    assert is_onzeker(AANDEEL, gevonden) is onzeker


def test_what_the_catalogue_does_not_know_is_left_out():
    assert list(met_noemers([rij("verzonnen_aantal", 2020, 1.0)], ALLE)) == []
