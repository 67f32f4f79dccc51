"""Facilities of OpenStreetMap: who asks is said, faults are told, every place lies in its buurt."""

from dataclasses import replace

import duckdb
import pytest
import shapely

from dashboard.__main__ import main as start
from dashboard.register.initiatieven import Herkomst
from dashboard.register.register import Register
from etl.instellingen import lees_instellingen
from etl.ophalen import INGEBED, Keuze, Uitkomst, haal_op
from etl.pipeline import build
from etl.snapshot import vind
from tests.etl.conftest import ONGEDULD
from tests.replay.overpass import (
    AFGEBROKEN,
    GEWEIGERD,
    LEEG,
    MOMENT,
    PAGINA,
    TE_DRUK,
    TE_LAAT,
    Overpass,
)
from wijken.errors import InvoerError


def punt(nummer, plek, **labels):
    return {"type": "node", "id": nummer, "lat": plek.y, "lon": plek.x, "tags": labels}


@pytest.fixture(scope="module")
def middens(database):
    """A point inside some real buurten of 2024."""
    with duckdb.connect(str(database), read_only=True) as verbinding:
        rijen = verbinding.execute(
            "select regio::varchar, geometrie from core.regio "
            "where indeling = 2024 and regio::varchar in ('BU01411000', 'BU01411101', 'BU19630000')"
        ).fetchall()
    return {code: shapely.from_wkb(bytes(vorm)).representative_point() for code, vorm in rijen}


@pytest.fixture
def kaart(middens):
    a, b, c = (middens[code] for code in ("BU01411000", "BU01411101", "BU19630000"))
    vlak = {"type": "way", "id": 7, "center": {"lat": b.y, "lon": b.x}}
    almelo = [
        punt(1, a, amenity="community_centre", name="Verzonnen  buurthuis"),
        punt(2, a, amenity="social_facility", social_facility="food_bank", operator="Verzonnen"),
        vlak | {"tags": {"leisure": "garden", "garden:type": "community"}},
        # A garden that is no community garden was not asked for.
        punt(3, a, leisure="garden", name="Verzonnen achtertuin"),
    ]
    return Overpass({"0141": almelo, "1963": [punt(9, c, amenity="library", name="Verzonnen")]})


@pytest.fixture
def haal(catalogus, replay, kaart, tmp_path):
    replay.anders.append(kaart)
    instellingen = replace(lees_instellingen(replay.omgeving), geduld=ONGEDULD)

    def doe(**anders):
        (regel,) = haal_op(
            catalogus, tmp_path / "eigen", Keuze("osm"), replace(instellingen, **anders), None
        ).regels
        return regel

    return doe


def voorzieningen(database, indeling):
    with duckdb.connect(str(database), read_only=True) as verbinding:
        return verbinding.execute(
            "select id, soort, naam, regio, bron from core.voorziening where indeling = $1 "
            "order by id",
            [indeling],
        ).fetchall()


def test_every_place_comes_in_the_database_in_the_buurt_it_lies_in(haal, tmp_path):
    assert haal().uitkomst is Uitkomst.NIEUW
    database = build(tmp_path, [tmp_path / "eigen", INGEBED])
    assert voorzieningen(database, 2024) == [
        ("node/1", "buurthuis", "Verzonnen buurthuis", "BU01411000", "osm"),
        ("node/2", "voedselbank", "Verzonnen", "BU01411000", "osm"),
        ("node/9", "bibliotheek", "Verzonnen", "BU19630000", "osm"),
        ("way/7", "buurttuin", "", "BU01411101", "osm"),
    ]


def test_a_place_lies_in_another_buurt_in_another_division(haal, tmp_path):
    haal()
    database = build(tmp_path, [tmp_path / "eigen", INGEBED])
    toen = {rij[0]: rij[3] for rij in voorzieningen(database, 2020)}
    # Almelo of 2020 is drawn on the map of 2017; the Hoeksche Waard kept its buurten.
    assert set(toen) == {"node/1", "node/2", "node/9", "way/7"}
    assert toen["node/9"] == "BU19630000"
    # This buurt got its code in 2021, from another one.
    assert toen["way/7"] == "BU01411106"


def test_the_moment_of_the_map_and_whose_it_is_are_kept(haal, tmp_path):
    haal()
    (snapshot,) = vind([tmp_path / "eigen"])
    assert MOMENT in snapshot.manifest.wat_is_echt
    assert snapshot.manifest.editie_waarden == MOMENT[:10]
    assert snapshot.manifest.bronregel == "© OpenStreetMap-bijdragers"


def test_who_asks_is_said_with_a_contact_when_there_is_one(haal, replay):
    haal(contact="beheer@verzonnen.nl")
    namen = {aanvraag.kop["user-agent"] for aanvraag in replay.aanvragen}
    assert all(naam.startswith("Wijkatelier") for naam in namen)
    assert all(naam.endswith("contact: beheer@verzonnen.nl") for naam in namen)


