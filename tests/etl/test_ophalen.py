"""The fetch step: only what is new, one failure apart from the rest, nothing half."""

import json
import shutil
from dataclasses import replace

import duckdb
import pytest

from etl.instellingen import Geduld
from etl.ophalen import INGEBED, Keuze, Uitkomst, haal_op
from etl.pipeline import build
from etl.snapshot import lees, vind
from tests.replay import verzonnen
from tests.replay.server import Replay
from tests.replay.storingen import Storing
from tests.replay.uit_snapshot import uit_snapshot
from wijken.errors import InvoerError


def uitkomsten(verslag):
    return [(regel.tabel, regel.uitkomst) for regel in verslag.regels]


def test_every_table_gets_a_line(haal_verzonnen):
    verslag = haal_verzonnen(bron=None)
    assert uitkomsten(verslag) == [
        ("VERZONNEN1", Uitkomst.NIEUW),
        ("VERZONNEN2", Uitkomst.NIEUW),
        ("verzonnen-bestand", Uitkomst.OVERGESLAGEN),
    ]
    assert verslag.regels[2].reden == "nog niet automatisch op te halen"
    assert verslag.regels[0].rijen == len(verzonnen.BINNEN) * 8
    assert not verslag.mislukt
    assert verslag.nieuw


def test_an_unchanged_table_costs_one_request(haal_verzonnen, replay):
    haal_verzonnen()
    replay.verzoeken.clear()
    verslag = haal_verzonnen()
    assert uitkomsten(verslag) == [("VERZONNEN1", Uitkomst.ONGEWIJZIGD)]
    assert [verzoek.lijst for verzoek in replay.verzoeken] == ["TableInfos"]
    assert not verslag.nieuw


def test_a_new_edition_comes_beside_the_old_one(haal_verzonnen, replay, tmp_path):
    haal_verzonnen()
    (oud,) = vind([tmp_path])
    replay.zet(verzonnen.tweede_editie())
    assert uitkomsten(haal_verzonnen()) == [("VERZONNEN1", Uitkomst.NIEUW)]
    assert [s.map.name for s in vind([tmp_path])] == [
        "VERZONNEN1_2031-01-15",
        "VERZONNEN1_2031-06-20",
    ]
    assert lees(oud.map).manifest == oud.manifest


def test_a_failing_source_leaves_the_others_and_the_old_data_whole(
    haal_verzonnen, replay, tmp_path
):
    haal_verzonnen()
    replay.zet(verzonnen.tweede_editie())
    replay.verstoor(Storing.FOUT_500, verzonnen.TABEL, "UntypedDataSet", -1)
    verslag = haal_verzonnen(bron=None)
    assert verslag.mislukt
    assert uitkomsten(verslag)[:2] == [
        ("VERZONNEN1", Uitkomst.MISLUKT),
        ("VERZONNEN2", Uitkomst.NIEUW),
    ]
    assert [s.map.name for s in vind([tmp_path])] == [
        "VERZONNEN1_2031-01-15",
        "VERZONNEN2_2031-01-15",
    ]


def test_after_an_interruption_only_the_rest_is_fetched(haal_verzonnen, replay):
    replay.verstoor(Storing.VERBROKEN, verzonnen.GEZONDHEID, keer=3)
    assert haal_verzonnen(bron=None).mislukt
    assert uitkomsten(haal_verzonnen(bron=None))[:2] == [
        ("VERZONNEN1", Uitkomst.ONGEWIJZIGD),
        ("VERZONNEN2", Uitkomst.NIEUW),
    ]


def test_the_embedded_copy_of_the_same_edition_need_not_be_fetched(
    haal_verzonnen, instellingen, tmp_path
):
    haal_verzonnen()
    ingebed = verplaats_als_ingebed(tmp_path)
    verslag = haal_op(
        verzonnen.catalogus(), tmp_path / "eigen", Keuze("verzonnen"), instellingen, ingebed
    )
    assert uitkomsten(verslag) == [("VERZONNEN1", Uitkomst.ONGEWIJZIGD)]


@pytest.mark.parametrize(
    "anders", [{"editie_waarden": "onbekend"}, {"volledig": False}, {"gewijzigd": ""}]
)
def test_an_assembled_or_partial_embedded_copy_is_fetched_again(
    haal_verzonnen, instellingen, tmp_path, anders
):
    haal_verzonnen()
    ingebed = verplaats_als_ingebed(tmp_path, **anders)
    verslag = haal_op(
        verzonnen.catalogus(), tmp_path / "eigen", Keuze("verzonnen"), instellingen, ingebed
    )
    assert uitkomsten(verslag) == [("VERZONNEN1", Uitkomst.NIEUW)]


def verplaats_als_ingebed(basis, **anders):
    ingebed = basis / "ingebed"
    ingebed.mkdir()
    shutil.move(basis / "verzonnen", ingebed / "verzonnen")
    (pad,) = ingebed.rglob("manifest.json")
    pad.write_text(json.dumps(json.loads(pad.read_text()) | {"ingebed": True} | anders))
    return ingebed


