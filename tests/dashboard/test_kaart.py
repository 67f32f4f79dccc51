"""The page with the map on the real figures: addresses, classes, sentences, its document."""

import json
import re

import pytest

from dashboard.components.kaart.keuzes import keuzes_voor
from dashboard.components.kaart.klassen import kaartklassen
from dashboard.components.kaart.klassewoorden import klasseteksten, treden
from dashboard.components.kaart.legenda import legenda
from dashboard.components.kaart.paneel import paneel
from dashboard.components.kaart.samenvatting import samenvatting
from dashboard.components.kaart.tabel import kaarttabel
from dashboard.page import Adres
from dashboard.pages.kaart import layout
from tests.dashboard.onderdeel_lezen import tekst
from wijken.opmaak import DUN
from wijken.regio import Soort

BLAD = "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=2020"


def test_without_parameters_the_map_shows_bijstand_in_almelo_of_2020(beeld):
    staat = beeld().staat
    assert (staat.gebied.slug, staat.niveau, staat.indicator.id) == (
        "beter-wonen",
        Soort.BUURT,
        "bijstand_per_1000",
    )
    assert (staat.jaar, staat.indeling, staat.meldingen) == ("2020", 2020, ())


def test_the_other_area_opens_with_its_own_theme(beeld):
    staat = beeld(gebied="hw-wonen").staat
    assert (staat.indicator.id, staat.jaar) == ("ouderen_65_aandeel", "2024")


@pytest.mark.parametrize(
    ("vraag", "woord"),
    [
        ({"gebied": "mars"}, "mars"),
        ({"niveau": "straat"}, "straat"),
        ({"niveau": "land"}, "land"),
        ({"indicator": "geluk_aandeel"}, "geluk_aandeel"),
        ({"jaar": "1850"}, "1850"),
        ({"jaar": "<b>"}, "<b>"),
        ({"selectie": "BU99999999"}, "BU99999999"),
        ({"selectie": "GM0141"}, "GM0141"),
        ({"selectie": "x" * 300}, "x" * 40 + "…"),
        ({"laag": "bomen"}, "bomen"),
    ],
)
def test_nonsense_gives_the_nearest_view_and_says_so(beeld, vraag, woord):
    staat = beeld(**vraag).staat
    assert len(staat.meldingen) == 1
    assert f"«{woord}»" in staat.meldingen[0] or f" {woord} " in staat.meldingen[0]
    assert (staat.gebied.slug, staat.indicator.id) == ("beter-wonen", "bijstand_per_1000")


def test_a_buurt_of_another_division_is_no_choice_on_this_map(beeld):
    # Almelo was redrawn in 2021: this buurt is not on the map of 2020.
    assert beeld(selectie="BU01411205").staat.selectie is None
    gekozen = beeld(selectie="BU01411205", indicator="ouderen_65_aandeel").staat
    assert str(gekozen.selectie) == "BU01411205"


def test_a_view_leads_back_to_itself(beeld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "eenzaam_aandeel", "jaar": "2016"}
    staat = beeld(**vraag, selectie="WK196300", laag="initiatieven").staat
    adres = Adres.parse("/kaart", staat.adres().partition("?")[2])
    assert beeld(**adres.vraag).staat == staat


def test_only_years_with_figures_can_be_chosen_one_division_each(beeld):
    uitgaven = beeld(indicator="goed_ervaren_gezondheid_aandeel").staat.uitgaven
    assert [str(u.periode) for u in uitgaven] == ["2024", "2022", "2020", "2016", "2012"]
    assert {u.indeling for u in uitgaven} == {2024}


@pytest.mark.parametrize(("jaar", "blijft"), [("2016", "2016"), ("2020", None)])
def test_another_level_keeps_the_year_that_was_chosen(beeld, jaar, blijft):
    vraag = {"gebied": "hw-wonen", "indicator": "eenzaam_aandeel", "niveau": "buurt"}
    gezien = beeld(**vraag, jaar=jaar)
    assert gezien.staat.jaar == jaar
    (wijken,) = re.findall(r"href='([^']*niveau=wijk[^']*)'", str(keuzes_voor(gezien)))
    vraag = Adres.parse("/kaart", wijken.partition("?")[2]).vraag
    assert vraag.get("jaar") == blijft
    assert beeld(**vraag).staat.meldingen == ()