@pytest.mark.parametrize("contact", ["a\nX-Kop: b", "é", "a" * 201])
def test_a_contact_that_would_spoil_a_header_is_refused(contact):
    with pytest.raises(InvoerError, match="WIJKEN_CONTACT"):
        lees_instellingen({"WIJKEN_CONTACT": contact})


@pytest.mark.parametrize(
    "eerst", [[TE_DRUK], [TE_LAAT], [PAGINA], [AFGEBROKEN], [TE_DRUK, AFGEBROKEN]]
)
def test_what_may_be_over_soon_is_tried_again(haal, kaart, eerst):
    kaart.eerst += eerst
    assert haal().uitkomst is Uitkomst.NIEUW


@pytest.mark.parametrize(
    ("antwoord", "woorden"),
    [
        (TE_DRUK, "fout 429"),
        (TE_LAAT, "fout 504"),
        (GEWEIGERD, "fout 406"),
        (PAGINA, "een webpagina in plaats van gegevens"),
        (AFGEBROKEN, "brak de vraag af: runtime error: Query timed out"),
        (LEEG, "vond geen enkele voorziening"),
    ],
    ids=["busy", "late", "refused", "page", "remark", "empty"],
)
def test_what_stays_wrong_is_told_and_nothing_is_kept(haal, kaart, tmp_path, antwoord, woorden):
    kaart.eerst += [antwoord] * ONGEDULD.pogingen
    regel = haal()
    assert (regel.uitkomst, regel.code) == (Uitkomst.MISLUKT, 3)
    assert woorden in regel.reden
    assert vind([tmp_path / "eigen"]) == ()
    kaart.eerst.clear()
    assert haal().uitkomst is Uitkomst.NIEUW


def test_a_refusal_is_not_asked_again(haal, kaart, replay):
    kaart.eerst.append(GEWEIGERD)
    assert haal().uitkomst is Uitkomst.MISLUKT
    assert len(replay.aanvragen) == 1


def test_a_month_later_a_fault_leaves_the_facilities_that_were_there(haal, kaart, tmp_path):
    haal()
    (oud,) = vind([tmp_path / "eigen"])
    eerst = voorzieningen(build(tmp_path, [tmp_path / "eigen", INGEBED]), 2024)
    # As if it were fetched last month.
    tekst = (oud.map / "manifest.json").read_text(encoding="utf-8")
    vorige = tekst.replace(oud.manifest.gewijzigd, "2031-01-01")
    (oud.map / "manifest.json").write_text(vorige, encoding="utf-8")
    kaart.eerst += [AFGEBROKEN] * ONGEDULD.pogingen
    assert haal().uitkomst is Uitkomst.MISLUKT
    assert voorzieningen(build(tmp_path, [tmp_path / "eigen", INGEBED]), 2024) == eerst
    assert haal().uitkomst is Uitkomst.NIEUW


def test_once_a_month_is_enough(haal, replay):
    haal()
    replay.aanvragen.clear()
    assert haal().uitkomst is Uitkomst.ONGEWIJZIGD
    assert replay.aanvragen == []


def test_without_a_refresh_there_are_no_facilities(database):
    assert voorzieningen(database, 2024) == []


def test_facilities_that_were_fetched_land_in_the_register_once_and_as_a_kind_of_their_own(
    haal, tmp_path, monkeypatch, capsys
):
    """From the adapter over the real pipeline to `python -m dashboard register osm`, twice."""
    haal()
    data = tmp_path / "data"
    monkeypatch.setenv("WIJKEN_DATA", str(data))
    monkeypatch.setenv("WIJKEN_DATABASE", str(build(tmp_path, [tmp_path / "eigen", INGEBED])))

    def opnemen() -> tuple[str, Register]:
        assert start(["register", "osm"]) == 0
        return capsys.readouterr().out, Register(data)

    gezegd, register = opnemen()
    assert "Van 4 voorzieningen op OpenStreetMap: 3 nieuw, 0 bijgewerkt." in gezegd
    gekomen = {i.id: i for i in register.voorzieningen_osm()}
    register.sluit()
    # The community garden has no name, so nobody could look for it in a list.
    assert set(gekomen) == {"osm-node-1", "osm-node-2", "osm-node-9"}
    buurthuis = gekomen["osm-node-1"]
    assert buurthuis.naam == "Verzonnen buurthuis"
    assert (buurthuis.herkomst, buurthuis.soort) == (Herkomst.OSM, "voorziening")
    assert buurthuis.werkgebied == "beter-wonen"
    assert str(buurthuis.buurt) == "BU01411000"
    assert buurthuis.bron_url == "https://www.openstreetmap.org/node/1"

    eerst = register.versie
    gezegd, register = opnemen()
    assert "0 nieuw, 0 bijgewerkt" in gezegd
    assert {i.id: i for i in register.voorzieningen_osm()} == gekomen
    assert register.versie == eerst
    assert not {i.id for i in register.initiatieven()} & set(gekomen)
    assert sum(beurt.herkomst == Herkomst.OSM for beurt in register.beurten()) == 1
    register.sluit()
