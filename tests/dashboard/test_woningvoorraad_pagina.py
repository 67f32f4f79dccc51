"""The page of the homes: every area, every level, and what nonsense in the address gives."""

import json

import pytest

from dashboard.page import Adres
from dashboard.pages.woningvoorraad import PAGE
from wijken.regio import Soort


def tekst(wereld, **vraag):
    component = PAGE.layout(wereld, Adres("/woningvoorraad", {}, vraag))
    return (
        json.dumps(component.to_plotly_json(), default=lambda c: c.to_plotly_json())
        .encode()
        .decode("unicode_escape")
    )


def test_both_areas_stand_side_by_side_with_their_own_years(wereld):
    gezien = tekst(wereld)
    assert "Almelo" in gezien
    assert "Hoeksche Waard" in gezien
    assert "33\u202f%" in gezien or "34\u202f%" in gezien


def test_a_wijk_stands_beside_its_gemeente_and_says_what_it_lacks(wereld):
    gezien = tekst(wereld, plek="WK014111")
    assert "De woningen van De Riet" in gezien
    assert "De Riet: geen cijfer: niet in onze kopie van de bron." in gezien
    assert "Hoeksche Waard" not in gezien


@pytest.mark.parametrize("niveau", [Soort.WIJK, Soort.BUURT])
def test_the_table_says_what_no_area_of_a_level_has(wereld, niveau):
    gezien = tekst(wereld, niveau=str(niveau))
    assert f"Per {niveau} is er niets over wanneer gebouwd en energielabel." in gezien


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"plek": "WK999999"}, "Er is geen gebied «WK999999»."),
        ({"plek": "<b>"}, "Er is geen gebied «<b>»."),
        ({"plek": "NL00"}, "Er is geen gebied «NL00»."),
        ({"niveau": "straat"}, "«straat» is geen niveau."),
    ],
)
def test_nonsense_in_the_address_shows_the_usual_and_says_so(wereld, vraag, zin):
    assert zin in tekst(wereld, **vraag)


def test_every_area_of_every_level_can_be_drawn(wereld):
    with wereld.reader.momentopname() as nu:
        codes = [
            regio.code.code
            for gebied in wereld.catalogus.werkgebieden.values()
            for niveau in (Soort.GEMEENTE, Soort.WIJK, Soort.BUURT)
            for regio in nu.nieuwste_regios(gebied, niveau)
        ]
    assert all("Energielabel" in tekst(wereld, plek=code) for code in codes)
