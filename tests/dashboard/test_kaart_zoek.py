"""Finding a wijk or buurt: which are found, and that the way leads to a map that shows it."""

import pytest

from dashboard.components.kaart.beeld import lees_beeld
from dashboard.kaart.zoek import MEEST, antwoord, plekken, weg, zoek
from dashboard.page import Adres


@pytest.fixture
def vraag(wereld):
    def stel(tekst, **meer):
        with wereld.reader.momentopname() as nu:
            return antwoord(wereld, nu, {"q": tekst, **meer})

    return stel


def namen(uitslag):
    return [hit["naam"] for hit in uitslag["gevonden"]]


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [
        ("schelfhorst", "Schelfhorst"),
        ("SCHÉLFHORST", "Schelfhorst"),
        ("riet", "De Riet"),
        ("gravendeel", "'s-Gravendeel"),
        ("sgravendeel", "'s-Gravendeel"),
        ("oud beijerland", "Oud-Beijerland"),
        ("bedrijventerrein de bosschen", "Oud-Beijerland Bedrijventerr. De Bossche"),
    ],
)
def test_what_is_typed_finds_the_place_in_both_areas(vraag, tekst, eerste):
    assert namen(vraag(tekst))[0] == eerste


def test_a_gemeente_finds_its_wijken_and_says_how_many_more(vraag):
    uitslag = vraag("almelo")
    assert len(uitslag["gevonden"]) == MEEST
    assert "typ verder" in uitslag["zin"]


def test_what_is_gone_says_until_when_it_was_there(vraag):
    gevonden = {hit["naam"]: hit["bij"] for hit in vraag("riet noord")["gevonden"]}
    assert gevonden["Riet Noord"] == "buurt, De Riet, Almelo, bestond tot 2020"


def test_no_hit_says_what_was_looked_for(vraag):
    uitslag = vraag("<b>qqq</b>")
    assert uitslag["gevonden"] == []
    assert "«<b>qqq</b>»" in uitslag["zin"]


def test_a_slip_of_the_pen_finds_what_looks_like_it(vraag):
    uitslag = vraag("putershoek")
    assert namen(uitslag)[0] == "Puttershoek"
    assert "«putershoek»" in uitslag["zin"]


def test_every_place_leads_to_a_map_that_shows_it(wereld):
    with wereld.reader.momentopname() as nu:
        alle = plekken(nu)
        assert len(alle) > 140
        for plek in alle:
            adres = weg(nu, plek, {"indicator": "eenzaam_aandeel"})
            vraag = Adres.parse("/kaart", adres.partition("?")[2]).vraag
            beeld = lees_beeld(wereld, nu, vraag)
            assert beeld.staat.meldingen == (), plek.kaart.naam
            assert beeld.staat.selectie in plek.codes.values(), plek.kaart.naam
            assert beeld.vorm, plek.kaart.naam


def test_the_theme_stays_where_the_place_is_on_its_map(vraag):
    adres = vraag("puttershoek", indicator="eenzaam_aandeel", laag="namen")["gevonden"][0]["adres"]
    assert "indicator=eenzaam_aandeel" in adres
    assert "laag=namen" in adres


def test_year_way_of_looking_and_focus_stay_when_a_place_is_looked_for(vraag):
    gekeken = {
        "indicator": "moeite_met_rondkomen_aandeel",
        "jaar": "2016",
        "vorig": "2012",
        "focus": "WK196307",
        "laag": "woningen",
        "woningen": "eigendom",
    }
    hit = vraag("puttershoek", gebied="hw-wonen", niveau="wijk", **gekeken)["gevonden"][0]
    gevonden = Adres.parse("/kaart", hit["adres"].partition("?")[2]).vraag
    assert {sleutel: gevonden.get(sleutel) for sleutel in gekeken} == gekeken


def test_what_belongs_to_a_theme_goes_with_it(vraag):
    # No buurt has this theme.
    gekeken = {"indicator": "laagste_40_personen_aandeel", "klassen": "10;20", "vorig": "2016"}
    adres = vraag("schelfhorst zuid", gebied="beter-wonen", **gekeken)["gevonden"][0]["adres"]
    gevonden = Adres.parse("/kaart", adres.partition("?")[2]).vraag
    assert not {"klassen", "vorig", "jaar"} & gevonden.keys()
    assert "laagste_40" not in adres


def test_a_place_counts_once_under_all_its_names(wereld):
    with wereld.reader.momentopname() as nu:
        gevonden = zoek(plekken(nu), "bedrijventerrein de bosschen").plekken
    assert [plek.codes[2024].code for plek in gevonden] == ["BU19630050"]


@pytest.mark.parametrize("tekst", ["", "%20", "%00", "x" * 5000, "'%22%3Cscript%3E"])
def test_nonsense_is_answered(klant, tekst):
    klaar = klant.get(f"/kaart/zoek.json?q={tekst}")
    assert klaar.status_code == 200
    assert klaar.json["gevonden"] == []
