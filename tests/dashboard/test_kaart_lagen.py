"""What lies on the map: the switches, the address, and the one outside host of the background."""

import json
import re
from dataclasses import replace

import pytest

from dashboard import __main__ as start
from dashboard.app import create_app
from dashboard.components.kaart_beeld import lees_beeld
from dashboard.components.kaart_lagen import lagenkeuze
from dashboard.components.kaart_lagenstaat import Laag, Lagen
from dashboard.components.kaart_wens import blad
from dashboard.context import make_context
from dashboard.page import Adres
from wijken.errors import InvoerError

BLAD = "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=2020"
PDOK = "https://service.pdok.nl"


@pytest.fixture(scope="module")
def context(database):
    return make_context(database=database, data_map=database.parent)


@pytest.fixture(scope="module")
def klant(context):
    return create_app(context).server.test_client()


@pytest.fixture
def beeld(context):
    def lees(**vraag):
        with context.reader.momentopname() as nu:
            return lees_beeld(context, nu, vraag)

    return lees


@pytest.mark.parametrize(
    "tekst",
    ["initiatieven namen", "namen+initiatieven", "namen,initiatieven", " namen initiatieven"],
)
def test_several_layers_stand_in_the_address_in_any_order(beeld, tekst):
    assert beeld(laag=tekst).staat.lagen.aan == (Laag.INITIATIEVEN, Laag.NAMEN)


def test_layers_in_the_address_lead_back_to_themselves(beeld):
    vraag = {"indicator": "eenzaam_aandeel", "laag": "namen initiatieven", "achtergrond": "ja"}
    staat = beeld(**vraag).staat
    assert "laag=initiatieven+namen" in staat.adres()
    vraag = Adres.parse("/kaart", staat.adres().partition("?")[2]).vraag
    assert beeld(**vraag).staat == staat


def test_each_unknown_layer_is_told_once_and_the_known_stay(beeld):
    staat = beeld(laag="bomen+namen+bomen+<b>").staat
    assert staat.lagen.aan == (Laag.NAMEN,)
    assert [("«bomen»" in m, "«<b>»" in m) for m in staat.meldingen] == [
        (True, False),
        (False, True),
    ]


def test_a_switch_changes_its_own_layer_only():
    lagen = Lagen((Laag.INITIATIEVEN, Laag.NAMEN))
    assert lagen.om(Laag.INITIATIEVEN).aan == (Laag.NAMEN,)
    assert lagen.om(Laag.WONINGEN).aan == (Laag.INITIATIEVEN, Laag.WONINGEN, Laag.NAMEN)


def test_the_switches_lead_to_the_address_that_has_them_on_or_off(beeld):
    rij = {s["tekst"]: s for s in lagenkeuze(beeld(laag="initiatieven")).inhoud["rij"]}
    assert rij["Initiatieven"]["aan"]
    assert "laag" not in rij["Initiatieven"]["href"]
    assert "achtergrond=ja" in rij["Straten en water"]["href"]
    assert "laag=initiatieven" in rij["Straten en water"]["href"]


@pytest.mark.parametrize("achter", ["", "&achtergrond=nee", "&achtergrond=https://elders.nl"])
def test_with_the_background_off_the_document_knows_no_other_host(klant, achter):
    antwoord = klant.get(BLAD + achter)
    assert "http" not in antwoord.headers["Content-Security-Policy"]
    assert PDOK not in antwoord.text


def test_with_the_background_on_the_document_may_ask_images_of_that_one_host(klant):
    antwoord = klant.get(f"{BLAD}&achtergrond=ja")
    csp = antwoord.headers["Content-Security-Policy"]
    assert re.findall(r"https?://[^\s;]+", csp) == [PDOK]
    assert f"img-src 'self' data: {PDOK};" in csp
    gegevens = json.loads(re.search(r'application/json"[^>]*>(.*?)</script>', antwoord.text)[1])
    assert gegevens["achtergrond"]["tegels"].startswith(f"{PDOK}/brt/achtergrondkaart/")
    assert gegevens["achtergrond"]["bron"] == "Kaartgegevens: © Kadaster"


def test_the_page_around_the_map_never_gets_the_outside_host(klant):
    antwoord = klant.get("/kaart?achtergrond=ja")
    assert "http" not in antwoord.headers["Content-Security-Policy"]


def test_the_setting_takes_the_switch_and_the_host_away(context):
    zonder = replace(context, achtergrond=False)
    with zonder.reader.momentopname() as nu:
        gezien = lees_beeld(zonder, nu, {"achtergrond": "ja"})
        assert not gezien.staat.lagen.achtergrond
        assert "staat hier uit" in gezien.staat.meldingen[0]
        assert "achtergrond" not in blad(gezien)
        woorden = [s["tekst"] for s in lagenkeuze(gezien).inhoud["rij"]]
    assert "Straten en water" not in woorden
    antwoord = create_app(zonder).server.test_client().get(f"{BLAD}&achtergrond=ja")
    assert "http" not in antwoord.headers["Content-Security-Policy"]
    assert PDOK not in antwoord.text


def test_nonsense_for_the_background_is_off_and_told(beeld):
    staat = beeld(achtergrond="luchtfoto").staat
    assert not staat.lagen.achtergrond
    assert "«luchtfoto»" in staat.meldingen[0]


def test_the_setting_is_read_and_nonsense_refused():
    assert start.lees_instellingen({}).achtergrond
    assert start.lees_instellingen({"WIJKEN_ACHTERGROND": "ja"}).achtergrond
    assert not start.lees_instellingen({"WIJKEN_ACHTERGROND": "nee"}).achtergrond
    with pytest.raises(InvoerError, match="WIJKEN_ACHTERGROND: «uit»"):
        start.lees_instellingen({"WIJKEN_ACHTERGROND": "uit"})
