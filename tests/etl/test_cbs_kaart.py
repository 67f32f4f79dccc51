"""Boundaries of a year: the zip under either address, PDOK when there is none, one coverage."""

import io
import zipfile
from dataclasses import replace
from itertools import combinations

import duckdb
import pytest
import shapely

from etl.bronnen.cbs_kaart import pak_uit
from etl.instellingen import lees_instellingen
from etl.ophalen import INGEBED, Keuze, Uitkomst, haal_op
from etl.pipeline import build
from etl.snapshot import vind
from tests.etl.conftest import ONGEDULD
from tests.replay.antwoorden import Antwoord
from tests.replay.kaart import Buurt, Kaartdienst, maak_zip
from wijken.errors import BronError

ALMELO = ("BU01411000", "BU01411001", "BU01411100")
BUURTEN = (
    *(Buurt(code, plek) for plek, code in enumerate(ALMELO)),
    Buurt("BU19630000", 3),
    Buurt("BU19639997", 4, water="JA"),
    Buurt("BU99990000", 5),
)
GEODATA = "/geodata/files/Wijkenbuurtkaart/WijkBuurtkaart_{}_v{}.zip"
OUD = "/cbs_download/regionale-kaarten/wijkbuurtkaart_{}_v{}.zip"


@pytest.fixture
def haal(catalogus, replay, tmp_path):
    instellingen = replace(lees_instellingen(replay.omgeving), geduld=replace(ONGEDULD, lezen=10.0))

    def doe(dienst, jaar="2024"):
        replay.anders[:] = [dienst]
        keuze = Keuze("grenzen", jaar)
        (regel,) = haal_op(catalogus, tmp_path / "eigen", keuze, instellingen, None).regels
        return regel

    return doe


def vormen(tmp_path):
    (snapshot,) = vind([tmp_path / "eigen"])
    rijen = snapshot.waarden().to_pylist()
    return {rij["regio"]: shapely.from_wkt(rij["tekst"]) for rij in rijen}


DIENSTEN = {
    "zip": Kaartdienst({GEODATA.format(2024, 1): maak_zip(BUURTEN, 2024, 1)}),
    "zip, older address": Kaartdienst({OUD.format(2024, 2): maak_zip(BUURTEN, 2024, 2)}),
    "zip with a shapefile": Kaartdienst({OUD.format(2024, 1): maak_zip(BUURTEN, 2024, 1, "shp")}),
    "OGC API": Kaartdienst(ogc={2024: BUURTEN}),
    "WFS": Kaartdienst(wfs={2024: BUURTEN}),
    "WFS that does not filter": Kaartdienst(wfs={2024: BUURTEN}, wfs_filtert=False),
}


@pytest.mark.parametrize("naam", DIENSTEN)
def test_every_way_gives_the_land_of_our_gemeenten_only_in_degrees(haal, tmp_path, naam):
    regel = haal(DIENSTEN[naam])
    assert regel.uitkomst is Uitkomst.NIEUW, regel.reden
    vorm = vormen(tmp_path)
    assert {c for c in vorm if c.startswith("BU")} == {*ALMELO, "BU19630000"}
    assert {c for c in vorm if c.startswith("GM")} == {"GM0141", "GM1963"}
    west, zuid, oost, noord = shapely.total_bounds(list(vorm.values()))
    assert 6.6 < west < oost < 6.8
    assert 52.3 < zuid < noord < 52.4


@pytest.mark.parametrize("naam", ["zip", "OGC API", "WFS"])
def test_neighbours_share_their_line_after_simplifying(haal, tmp_path, naam):
    haal(DIENSTEN[naam])
    buurten = [v for c, v in vormen(tmp_path).items() if c.startswith("BU")]
    assert shapely.coverage_is_valid(buurten)
    assert not any(shapely.overlaps(een, ander) for een, ander in combinations(buurten, 2))
    assert max(shapely.get_num_coordinates(buurten)) <= 9


def test_pages_of_the_ogc_api_are_followed(haal, replay):
    haal(Kaartdienst(ogc={2024: BUURTEN}, per_blad=1))
    bladen = [a for a in replay.aanvragen if "cursor" in a.opties]
    assert [a.opties["cursor"] for a in bladen] == ["1", "2", "1"]


