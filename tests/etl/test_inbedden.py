"""Promises of the command that makes the embedded snapshot; figures are made up ("verzonnen")."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from etl.bronnen.odata_vorm import Bereik
from etl.inbedden.keuze import Keuze, landelijke_velden
from etl.inbedden.odata import maak_kolommen
from etl.inbedden.opdracht import lees_kopie
from etl.snapshot import Kolom
from wijken.catalogus import load_catalogus
from wijken.errors import CatalogusError

BEREIK = Bereik("NL00", ("0141",))
ALLES = frozenset({frozenset()})


def test_a_folder_without_the_files_gives_the_list_of_what_is_missing(tmp_path):
    doel = tmp_path / "snapshots"
    opdracht = [sys.executable, "-m", "etl.inbedden", str(tmp_path), "--naar", str(doel)]
    klaar = subprocess.run(
        opdracht, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert klaar.returncode == 2
    assert "ontbreken 20 van de 20 bestanden" in klaar.stderr
    assert "odata/84799NED/TypedDataSet.parquet" in klaar.stderr
    assert "Traceback" not in klaar.stderr
    assert not doel.exists()


def test_what_is_embedded_is_known_to_the_catalogue():
    bekend = {e.tabel for bron in load_catalogus().bronnen.values() for e in bron.edities}
    assert set(lees_kopie().opdrachten) <= bekend


def test_a_fault_in_the_order_is_reported_with_its_key(tmp_path):
    pad = tmp_path / "verzonnen.toml"
    pad.write_text('[VERZONNEN]\nsoort = "csv"\nverzonnen = 1\n', encoding="utf-8")
    with pytest.raises(CatalogusError, match=r"\[VERZONNEN.bestanden\] ontbreekt"):
        lees_kopie(pad)


def test_our_wijken_every_gemeente_and_the_country_are_kept_and_lookalikes_are_not():
    codes = ("NL00", "GM0014", "GM0141", "WK014110", "BU01411000", "BU00141908", "WK001410")
    gekozen = Keuze(BEREIK, volledig=True).kies((code, "", "A_1", "1") for code in codes)
    assert [regio for regio, *_ in gekozen] == list(codes[:5])


def test_an_assembled_copy_drops_a_column_at_a_level_where_nobody_has_a_figure():
    rijen = [
        ("GM0141", "", "A_1", "1"),
        ("WK014110", "", "A_1", None),
        ("BU01411000", "", "A_1", None),
        ("BU99990000", "", "A_1", "5"),
    ]
    samengesteld = Keuze(BEREIK, volledig=False).kies(rijen)
    assert [regio for regio, *_ in samengesteld] == ["GM0141", "BU01411000"]
    heel = Keuze(BEREIK, volledig=True).kies(rijen)
    assert [regio for regio, *_ in heel] == ["GM0141", "WK014110", "BU01411000"]


@pytest.mark.parametrize(
    ("regio", "dimensies", "tekst", "blijft"),
    [
        ("BU99990000", "Leeftijd=20300&Perioden=2020JJ00", "1", True),
        ("BU99990000", "Leeftijd=80200&Perioden=2020JJ00", "1", False),
        ("BU99990000", "Leeftijd=20300&Perioden=2016JJ00", "1", False),
        ("BU99990000", "Leeftijd=20300&Perioden=2020JJ00", ".", False),
        ("WK999900", "Leeftijd=20300&Perioden=2020JJ00", "1", False),
    ],
    ids=["wanted", "other age", "other year", "secret", "wijk"],
)
def test_of_the_rest_of_the_country_only_measured_buurten_of_the_wanted_figures_stay(
    regio, dimensies, tekst, blijft
):
    vast = frozenset({frozenset({"Leeftijd=20300", "Perioden=2020JJ00"})})
    keuze = Keuze(BEREIK, volledig=True, landelijk={"A_1": vast})
    assert bool(keuze.kies([(regio, dimensies, "A_1", tekst)])) is blijft


def test_the_catalogue_decides_which_fields_are_kept_for_the_whole_country():
    catalogus = load_catalogus()
    kolommen = [Kolom("AantalInwoners_5", "AantalInwoners", "x"), Kolom("Mannen_6", "Mannen", "x")]
    assert landelijke_velden(catalogus, "kwb", kolommen, [2024]) == {"AantalInwoners_5": ALLES}
    assert landelijke_velden(catalogus, "kwb", kolommen, []) == {}


def test_a_health_figure_is_kept_for_its_age_group_and_the_given_year_only():
    kolommen = [Kolom("Mantelzorger_32", "Mantelzorger", "x")]
    velden = landelijke_velden(load_catalogus(), "gezondheid", kolommen, [2020])
    assert {"Leeftijd=20300", "Perioden=2020JJ00"} <= set(*velden["Mantelzorger_32"])


def test_titles_follow_from_keys_where_the_column_list_is_lost():
    kolom, regio = maak_kolommen(
        ["HeelVeelStressInAfgelopen4Weken_26", "Codering_3"],
        {"Welbevinden": ["HeelVeelStressInAfgelopen4Weken"]},
    )
    assert (kolom.titel, kolom.eenheid, kolom.pad) == (
        "Heel veel stress in afgelopen 4 weken",
        "%",
        "Welbevinden",
    )
    assert (regio.titel, regio.eenheid) == ("Codering", "")