def test_an_area_that_was_added_later_is_fetched_beside_the_others(
    haal_verzonnen, instellingen, tmp_path
):
    haal_verzonnen()
    catalogus = verzonnen.catalogus()
    catalogus.werkgebieden["ander"] = verzonnen.gebied("verzonnen-ander", "GM9903")
    for uitkomst in (Uitkomst.NIEUW, Uitkomst.ONGEWIJZIGD):
        (regel,) = haal_op(catalogus, tmp_path, Keuze("verzonnen"), instellingen, None).regels
        assert regel.uitkomst is uitkomst
    eerste, tweede = vind([tmp_path])
    assert tweede.map.name == f"{eerste.map.name}_2"
    assert "BU99030000" in tweede.regios()["regio"].to_pylist()


def test_the_whole_country_is_fetched_beside_the_default_scope_and_serves_for_it(
    instellingen, tmp_path, replay
):
    def haal(*, landelijk):
        keuze = Keuze("verzonnen", landelijk=landelijk)
        (regel,) = haal_op(verzonnen.catalogus(), tmp_path, keuze, instellingen, None).regels
        return regel.uitkomst

    assert haal(landelijk=True) is Uitkomst.NIEUW
    (snapshot,) = vind([tmp_path])
    assert snapshot.map.name == "VERZONNEN1_2031-01-15_landelijk"
    alle = {code for code, _, _ in verzonnen.REGIOS}
    assert set(snapshot.waarden()["regio"].to_pylist()) == alle
    assert "$filter" not in replay.gevraagd("UntypedDataSet")[0].opties
    assert haal(landelijk=False) is Uitkomst.ONGEWIJZIGD


def test_a_default_copy_does_not_serve_for_the_whole_country(
    haal_verzonnen, instellingen, tmp_path
):
    haal_verzonnen()
    keuze = Keuze("verzonnen", landelijk=True)
    (regel,) = haal_op(verzonnen.catalogus(), tmp_path, keuze, instellingen, None).regels
    assert regel.uitkomst is Uitkomst.NIEUW