@pytest.mark.parametrize("gebied", ["beter-wonen", "hw-wonen"])
@pytest.mark.parametrize("niveau", ["buurt", "wijk"])
def test_every_indicator_draws_at_every_level(wereld, catalogus, gebied, niveau):
    for indicator in (i for i in catalogus.indicatoren.values() if i.tonen):
        vraag = {"gebied": gebied, "niveau": niveau, "indicator": indicator.id}
        pagina = tekst(layout(wereld, Adres("/kaart", {}, vraag)))
        assert indicator.naam in pagina, indicator.id
        assert "nan" not in pagina.lower().split(), indicator.id


def test_a_theme_without_figures_says_where_there_are_and_leads_there(beeld):
    zin = samenvatting(beeld(indicator="laagste_40_personen_aandeel", niveau="buurt"))
    assert "geen cijfers per buurt" in tekst(zin)
    assert "Wel per wijk (2022)" in tekst(zin)
    assert "niveau=wijk" in str(zin)


def test_a_theme_of_the_gemeente_only_gives_its_figure_in_words(beeld):
    zin = tekst(samenvatting(beeld(indicator="corporatiewoningen_aandeel", niveau="buurt")))
    assert "geen cijfers per buurt" in zin
    assert f"34{DUN}% (2022)" in zin


def test_the_sentence_has_gemeente_country_and_median(beeld):
    zin = tekst(samenvatting(beeld()))
    assert f"Almelo als geheel: 41{DUN}per 1.000 inwoners (2020)" in zin
    assert "De middelste van 355 gemeenten" in zin
    assert "Nederland" in zin


def test_a_map_from_before_the_merger_names_all_five_gemeenten(beeld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "leefbaarheid_woningen_score"}
    zin = tekst(samenvatting(beeld(**vraag)))
    for gemeente in ("Oud-Beijerland", "Binnenmaas", "Korendijk", "Cromstrijen", "Strijen"):
        assert gemeente in zin


def test_classes_are_the_same_for_both_areas_and_all_years(beeld):
    adressen = [
        {"gebied": "beter-wonen", "jaar": "2012"},
        {"gebied": "beter-wonen", "jaar": "2020"},
        {"gebied": "hw-wonen", "jaar": "2020"},
    ]
    beelden = [beeld(indicator="eenzaam_aandeel", **adres) for adres in adressen]
    assert len({b.klassen for b in beelden}) == 1
    assert [b.staat.jaar for b in beelden] == ["2012", "2020", "2020"]


def test_no_indicator_has_more_than_five_classes_or_breaks_nobody_can_read(wereld, catalogus):
    with wereld.reader.momentopname() as nu:
        for indicator in catalogus.indicatoren.values():
            klassen = kaartklassen(nu, indicator, Soort.BUURT)
            assert klassen.aantal <= 5, indicator.id
            stap = 10.0**-indicator.decimalen
            for grens in klassen.grenzen:
                assert grens / stap == pytest.approx(round(grens / stap)), indicator.id


def test_the_legend_reads_as_a_sentence(beeld):
    woorden = klasseteksten(beeld(indicator="ouderen_65_aandeel"))
    assert re.fullmatch(r"minder dan \d+ van de 100 inwoners", woorden[0])
    assert re.fullmatch(r"\d+ of meer van de 100", woorden[-1])


def test_the_legend_counts_every_area_once(beeld):
    gezien = beeld(indicator="moeite_met_rondkomen_aandeel")
    tellingen = re.findall(r"(\d+) buurt(?:en)?\b", tekst(legenda(gezien)))
    assert sum(map(int, tellingen)) == len(gezien.regios) == 68


def test_reasons_for_no_figure_stand_in_legend_and_table_in_words(beeld):
    gezien = beeld(indicator="moeite_met_rondkomen_aandeel")
    reden = "te weinig mensen of woningen"
    assert reden in tekst(legenda(gezien))
    assert reden in tekst(kaarttabel(gezien))


def test_labels_of_classes_are_words(beeld):
    woorden = klasseteksten(beeld(indicator="stedelijkheid_klasse"))
    assert len(woorden) == 5
    assert not any(any(teken.isdigit() for teken in woord) for woord in woorden)


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 5])
def test_each_class_has_a_colour_of_its_own_from_light_to_dark(aantal):
    assert len(treden(aantal)) == aantal
    assert list(treden(aantal)) == sorted(set(treden(aantal)))


