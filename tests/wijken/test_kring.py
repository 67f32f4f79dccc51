"""Two figures of which one was modelled from the other are a circle."""

import pytest

from wijken.kring import kring


@pytest.mark.parametrize(
    ("een", "ander", "kenmerken"),
    [
        ("eenzaam_aandeel", "ouderen_65_aandeel", ("leeftijd",)),
        ("ouderen_65_aandeel", "eenzaam_aandeel", ("leeftijd",)),
        ("moeite_met_rondkomen_aandeel", "bijstand_per_1000", ("inkomen",)),
        ("roken_aandeel", "koopwoningen_aandeel", ("wonen",)),
        ("leefbaarheid_veiligheid_score", "misdrijven_per_1000", ("veiligheid",)),
    ],
)
def test_a_model_against_what_it_was_made_of_is_a_circle(catalogus, een, ander, kenmerken):
    gevonden = kring(catalogus.indicator(een), catalogus.indicator(ander))
    assert gevonden is not None
    assert gevonden.uit is not None
    assert gevonden.kenmerken == kenmerken
    assert gevonden.model.model_uit


def test_two_figures_of_one_model_are_a_circle_too(catalogus):
    gevonden = kring(catalogus.indicator("eenzaam_aandeel"), catalogus.indicator("roken_aandeel"))
    assert gevonden is not None
    assert gevonden.uit is None
    assert "leeftijd" in gevonden.kenmerken


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("ouderen_65_aandeel", "bijstand_per_1000"),
        ("eenzaam_aandeel", "huisarts_afstand"),
        ("eenzaam_aandeel", "misdrijven_per_1000"),
        ("eenzaam_aandeel", "leefbaarheid_veiligheid_score"),
    ],
)
def test_figures_that_have_nothing_in_common_are_none(catalogus, een, ander):
    assert kring(catalogus.indicator(een), catalogus.indicator(ander)) is None


def test_every_characteristic_is_one_that_some_model_used(catalogus):
    # A misspelt word would silently never warn.
    alle = catalogus.indicatoren.values()
    gebruikt = {deel for indicator in alle for deel in indicator.model_uit}
    assert {deel for indicator in alle for deel in indicator.kenmerken} <= gebruikt
