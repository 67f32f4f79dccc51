"""The rules of the comparison: read, checked, and held against the catalogue."""

import tomllib
from importlib import resources

import pytest

from wijken.errors import WijkenError
from wijken.vergelijkregels import lees_regels, load_regels, toets_bestaan


@pytest.fixture
def bron():
    pad = resources.files("wijken") / "data" / "vergelijken.toml"
    return tomllib.loads(pad.read_text(encoding="utf-8"))


def test_every_indicator_it_names_is_in_the_catalogue(catalogus):
    toets_bestaan(load_regels(), catalogus.indicatoren)


def test_an_unknown_indicator_is_told_by_name(bron, catalogus):
    bron["overzicht"]["cijfers"].append("verzonnen_aandeel")
    with pytest.raises(WijkenError, match="verzonnen_aandeel"):
        toets_bestaan(lees_regels(bron), catalogus.indicatoren)


def test_the_overview_shows_every_theme_and_the_lead_themes(catalogus):
    themas = {catalogus.indicator(i).thema for i in load_regels().overzicht}
    assert themas == set(catalogus.themas)


def test_twins_are_told_on_counted_national_figures_only(catalogus):
    for sleutel in load_regels().gelijkenis.indicatoren:
        indicator = catalogus.indicator(sleutel)
        assert indicator.landelijk, sleutel
        assert indicator.soort != "model", sleutel


@pytest.mark.parametrize(
    ("maak_stuk", "melding"),
    [
        (lambda b: b.pop("leeftijd"), "leeftijd"),
        (lambda b: b["trede"].reverse(), "oplopen"),
        (lambda b: b["trede"][0].update(tot=0.9), "oplopen"),
        (lambda b: b["kloof"].update(laag=0.95), "laag < hoog"),
        (lambda b: b["kloof"].update(vreemd=1), "vreemd"),
    ],
    ids=["absent", "descending", "below one", "gap upside down", "unknown key"],
)
def test_a_fault_is_told(bron, maak_stuk, melding):
    maak_stuk(bron)
    with pytest.raises(WijkenError, match=melding):
        lees_regels(bron)