def test_the_panel_gives_the_figure_with_its_context_and_ways_on(beeld):
    vraag = {
        "indicator": "moeite_met_rondkomen_aandeel",
        "selectie": "BU01411100",
        "gekozen_in": "2020",
    }
    deel = paneel(beeld(**vraag))
    for woord in ("Bornsestraat", "Wijk De Riet", "Almelo", "Nederland", "2020", "50090NED"):
        assert woord in tekst(deel)
    assert "schatting van een model" in tekst(deel)
    assert "/verantwoording#indicator-moeite_met_rondkomen_aandeel" in str(deel)
    # This buurt of 2020 is another one now, so there is no sheet of it (test_kaart_gekozen_in).
    assert "bestaat zo niet meer" in tekst(deel)


def test_the_table_marks_the_chosen_area_and_leads_to_the_others(beeld):
    rijen = kaarttabel(beeld(selectie="BU01411100", gekozen_in="2020")).inhoud["rijen"]
    assert [rij["sleutel"] for rij in rijen if rij["gekozen"]] == ["BU01411100"]
    assert all(f"selectie={rij['sleutel']}" in rij["cellen"][0]["href"] for rij in rijen)


def test_initiatives_are_counted_in_their_wijk_or_said_to_have_no_place(beeld, wereld):
    for gebied in ("beter-wonen", "hw-wonen"):
        gezien = beeld(gebied=gebied, laag="initiatieven")
        op_kaart = sum(len(lijst) for lijst in gezien.initiatieven.values())
        alle = [i for i in wereld.initiatieven if i.werkgebied == gebied]
        assert op_kaart > 0
        assert op_kaart + gezien.zonder_plek == len(alle)
        zin = tekst(paneel(gezien))
        assert "nog niet nagekeken" in zin
        assert f"{gezien.zonder_plek} zonder plek" in zin


def test_initiatives_of_a_wijk_are_listed_with_their_source(beeld):
    gezien = beeld(laag="initiatieven", niveau="wijk")
    wijk, lijst = next(iter(gezien.initiatieven.items()))
    deel = paneel(beeld(laag="initiatieven", niveau="wijk", selectie=str(wijk)))
    assert all(initiatief.naam in tekst(deel) for initiatief in lijst)
    assert lijst[0].bron_url in str(deel)


def test_a_wijk_that_this_division_does_not_have_gets_no_initiatives(beeld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "leefbaarheid_woningen_score"}
    gezien = beeld(**vraag, laag="initiatieven")
    assert gezien.staat.indeling == 2016
    assert gezien.initiatieven == {}
    assert gezien.zonder_plek == 69


def test_the_document_holds_every_figure_of_its_division(klant, wereld):
    gevonden = re.search(
        r'<script type="application/json"[^>]*>(.*?)</script>', klant.get(BLAD).text, re.DOTALL
    )
    gegevens = json.loads(gevonden[1])
    assert len(gegevens["codes"]) == 68
    assert "2020" in gegevens["cijfers"]["bijstand_per_1000"]
    assert set(gegevens["cijfers"]["eenzaam_aandeel"]) == {"2012", "2016", "2020"}
    getoond = {i.id for i in wereld.catalogus.indicatoren.values() if i.tonen}
    assert set(gegevens["indicatoren"]) == getoond


def test_the_document_answers_304_to_who_has_it(klant):
    eerste = klant.get(BLAD, headers={"Accept-Encoding": "br"})
    kop = {"If-None-Match": eerste.headers["ETag"], "Accept-Encoding": "br"}
    tweede = klant.get(BLAD, headers=kop)
    assert (eerste.status_code, tweede.status_code, tweede.data) == (200, 304, b"")


def test_the_document_may_load_nothing_from_outside_and_be_framed_only_here(klant):
    csp = klant.get(BLAD).headers["Content-Security-Policy"]
    assert "default-src 'none'" in csp
    assert "script-src 'self' 'sha256-" in csp
    assert "frame-ancestors 'self'" in csp
    assert "unsafe" not in csp
    assert "http" not in csp


@pytest.mark.parametrize(
    "adres",
    [
        "/kaart/mars/blad.html?niveau=buurt&indeling=2020",
        "/kaart/beter-wonen/blad.html?niveau=straat&indeling=2020",
        "/kaart/beter-wonen/blad.html?niveau=gemeente&indeling=2020",
        "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=1999",
        "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=²",
        "/kaart/beter-wonen/blad.html",
        "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=" + "9" * 5000,
        "/kaart/beter-wonen/punten.json?niveau=buurt&indeling=" + "9" * 5000,
    ],
)
def test_what_is_no_map_is_not_found(klant, adres):
    assert klant.get(adres).status_code == 404
