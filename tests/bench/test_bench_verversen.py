"""How long a refresh takes: every year and every OData source, in the default scope, and a rebuild.

Kerncijfers comes from made-up tables of the whole country, of which the default scope is asked; the
other sources are small. The bars: a refresh under 60 s, a rebuild from snapshots under 10 s. The
server is in the same process, so its work is counted as well.
"""

import time
from dataclasses import replace

import pytest

from etl import verversen
from etl.instellingen import Geduld, lees_instellingen
from etl.oogstverslag import Uitkomst
from etl.ophalen import Keuze
from etl.pipeline import build
from tests.bench import landelijk
from tests.replay import verzonnen_bronnen
from tests.replay.server import Replay
from wijken.catalogus import load_catalogus

pytestmark = [pytest.mark.timeout(3600), pytest.mark.benchmark(group="verversen")]
ODATA = ("kwb", "gezondheid", "nabijheid", "ses", "misdrijven")


def catalogus():
    """The project's own catalogue, with the sources that speak OData."""
    heel = load_catalogus()
    bronnen = {
        naam: bron if naam in ODATA else replace(bron, protocol="bestand")
        for naam, bron in heel.bronnen.items()
    }
    return replace(heel, bronnen=bronnen)


def tabellen(gemeenten):
    """A table for each year of each source."""
    bronnen = load_catalogus().bronnen
    for editie in bronnen["kwb"].edities:
        jaar = editie.perioden[-1]
        lijst = landelijk.kolommen("84799NED" if jaar < 2022 else "85984NED")
        (tabel,) = landelijk.tabellen([editie.tabel], jaar, lijst, gemeenten)
        yield tabel if not editie.regioveld else met_regioveld(tabel, editie.regioveld)
    for editie in bronnen["nabijheid"].edities:
        regioveld = editie.regioveld or "WijkenEnBuurten"
        yield verzonnen_bronnen.nabijheid(editie.tabel, editie.perioden[-1], regioveld)
    yield from (verzonnen_bronnen.gezondheid(tabel) for tabel in ("50120NED", "50150NED"))
    yield verzonnen_bronnen.ses()
    yield verzonnen_bronnen.misdrijven()


def met_regioveld(tabel, regioveld):
    return replace(tabel, dimensies={regioveld: tabel.dimensies[tabel.regioveld]})


@pytest.fixture(scope="module")
def bronnen(pytestconfig, tmp_path_factory):
    """The replay server of everything, as a refresh sees it; small in a plain test run."""
    meten = pytestconfig.getoption("benchmark_enable")
    gemeenten = landelijk.HEEL_NEDERLAND if meten else 4
    with Replay(tabellen(gemeenten)) as server:
        # The table of 2020 stays away: it was embedded, and nothing is asked twice.
        instellingen = replace(
            lees_instellingen(server.omgeving), geduld=Geduld(pogingen=1, eerste_wacht=0.1)
        )
        leeg = tmp_path_factory.mktemp("geen")
        yield verversen.Bronnen(catalogus(), leeg, instellingen)


@pytest.fixture(scope="module")
def ververst(bronnen, tmp_path_factory):
    """The first refresh of an empty data folder: seconds, outcome, folder."""
    map_ = tmp_path_factory.mktemp("data")
    begin, processor = time.perf_counter(), time.process_time()
    uitslag = verversen.ververs(map_, Keuze(), bronnen)
    return (time.perf_counter() - begin, time.process_time() - processor), uitslag, map_


def test_a_first_refresh_of_every_year_and_source(benchmark, ververst, capsys):
    (seconden, processor), uitslag, _ = ververst
    benchmark.pedantic(lambda: None, rounds=1)
    benchmark.extra_info |= {"eerste verversing": seconden, "processor": processor}
    with capsys.disabled():
        print(f"\n  eerste verversing: {seconden:.1f} s (eis: 60), {processor:.1f} s processor")
        print("\n".join(uitslag.tekst.splitlines()[:6]))
    assert "Nieuwe database" in uitslag.tekst


def test_a_refresh_with_nothing_new(benchmark, bronnen, ververst):
    _, _, map_ = ververst
    uitslag = benchmark.pedantic(verversen.ververs, (map_, Keuze(), bronnen), rounds=1)
    assert str(Uitkomst.NIEUW) not in uitslag.tekst.splitlines()[2]


def test_a_rebuild_from_the_snapshots(benchmark, ververst, capsys):
    _, _, map_ = ververst
    processor = time.process_time()
    # The bar: under 10 s.
    database = benchmark.pedantic(build, (map_, [map_ / "snapshots"]), rounds=1)
    with capsys.disabled():
        print(f"\n  opnieuw bouwen: {time.process_time() - processor:.1f} s processor")
    assert database.is_file()
