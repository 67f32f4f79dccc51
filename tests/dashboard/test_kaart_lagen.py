"""What lies on the map: the switches, the address, and the one outside host of the background."""

import json
import re
import shutil
from dataclasses import replace

import duckdb
import pytest
import shapely

from dashboard import __main__ as start
from dashboard.app import create_app
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.components.kaart.lagen import lagenkeuze
from dashboard.components.kaart.lagenlegenda import lagenlegenda, lagenpaneel
from dashboard.components.kaart.lagenstaat import Laag, Lagen
from dashboard.components.kaart.wens import blad
from dashboard.context import make_context
from dashboard.kaart.lagen import lagen, woninglaag
from dashboard.kaart.punten import tekens
from dashboard.page import Adres
from tests.dashboard.onderdeel_lezen import tekst
from wijken.errors import InvoerError
from wijken.regio import Soort

BLAD = "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=2020"
PDOK = "https://service.pdok.nl"


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


def test_the_setting_takes_the_switch_and_the_host_away(wereld):
    zonder = replace(wereld, achtergrond=False)
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


# Made up: (id, kind, name, buurt, longitude, latitude).
VERZONNEN_VOORZIENINGEN = [
    ("node/1", "buurthuis", "Verzonnen buurthuis <b>", "BU19630000", 4.41, 51.82),
    ("node/2", "huisarts", "", "BU19630000", 4.4101, 51.8201),
    ("node/3", "bibliotheek", "Verzonnen bibliotheek", "BU19630700", 4.55, 51.75),
]


@pytest.fixture(scope="module")
def met_voorzieningen(database, tmp_path_factory):
    """The real database with made-up facilities in it."""
    kopie = tmp_path_factory.mktemp("verzonnen") / "wijken-verzonnen.duckdb"
    shutil.copy(database, kopie)
    with duckdb.connect(str(kopie)) as verbinding:
        for id_, soort, naam, regio, lengte, breedte in VERZONNEN_VOORZIENINGEN:
            verbinding.execute(
                "insert into core.voorziening (id, soort, naam, regio, indeling, geometrie, bron, "
                "opgehaald) values ($1, $2, $3, $4, 2024, $5, 'osm', '2026-11-20')",
                [id_, soort, naam, regio, shapely.to_wkb(shapely.Point(lengte, breedte))],
            )
        # As a fetch leaves it: the edition is the day of `timestamp_osm_base`.
        verbinding.execute(
            "insert into core.bron by name select * replace ('osm' as bron, 'verzonnen' as tabel, "
            "'2026-11-18' as editie_waarden, '2026-11-20' as opgehaald) from core.bron limit 1"
        )
    return make_context(database=kopie, data_map=kopie.parent)


def kijk(wereld, **vraag):
    with wereld.reader.momentopname() as nu:
        return lees_beeld(wereld, nu, {"gebied": "hw-wonen", **vraag})


def punten_van(wereld, gezien):
    """What the map would fetch from the address it is told."""
    adres = lagen(gezien)["punten"]
    antwoord = create_app(wereld).server.test_client().get(adres)
    assert antwoord.status_code == 200
    return antwoord.json


def test_facilities_are_points_with_their_kind_and_name_as_text(met_voorzieningen):
    punten = punten_van(met_voorzieningen, kijk(met_voorzieningen, laag="voorzieningen"))
    assert [punt["tekst"] for punt in punten] == [
        "Bibliotheek: Verzonnen bibliotheek",
        "Buurthuis of wijkcentrum: Verzonnen buurthuis <b>",
        "Huisarts",
    ]
    assert punten[1]["plek"] == [51.82, 4.41]
    assert punten[1]["code"] == "BU19630000"


def test_the_legend_names_each_kind_with_its_sign_and_number_and_the_source_with_its_day(
    met_voorzieningen,
):
    zin = tekst(lagenlegenda(kijk(met_voorzieningen, laag="voorzieningen")))
    van = "stand van 18 november 2026, opgehaald op 20 november 2026"
    assert f"© OpenStreetMap-bijdragers, {van}" in zin
    for woord in ("Bibliotheek", "Huisarts", "Buurthuis of wijkcentrum"):
        assert woord in zin


def test_every_kind_of_facility_has_a_sign_of_its_own(met_voorzieningen):
    letters = tekens(met_voorzieningen)
    assert len(set(letters.values())) == len(letters)


def test_the_panel_lists_the_facilities_of_the_chosen_area(met_voorzieningen):
    gezien = kijk(met_voorzieningen, laag="voorzieningen", selectie="BU19630000")
    regio = gezien.nu.regio(gezien.staat.selectie)
    zin = tekst(lagenpaneel(gezien, regio))
    assert "Verzonnen buurthuis <b>" in zin
    assert "zonder naam" in zin
    assert "Verzonnen bibliotheek" not in zin
    wijk = gezien.nu.regio(regio.code.wijk)
    assert "Verzonnen buurthuis" in tekst(lagenpaneel(gezien, wijk))


def test_without_facilities_switch_and_legend_say_they_come_with_a_refresh(beeld):
    gezien = beeld(laag="voorzieningen")
    rij = {s["tekst"]: s for s in lagenkeuze(gezien).inhoud["rij"]}
    assert rij["Voorzieningen"]["noot"] == "(na een verversing)"
    assert "komen mee met een verversing" in tekst(lagenlegenda(gezien))
    assert lagen(gezien)["punten"] == ""


def test_homes_are_drawn_at_the_lowest_level_that_has_them(beeld):
    gezien = beeld(gebied="hw-wonen", laag="woningen")
    laag = woninglaag(gezien)
    assert laag.niveau is Soort.BUURT
    delen = lagen(gezien)["woningen"]["delen"]
    assert len(delen) == len(laag.lezingen) > 30
    assert all(sum(deel) == pytest.approx(100, abs=0.5) for deel in delen.values())
    assert "Eengezinswoning" in tekst(lagenlegenda(gezien))


def test_what_only_the_gemeente_knows_is_told_and_not_drawn(beeld):
    gezien = beeld(gebied="hw-wonen", laag="woningen", woningen="bouwperiode")
    assert lagen(gezien)["woningen"]["delen"] == {}
    zin = tekst(lagenlegenda(gezien))
    assert "niet bekend in deze indeling (2024)" in zin
    assert "Hoeksche Waard als geheel, 2025: Voor 1945" in zin


def test_homes_of_a_newer_division_are_not_drawn_on_an_older_map(beeld):
    # Almelo used its codes again for other buurten in 2021.
    gezien = beeld(laag="woningen")
    assert gezien.staat.indeling == 2020
    assert woninglaag(gezien).niveau is not Soort.BUURT


def test_the_layers_are_the_same_for_another_theme_and_not_for_another_layer(beeld):
    een = lagen(beeld(gebied="hw-wonen", laag="woningen initiatieven"))
    ander = lagen(
        beeld(gebied="hw-wonen", laag="woningen initiatieven", indicator="woz_gemiddelde")
    )
    assert een["sleutel"] == ander["sleutel"]
    assert lagen(beeld(gebied="hw-wonen", laag="woningen"))["sleutel"] != een["sleutel"]


def test_nonsense_for_the_homes_is_told(beeld):
    assert "«kleur»" in beeld(woningen="kleur").staat.meldingen[0]
