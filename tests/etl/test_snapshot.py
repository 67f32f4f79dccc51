"""Promises of the snapshot form; all figures are made up ("verzonnen")."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from etl.snapshot import ONBEKEND, Kolom, Manifest, SnapshotError, lees, schrijf, vind
from wijken.errors import InvoerError

VERZONNEN = Manifest(
    bron="verzonnen-bron",
    tabel="00001VRZ",
    titel="Verzonnen tabel",
    indeling=2020,
    perioden=(2019, 2020),
    editie_waarden="2021-03-26",
    opgehaald="2026-11-22",
    licentie="geen",
    bronregel="Bron: verzonnen",
    adres="https://voorbeeld.invalid",
    getypeerd=True,
    volledig=False,
    wat_is_echt="Niets.",
    kolommen=(
        Kolom("Aantal_1", "Aantal", "Aantal", "aantal", "Groep > Deel", "Long", 0, "Tekst."),
    ),
)


def waarden(rijen):
    kolommen = zip(*rijen, strict=True)
    return pa.table(dict(zip(("regio", "dimensies", "veld", "tekst"), kolommen, strict=True)))


@pytest.fixture
def verzonnen_waarden():
    return waarden(
        [
            ("WK990101", "", "B_2", "."),
            ("GM9901", "", "B_2", ""),
            ("GM9901", "", "A_1", "12.5"),
            ("WK990101", "", "A_1", None),
        ]
    )


@pytest.fixture
def verzonnen_regios():
    return pa.table(
        {
            "regio": ["WK990101", "GM9901"],
            "naam": ["Verzonnen wijk", "Verzonnen gemeente"],
            "gemeente": ["GM9901", None],
        }
    )


@pytest.fixture
def snapshot(tmp_path, verzonnen_waarden, verzonnen_regios):
    return schrijf(tmp_path, VERZONNEN, verzonnen_waarden, verzonnen_regios)


def test_what_is_written_is_read_back_with_every_kind_of_missing_apart(snapshot):
    gelezen = lees(snapshot.map)
    assert gelezen == snapshot
    assert gelezen.waarden().to_pylist() == [
        {"regio": "GM9901", "dimensies": "", "veld": "A_1", "tekst": "12.5"},
        {"regio": "WK990101", "dimensies": "", "veld": "A_1", "tekst": None},
        {"regio": "GM9901", "dimensies": "", "veld": "B_2", "tekst": ""},
        {"regio": "WK990101", "dimensies": "", "veld": "B_2", "tekst": "."},
    ]
    assert gelezen.regios()["naam"].to_pylist() == ["Verzonnen gemeente", "Verzonnen wijk"]


def test_the_manifest_keeps_every_field_and_counts_the_rows(snapshot):
    gelezen = lees(snapshot.map).manifest
    assert replace(gelezen, rijen=0, controlesommen={}) == VERZONNEN
    assert gelezen.rijen == 4
    assert set(gelezen.controlesommen) == {"waarden.parquet", "regios.parquet"}


@pytest.mark.parametrize(
    ("editie", "naam"),
    [("2021-03-26", "00001VRZ_2021-03-26"), (ONBEKEND, "00001VRZ_2026-11-22")],
    ids=["edition known", "edition unknown"],
)
def test_the_folder_is_named_for_the_edition_or_else_the_day_of_fetching(editie, naam):
    assert replace(VERZONNEN, editie_waarden=editie).mapnaam == naam


def test_the_order_of_the_rows_does_not_change_the_bytes(
    tmp_path, snapshot, verzonnen_waarden, verzonnen_regios
):
    andersom = verzonnen_waarden.take([3, 1, 0, 2])
    tweede = schrijf(tmp_path / "tweede", VERZONNEN, andersom, verzonnen_regios.take([1, 0]))
    for pad in snapshot.map.iterdir():
        assert (tweede.map / pad.name).read_bytes() == pad.read_bytes()


def test_every_file_is_on_disk_before_the_snapshot_gets_its_name(
    tmp_path, monkeypatch, verzonnen_waarden, verzonnen_regios
):
    gehaald = {}
    fsync = os.fsync

    def onthoud(nummer):
        gehaald[os.fstat(nummer).st_ino] = os.fstat(nummer).st_size
        fsync(nummer)

    monkeypatch.setattr(os, "fsync", onthoud)
    snapshot = schrijf(tmp_path, VERZONNEN, verzonnen_waarden, verzonnen_regios)
    staten = [pad.stat() for pad in snapshot.map.iterdir()]
    assert gehaald == {staat.st_ino: staat.st_size for staat in staten}


def test_an_existing_snapshot_is_never_overwritten(
    tmp_path, snapshot, verzonnen_waarden, verzonnen_regios
):
    voor = snapshot.waarden_pad.read_bytes()
    with pytest.raises(InvoerError, match="bestaat al"):
        schrijf(tmp_path, VERZONNEN, verzonnen_waarden.slice(0, 1), verzonnen_regios)
    assert snapshot.waarden_pad.read_bytes() == voor


def test_a_write_that_fails_halfway_leaves_nothing(tmp_path, verzonnen_waarden, verzonnen_regios):
    # Bytes are no JSON: it goes wrong after both tables were written.
    kapot = replace(VERZONNEN, wat_is_echt=b"verzonnen")
    with pytest.raises(TypeError):
        schrijf(tmp_path, kapot, verzonnen_waarden, verzonnen_regios)
    assert list((tmp_path / VERZONNEN.bron).iterdir()) == []
    assert vind([tmp_path]) == ()


def test_a_hidden_folder_of_a_killed_write_is_not_found(tmp_path, snapshot):
    snapshot.map.rename(snapshot.map.with_name(f".{snapshot.map.name}-half"))
    assert vind([tmp_path]) == ()


def test_a_key_that_occurs_twice_is_refused_and_named(tmp_path, verzonnen_regios):
    dubbel = waarden([("GM9901", "", "A_1", "1"), ("GM9901", "", "A_1", "2")])
    with pytest.raises(InvoerError, match=r"veld 'A_1'.*regio 'GM9901'.*2 keer"):
        schrijf(tmp_path, VERZONNEN, dubbel, verzonnen_regios)


@pytest.mark.parametrize("naam", ["waarden.parquet", "regios.parquet"])
def test_a_damaged_file_is_refused(snapshot, naam):
    pad = snapshot.map / naam
    pad.write_bytes(pad.read_bytes()[:-1] + b"?")
    with pytest.raises(SnapshotError, match=f"beschadigd: {naam}"):
        lees(snapshot.map)


@pytest.mark.parametrize("naam", ["waarden.parquet", "regios.parquet", "manifest.json"])
def test_a_missing_file_is_named(snapshot, naam):
    (snapshot.map / naam).unlink()
    with pytest.raises(
        SnapshotError, match=f"niet heel: het bestand {naam} ontbreekt. Verwijder de map"
    ):
        lees(snapshot.map)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "melding"),
    [
        ("indeling", "2020", r"\[indeling\] geheel getal verwacht"),
        ("volledig", "ja", r"\[volledig\] true of false verwacht"),
        ("perioden", ["2020"], r"\[perioden\] een lijst van jaren"),
        ("kolommen", [{"veld": "A_1"}], r"\[kolommen\[0\].stam\] ontbreekt"),
        ("verzonnen", 1, r"\[verzonnen\] onbekende sleutel"),
    ],
    ids=["year as text", "truth as text", "period as text", "column without stem", "unknown key"],
)
def test_a_fault_in_the_manifest_is_reported_with_its_key(snapshot, sleutel, waarde, melding):
    pad = snapshot.map / "manifest.json"
    inhoud = json.loads(pad.read_text(encoding="utf-8")) | {sleutel: waarde}
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    with pytest.raises(SnapshotError, match=melding):
        lees(snapshot.map)


def test_a_manifest_that_is_no_json_is_refused(snapshot):
    (snapshot.map / "manifest.json").write_text("{half", encoding="utf-8")
    with pytest.raises(SnapshotError, match=r"geen JSON .*Verwijder de map"):
        lees(snapshot.map)


def test_snapshots_of_several_folders_are_found_in_order(
    tmp_path, verzonnen_waarden, verzonnen_regios
):
    for basis, tabel, bron in (("b", "2", "x"), ("a", "1", "x"), ("a", "9", "a")):
        manifest = replace(VERZONNEN, tabel=tabel, bron=bron)
        schrijf(tmp_path / basis, manifest, verzonnen_waarden, verzonnen_regios)
    gevonden = vind([tmp_path / "b", tmp_path / "a", Path("bestaat-niet")])
    assert [(s.manifest.bron, s.manifest.tabel) for s in gevonden] == [
        ("a", "9"),
        ("x", "1"),
        ("x", "2"),
    ]