def test_a_trial_tells_what_would_be_fetched_and_fetches_nothing(instellingen, tmp_path, replay):
    keuze = Keuze("verzonnen", proef=True)
    (regel,) = haal_op(verzonnen.catalogus(), tmp_path, keuze, instellingen, None).regels
    assert str(regel) == "verzonnen VERZONNEN1: op te halen: editie van 2031-01-15"
    assert [verzoek.lijst for verzoek in replay.verzoeken] == ["TableInfos"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("editie", ["VERZONNEN2", "2030"])
def test_an_edition_can_be_chosen_without_its_source(haal_verzonnen, editie):
    tabellen = [tabel for tabel, _ in uitkomsten(haal_verzonnen(None, editie))]
    assert "VERZONNEN2" in tabellen


@pytest.mark.parametrize(
    ("bron", "editie", "melding"),
    [
        ("maan", None, "Er is geen bron «maan». Wel: verzonnen,"),
        ("verzonnen", "1999", "heeft geen editie «1999»"),
        (None, "1999", "Geen enkele bron heeft een editie «1999»"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(haal_verzonnen, bron, editie, melding):
    with pytest.raises(InvoerError, match=melding):
        haal_verzonnen(bron, editie)


def test_the_report_reads_as_dutch(haal_verzonnen, replay):
    replay.verstoor(Storing.WEG, verzonnen.GEZONDHEID, "TableInfos", -1)
    regels = str(haal_verzonnen(bron=None)).splitlines()
    assert regels[0].startswith("verzonnen VERZONNEN1: nieuw, 96 cijfers in ")
    assert "VERZONNEN2: mislukt: Tabel VERZONNEN2 bij 127.0.0.1" in regels[1]


def test_the_embedded_kwb_of_2020_is_an_edition_that_need_not_be_fetched(
    catalogus, ingebedde_snapshots, instellingen, replay, tmp_path
):
    (kwb,) = [s for s in ingebedde_snapshots if s.manifest.tabel == "84799NED"]
    replay.zet(uit_snapshot(kwb, "cbs"))
    verslag = haal_op(catalogus, tmp_path, Keuze("kwb", "2020"), instellingen)
    assert uitkomsten(verslag) == [("84799NED", Uitkomst.ONGEWIJZIGD)]


@pytest.fixture(scope="module")
def ingebedde_snapshots():
    return [s for s in vind([INGEBED]) if s.manifest.bron in ("kwb", "gezondheid", "misdrijven")]


def gemeten(snapshot, regios):
    rijen = snapshot.waarden().to_pylist()
    return {
        (rij["regio"], rij["dimensies"], rij["veld"]): rij["tekst"]
        for rij in rijen
        if rij["tekst"] not in (None, "", ".") and rij["regio"] in regios
    }


@pytest.mark.parametrize("tabel", ["84799NED", "85984NED", "50090NED"])
def test_an_embedded_snapshot_survives_the_way_over_http(
    catalogus, ingebedde_snapshots, instellingen, replay, tmp_path, tabel
):
    (bron_van,) = [s for s in ingebedde_snapshots if s.manifest.tabel == tabel]
    bron = catalogus.bronnen[bron_van.manifest.bron]
    replay.zet(uit_snapshot(bron_van, bron.dienst))
    # Hundreds of thousands of rows to look through: more patience than with planted faults.
    geduldig = replace(instellingen, geduld=Geduld())
    verslag = haal_op(catalogus, tmp_path, Keuze(bron.id, tabel), geduldig, None)
    assert not verslag.mislukt, str(verslag)
    (opgehaald,) = vind([tmp_path])
    regios = set(opgehaald.regios()["regio"].to_pylist())
    assert {"GM0141", "BU01411000", "WK196300"} <= regios
    assert gemeten(opgehaald, regios) == gemeten(bron_van, regios)
    assert opgehaald.manifest.kolommen == bron_van.manifest.kolommen


def test_the_replay_serves_every_embedded_table(ingebedde_snapshots):
    with Replay.ingebed() as server:
        assert set(server.dienst.tabellen) == {s.manifest.tabel for s in ingebedde_snapshots}


def test_a_refresh_changes_no_figure_and_tells_more_about_missing_ones(
    catalogus, database, instellingen, replay, tmp_path, ingebedde_snapshots
):
    (kwb,) = [s for s in ingebedde_snapshots if s.manifest.tabel == "84799NED"]
    replay.zet(uit_snapshot(kwb, "cbs"))
    haal_op(catalogus, tmp_path / "eigen", Keuze("kwb", "2020"), instellingen, None)
    ververst = build(tmp_path, [tmp_path / "eigen", INGEBED])
    oud, nieuw = cijfers(database), cijfers(ververst)
    assert {k: v for k, v in oud.items() if v[0]} == {k: v for k, v in nieuw.items() if v[0]}
    # The embedded copy is typed (null), the fetched one untyped (a dot).
    anders = {
        (oud[sleutel][1], nieuw[sleutel][1]) for sleutel in oud if oud[sleutel] != nieuw[sleutel]
    }
    assert anders == {("onbekend", "geheim")}


def cijfers(database):
    with duckdb.connect(str(database), read_only=True) as verbinding:
        rijen = verbinding.execute(
            "select indicator, regio, periode, waarde, status from core.waarneming "
            "where tabel = '84799NED'"
        ).fetchall()
    return {rij[:3]: ((rij[3],) if rij[3] is not None else (), rij[4]) for rij in rijen}


def test_a_service_that_is_down_is_not_asked_for_every_table(instellingen, replay, tmp_path):
    catalogus = verzonnen.catalogus()
    bron = catalogus.bronnen["verzonnen"]
    veel = tuple(replace(bron.edities[0], tabel=f"VERZONNEN_{n}", naam=str(n)) for n in range(12))
    catalogus.bronnen["verzonnen"] = replace(bron, edities=(*veel, *bron.edities))
    replay.verstoor(Storing.FOUT_500, keer=-1)
    verslag = haal_op(catalogus, tmp_path, Keuze("verzonnen"), instellingen, None)
    redenen = [regel.reden for regel in verslag.regels]
    assert all(regel.uitkomst is Uitkomst.MISLUKT for regel in verslag.regels)
    assert verslag.exit_code == 3
    assert sum("antwoordde al 3 keer niet; niet meer gevraagd" in reden for reden in redenen) >= 8
    # Each of the first was tried three times; two more may have been under way beside the third.
    assert len(replay.verzoeken) <= 5 * 3


def test_a_service_that_refuses_one_table_is_asked_for_the_next(instellingen, tmp_path):
    catalogus = verzonnen.catalogus()
    bron = catalogus.bronnen["verzonnen"]
    weg = tuple(replace(bron.edities[0], tabel=f"BESTAATNIET{n}", naam=str(n)) for n in range(6))
    catalogus.bronnen["verzonnen"] = replace(bron, edities=(*weg, *bron.edities))
    verslag = haal_op(catalogus, tmp_path, Keuze("verzonnen"), instellingen, None)
    assert [regel.uitkomst for regel in verslag.regels] == [Uitkomst.MISLUKT] * 6 + [Uitkomst.NIEUW]


def test_a_table_that_nobody_foresaw_does_not_take_the_others_with_it(
    haal_verzonnen, replay, tmp_path
):
    eerst = verzonnen.eerste_editie()
    raar = tuple(replace(kolom, decimalen="verzonnen") for kolom in eerst.kolommen)
    replay.zet(replace(eerst, kolommen=raar))
    verslag = haal_verzonnen(None)
    mislukt, gelukt = (verslag.met(u)[0] for u in (Uitkomst.MISLUKT, Uitkomst.NIEUW))
    assert (mislukt.tabel, mislukt.code) == (verzonnen.TABEL, 1)
    assert "Er ging iets mis dat niet is voorzien" in mislukt.reden
    assert (gelukt.tabel, verslag.exit_code) == (verzonnen.GEZONDHEID, 1)
    assert [s.manifest.tabel for s in vind([tmp_path])] == [verzonnen.GEZONDHEID]
