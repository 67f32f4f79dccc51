"""The homes of the two sides on the page that compares: the figures of the page of the homes."""

import json
from urllib.parse import parse_qsl

import pytest

from dashboard.page import Adres
from dashboard.pages import vergelijken
from dashboard.woningvoorraad import voorraad_van
from wijken.opmaak import DUN, getal
from wijken.regio import Regiocode


def blok(wereld, vraag=""):
    """The block as JSON, "" where the page has none."""
    pagina = vergelijken.layout(wereld, Adres("/vergelijken", {}, dict(parse_qsl(vraag))))
    tekst = json.dumps(pagina, default=lambda c: c.to_plotly_json(), ensure_ascii=False)
    _, teken, rest = tekst.partition('"children": "De woningen"')
    return teken + rest.partition("voorraad vergelijk-woningen")[0] if teken else ""


@pytest.mark.parametrize(
    ("vraag", "codes"),
    [
        ("", ("GM0141", "GM1963")),
        ("een=WK014111&ander=GM0141", ("WK014111",)),
        ("een=hw-wonen&ander=BU01411100", ("GM1963", "BU01411100")),
    ],
)
def test_both_sides_have_the_figures_that_the_page_of_the_homes_has(wereld, vraag, codes):
    gezien = blok(wereld, vraag)
    for kop in ("Soort woning", "Van wie de woningen zijn", "Wanneer gebouwd", "Energielabel"):
        assert kop in gezien
    with wereld.reader.momentopname() as nu:
        for code in codes:
            gebied = wereld.catalogus.werkgebied_van(Regiocode(code))
            voorraad = voorraad_van(nu, gebied, nu.regio(Regiocode(code)))
            delen = voorraad.groep("eigendom").lezingen[0].delen
            assert delen
            for deel in (deel for deel in delen if deel.aandeel >= 1):
                assert f"{getal(deel.aandeel)}{DUN}%" in gezien


def test_a_side_of_several_areas_is_told_and_not_made_up(wereld):
    gezien = blok(wereld, "een=WK014111+WK014112&ander=beter-wonen")
    assert "dat zijn meer gebieden samen" in gezien
    assert "Van wie de woningen zijn" in gezien


def test_one_theme_has_no_block_of_homes(wereld):
    assert blok(wereld, "indicator=bijstand_per_1000") == ""
