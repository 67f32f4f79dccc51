"""Benchmarks of the whole country, on a made-up database where every buurt has its share."""

import shutil

import duckdb
import pytest

from dashboard.reader import Bestandswijzer, Reader
from wijken.catalogus import load_catalogus
from wijken.periode import Periode
from wijken.vergelijkregels import Corporatieregel, Gelijkenisregel

JAAR, INDELING = "2024JJ00", 2024
REGEL = Corporatieregel("corporatiewoningen_aandeel", 50.0, 3)
# Buurt: share of corporations, distance to a doctor, inhabitants.
VERZONNEN = {
    "BU00000001": (80.0, 0.5, 900.0),
    "BU00000002": (50.0, 0.7, 400.0),
    "BU00000003": (60.0, 0.9, 150.0),
    "BU00000004": (49.9, 9.0, 800.0),
    "BU00000005": (70.0, None, 800.0),
}
VELDEN = ("corporatiewoningen_aandeel", "huisarts_afstand", "inwoners_aantal")


@pytest.fixture
def landelijk(tmp_path, database):
    """The tables of a real database, with made-up figures in place of its own."""
    bestand = tmp_path / "verzonnen.duckdb"
    shutil.copy(database, bestand)
    with duckdb.connect(str(bestand)) as verbinding:
        verbinding.execute(
            "create table leeg as select * replace (indicator::varchar as indicator,"
            " regio::varchar as regio, periode::varchar as periode) from core.waarneming limit 0"
        )
        verbinding.execute("drop table core.waarneming")
        verbinding.execute("create table core.waarneming as select * from leeg")
        rijen = [
            (veld, regio, INDELING, JAAR, waarde)
            for regio, waarden in VERZONNEN.items()
            for veld, waarde in zip(VELDEN, waarden, strict=True)
        ]
        verbinding.executemany(
            "insert into core.waarneming (indicator, regio, indeling, periode, waarde)"
            " values (?, ?, ?, ?, ?)",
            rijen,
        )
    catalogus = load_catalogus()
    reader = Reader(Bestandswijzer(tmp_path, bestand), catalogus)
    with reader.momentopname() as nu:
        yield nu.landelijk


def test_corporatiebuurten_are_those_with_the_share_or_more(landelijk, catalogus):
    indicator = catalogus.indicator("huisarts_afstand")
    midden = landelijk.corporatiebuurten(indicator, REGEL, (Periode(2024), INDELING))
    assert (midden.waarde, midden.aantal) == (0.7, 3)


def test_too_few_corporatiebuurten_are_no_benchmark(landelijk, catalogus):
    indicator = catalogus.indicator("huisarts_afstand")
    veel = Corporatieregel(REGEL.indicator, REGEL.minstens, 4)
    assert landelijk.corporatiebuurten(indicator, veel, (Periode(2024), INDELING)) is None


def test_only_large_buurten_with_every_figure_have_a_profile(landelijk):
    regel = Gelijkenisregel(2024, INDELING, VELDEN[2], 200, 5, VELDEN[:2])
    profielen = landelijk.profielen(regel)
    assert {code: p.waarden for code, p in profielen.items()} == {
        "BU00000001": (80.0, 0.5),
        "BU00000002": (50.0, 0.7),
        "BU00000004": (49.9, 9.0),
    }