PAGINA = Antwoord(200, "text/html", b"<html><h1>Onderhoud</h1></html>")
FOUT_502 = Antwoord(502, "text/html", b"<html><h1>Bad Gateway</h1></html>")
ROND = "ZELF/pdok_api/cbs/wijken-en-buurten-2024/ogc/v1/collections/buurten/items?cursor=0"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"ogc_volgende": f"{ROND}&f=json&gemeentecode=GM0141"}, "de kaart houden niet op"),
        ({"ogc_volgende": "https://elders.verzonnen.nl/items"}, "staat bij een ander adres"),
        ({"eerst": [PAGINA] * ONGEDULD.pogingen}, "geeft geen kaart maar: Onderhoud"),
        ({"eerst": [FOUT_502] * ONGEDULD.pogingen}, "fout 502 van de server"),
    ],
    ids=["round", "elsewhere", "page", "502"],
)
def test_a_fault_of_pdok_is_told_keeps_nothing_and_is_repaired_by_the_next_run(
    haal, tmp_path, anders, melding
):
    regel = haal(Kaartdienst(ogc={2024: BUURTEN}, **anders))
    assert (regel.uitkomst, regel.code) == (Uitkomst.MISLUKT, 3)
    assert melding in regel.reden
    assert vind([tmp_path / "eigen"]) == ()
    assert haal(Kaartdienst(ogc={2024: BUURTEN})).uitkomst is Uitkomst.NIEUW


def test_a_fault_of_pdok_that_passes_is_tried_again(haal):
    assert haal(Kaartdienst(ogc={2024: BUURTEN}, eerst=[FOUT_502, PAGINA])).uitkomst is (
        Uitkomst.NIEUW
    )


def test_the_newest_version_of_the_zip_is_taken_and_asked_for_once(haal, replay, tmp_path):
    twee = {GEODATA.format(2024, v): maak_zip(BUURTEN[:v], 2024, v) for v in (1, 2)}
    dienst = Kaartdienst(twee)
    assert haal(dienst).uitkomst is Uitkomst.NIEUW
    assert "v2.zip" in vind([tmp_path / "eigen"])[0].manifest.wat_is_echt
    replay.aanvragen.clear()
    assert haal(dienst).uitkomst is Uitkomst.ONGEWIJZIGD
    assert {aanvraag.methode for aanvraag in replay.aanvragen} == {"HEAD"}


def test_a_new_version_comes_in_place_of_the_old(haal, tmp_path):
    haal(Kaartdienst({GEODATA.format(2024, 1): maak_zip(BUURTEN[:1], 2024, 1)}))
    haal(Kaartdienst({GEODATA.format(2024, 2): maak_zip(BUURTEN, 2024, 2)}))
    assert len(vind([tmp_path / "eigen"])) == 2


def test_a_year_that_nobody_offers_is_no_failure(haal):
    regel = haal(Kaartdienst(), "2015")
    assert regel.uitkomst is Uitkomst.OVERGESLAGEN
    assert regel.reden == "Van 2015 bieden CBS en PDOK geen kaart aan."


def kaarten(haal, tmp_path, buurten):
    haal(Kaartdienst({GEODATA.format(2022, 1): maak_zip(buurten, 2022, 1)}), "2022")
    nieuw = build(tmp_path, [tmp_path / "eigen", INGEBED])
    with duckdb.connect(str(nieuw), read_only=True) as verbinding:
        vraag = "select indeling, kaart from core.kaart where gemeente = 'GM0141'"
        return dict(verbinding.execute(vraag).fetchall())


def test_the_map_of_a_year_is_used_for_its_own_division(haal, tmp_path, database):
    with duckdb.connect(str(database), read_only=True) as verbinding:
        codes = verbinding.execute(
            "select regio::varchar from core.regio where soort = 'buurt' and indeling = 2022 "
            "and substr(regio::varchar, 3, 4) in ('0141', '1963') order by 1"
        ).fetchall()
    buurten = [Buurt(code, plek) for plek, (code,) in enumerate(codes)]
    gekozen = kaarten(haal, tmp_path, buurten)
    assert (gekozen[2020], gekozen[2022], gekozen[2024]) == (2017, 2022, 2024)


def test_a_map_that_lacks_a_buurt_is_not_used(haal, tmp_path):
    assert kaarten(haal, tmp_path, BUURTEN)[2022] == 2024


def maak_pak(**delen):
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w") as pak:
        for naam, tekst in delen.items():
            pak.writestr(naam.replace("__", "/"), tekst)
    return inhoud.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"<html>Onderhoud</html>", "geen zip die te openen is"),
        (maak_pak(leesmij="x"), "geen kaart van buurten"),
        (maak_zip(BUURTEN, 2024, 1)[:-200], "geen zip die te openen is"),
    ],
    ids=["page", "no map", "cut off"],
)
def test_what_is_no_map_is_told(tmp_path, inhoud, melding):
    with pytest.raises(BronError, match=melding):
        pak_uit(inhoud, tmp_path, "verzonnen.zip")


def test_nothing_is_unpacked_under_a_name_of_the_zip(tmp_path):
    pad = pak_uit(maak_pak(**{"..__..__kwaad.gpkg": "x"}), tmp_path, "verzonnen.zip")
    assert pad == tmp_path / "kaart.gpkg"
    assert [p.name for p in tmp_path.iterdir()] == ["kaart.gpkg"]
