"""When two figures differ, with made-up figures."""

import pytest

from wijken.periode import Periode
from wijken.regio import Regiocode
from wijken.vergelijkregels import load_regels
from wijken.verschil import Verschil, trede, verschil
from wijken.waarneming import Herkomst, Status, Waarneming


def verzonnen(waarde, code="GM0141", **meer):
    status = Status.GEHEIM if waarde is None else Status.GEMETEN
    herkomst = Herkomst("verzonnen", "verzonnen", "verzonnen")
    return Waarneming(
        "verzonnen", Regiocode(code), 2024, Periode(2024), waarde, status, herkomst, **meer
    )


@pytest.mark.parametrize(
    ("indicator", "een", "ander", "verwacht"),
    [
        ("moeite_met_rondkomen_aandeel", 14.0, 18.9, Verschil.MODEL),
        ("moeite_met_rondkomen_aandeel", 14.0, 19.0, Verschil.DUIDELIJK),
        ("ouderen_65_aandeel", 20.0, 21.0, Verschil.AFRONDING),
        ("ouderen_65_aandeel", 20.0, 21.1, Verschil.DUIDELIJK),
        ("huisarts_afstand", 1.1, 1.2, Verschil.AFRONDING),
        ("huisarts_afstand", 1.1, 1.3, Verschil.DUIDELIJK),
        ("ouderen_65_aandeel", None, 21.0, Verschil.ONBEKEND),
        # A score is no share: five points would be more than its whole range.
        ("leefbaarheid_veiligheid_score", 0.05, 0.15, Verschil.DUIDELIJK),
    ],
)
def test_a_difference_is_told_only_where_there_is_one(catalogus, indicator, een, ander, verwacht):
    gevonden = verschil(catalogus.indicator(indicator), verzonnen(een), verzonnen(ander))
    assert gevonden is verwacht


def test_the_order_of_the_two_does_not_matter(catalogus):
    indicator = catalogus.indicator("moeite_met_rondkomen_aandeel")
    een, ander = verzonnen(14.0), verzonnen(25.0)
    assert verschil(indicator, een, ander) is verschil(indicator, ander, een)


def test_overlapping_margins_are_no_clear_difference(catalogus):
    indicator = catalogus.indicator("ouderen_65_aandeel")
    een, ander = verzonnen(20.0, onder=15.0, boven=25.0), verzonnen(30.0, onder=24.0, boven=36.0)
    assert verschil(indicator, een, ander) is Verschil.MARGES


def test_few_people_make_a_difference_uncertain(catalogus):
    indicator = catalogus.indicator("ouderen_65_aandeel")
    assert verschil(indicator, verzonnen(5.0, onzeker=True), verzonnen(60.0)) is Verschil.ONZEKER


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [
        (20.0, 21.9, "gelijk"),
        (20.0, 24.0, "iets"),
        (10.0, 15.0, "anderhalf"),
        (10.0, 16.0, "ruim_anderhalf"),
        (10.0, 19.0, "bijna_twee"),
        (10.0, 20.0, "twee"),
        (10.0, 41.0, "vier"),
        (1.0, 900.0, "vele"),
        (0.0, 12.0, None),
        (-0.1, 0.2, None),
    ],
)
def test_how_much_more_is_told_in_steps_whichever_comes_first(een, ander, verwacht):
    treden = load_regels().treden
    assert trede(een, ander, treden) == verwacht
    assert trede(ander, een, treden) == verwacht
