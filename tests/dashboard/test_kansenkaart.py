"""The kansenkaart: who we know in each place, beside the figure of the wijk, gaps as questions."""

import json
from dataclasses import replace

import pytest

from dashboard.context import make_context
from dashboard.kansenkaart import maak_kansenkaart
from dashboard.page import Adres
from dashboard.pages.kansenkaart import PAGE
from wijken.errors import WijkenError
from wijken.kansregels import lees_kansthemas, load_kansthemas
from wijken.regio import Regiocode


@pytest.fixture(scope="module")
def wereld(database, tmp_path_factory):
    context = make_context(database=database, data_map=tmp_path_factory.mktemp("kansen"))
    yield context
    context.register.sluit()


@pytest.fixture(scope="module")
def nu(wereld):
    with wereld.reader.momentopname() as momentopname:
        yield momentopname


def kaart(wereld, nu, slug, initiatieven=None):
    alle = wereld.initiatieven if initiatieven is None else initiatieven
    return maak_kansenkaart(nu, wereld.catalogus.werkgebied(slug), alle)


def tekst(wereld, **vraag):
    component = PAGE.layout(wereld, Adres("/kansenkaart", {}, vraag))
    return json.dumps(component, default=lambda c: c.to_plotly_json(), ensure_ascii=False)


@pytest.mark.parametrize(("slug", "wijken"), [("beter-wonen", 12), ("hw-wonen", 14)])
def test_every_wijk_has_a_place_for_every_theme_by_name(wereld, nu, slug, wijken):
    gevonden = kaart(wereld, nu, slug)
    namen = [rij.wijk.naam for rij in gevonden.rijen]
    assert (len(namen), namen) == (wijken, sorted(namen))
    assert {len(rij.vakken) for rij in gevonden.rijen} == {len(load_kansthemas())}


def test_every_initiative_of_the_area_stands_somewhere(wereld, nu):
    for gebied in wereld.catalogus.werkgebieden.values():
        gevonden = kaart(wereld, nu, gebied.slug)
        geplaatst = {i.id for rij in gevonden.rijen for vak in rij.vakken for i in vak.initiatieven}
        verwacht = {i.id for i in wereld.initiatieven if i.werkgebied == gebied.slug}
        assert geplaatst | {i.id for i in gevonden.zonder_wijk} == verwacht


def test_an_initiative_counts_for_each_of_its_themes_in_its_own_wijk(wereld, nu):
    een = next(i for i in wereld.initiatieven if len(i.themas) > 1 and i.regio)
    gevonden = kaart(wereld, nu, een.werkgebied, [een])
    plekken = [
        (rij.wijk.code, vak.thema)
        for rij in gevonden.rijen
        for vak in rij.vakken
        if vak.initiatieven
    ]
    assert sorted(plekken) == sorted((een.regio.wijk, thema) for thema in een.themas)
    assert gevonden.bekend == len(een.themas)


def test_the_figure_beside_a_theme_is_that_of_the_wijk(wereld, nu):
    gevonden = kaart(wereld, nu, "beter-wonen")
    riet = next(rij for rij in gevonden.rijen if rij.wijk.code == Regiocode("WK014111"))
    wonen = next(vak for vak in riet.vakken if vak.thema == "wonen")
    assert (wonen.cijfer.indicator, wonen.cijfer.waarde) == ("koopwoningen_aandeel", 42)


def test_every_theme_of_an_initiative_is_a_column(wereld):
    themas = {thema for i in wereld.initiatieven for thema in i.themas}
    assert themas <= {thema.id for thema in load_kansthemas()}


def test_the_figures_are_in_the_catalogue(catalogus):
    assert {c for t in load_kansthemas() for c in t.cijfer} <= set(catalogus.indicatoren)


def test_a_gap_is_a_question_and_nothing_is_called_checked_that_was_not(wereld):
    gezien = tekst(wereld, gebied="beter-wonen")
    assert "Wie kennen we hier?" in gezien
    assert "nog niet nagekeken" in gezien
    assert '"nagekeken"' not in gezien


def test_who_was_checked_is_told(wereld, nu):
    een = next(i for i in wereld.initiatieven if i.regio)
    gevonden = kaart(wereld, nu, een.werkgebied, [replace(een, nagekeken="2026-11-20")])
    assert [v.nagekeken for r in gevonden.rijen for v in r.vakken if v.initiatieven] == [1] * len(
        een.themas
    )


def test_one_theme_shows_every_name_and_what_it_does(wereld):
    gezien = tekst(wereld, gebied="hw-wonen", thema="ontmoeten")
    namen = [
        i.naam
        for i in wereld.initiatieven
        if i.werkgebied == "hw-wonen" and "ontmoeten" in i.themas and i.regio
    ]
    assert namen
    assert all(json.dumps(naam, ensure_ascii=False)[1:-1] in gezien for naam in namen)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"gebied": "nergens"}, "Er is geen gebied «nergens»."),
        ({"thema": "<script>"}, "Er is geen thema «<script>»."),
    ],
)
def test_nonsense_in_the_address_is_told(wereld, vraag, zin):
    assert zin in tekst(wereld, **vraag)


@pytest.mark.parametrize(
    "bron", [{}, {"thema": [{"id": "x"}]}, {"thema": [{"id": "x", "cijfer": []}]}]
)
def test_a_theme_without_figure_is_refused(bron):
    with pytest.raises(WijkenError, match=r"kansenkaart\.toml"):
        lees_kansthemas(bron)


def test_that_nobody_checked_is_said_once_to_the_eye_and_in_every_place_to_the_ear(wereld, nu):
    gezien = tekst(wereld, gebied="beter-wonen")
    vakken = [v for r in kaart(wereld, nu, "beter-wonen").rijen for v in r.vakken]
    ongezien = sum(1 for v in vakken if v.initiatieven and not v.nagekeken)
    assert ongezien > 5
    woorden = '"children": " nog niet nagekeken", "className": "'
    assert gezien.count(f'{woorden}"') == 1
    assert gezien.count(f'{woorden}gehoord"') == ongezien
    assert gezien.count("kans-ongezien") == ongezien + 1
