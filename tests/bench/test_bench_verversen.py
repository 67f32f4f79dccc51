"""How long a refresh takes: every year and every source, in the default scope, and a rebuild.

A replay server in a process of its own holds a made-up country of the real size: every table of
OData, thirteen maps, the Leefbaarometer and OpenStreetMap. It writes its answers while they are
asked. The bars: a first refresh under 60 s, a rebuild from snapshots under 10 s.
"""

import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from etl import verversen
from etl.instellingen import Geduld, lees_instellingen
from etl.ophalen import INGEBED, Keuze
from etl.pipeline import build
from tests.bench import landelijk
from tests.replay.server import omgeving

ROOT = Path(__file__).resolve().parents[2]
# Tables and maps that a refresh asks: all of the catalogue but what is published once.
TABELLEN = 45
pytestmark = [pytest.mark.timeout(3600), pytest.mark.benchmark(group="verversen")]


@pytest.fixture(scope="module")
def bronnen(pytestconfig, tmp_path_factory):
    """The replay server of everything, as a refresh sees it; small in a plain test run."""
    meten = pytestconfig.getoption("benchmark_enable")
    opdracht = [sys.executable, "-m", "tests.bench.alle_bronnen"]
    opdracht.append(str(landelijk.HEEL_NEDERLAND if meten else 4))
    with subprocess.Popen(
        opdracht, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        adres = server.stdout.readline().strip()
        instellingen = replace(
            lees_instellingen(omgeving(adres)), geduld=Geduld(pogingen=1, eerste_wacht=0.1)
        )
        # No embedded copies: everything is fetched.
        leeg = tmp_path_factory.mktemp("geen")
        yield verversen.Bronnen(ingebed=leeg, instellingen=instellingen)
        server.stdin.close()


@pytest.fixture(scope="module")
def data_map(tmp_path_factory):
    """An empty data folder, that the first test fills."""
    return tmp_path_factory.mktemp("data")


def toon(capsys, wat, begin, eis):
    """Print seconds of the clock and of the processor since `begin`, and the bar."""
    klok, processor = time.perf_counter() - begin[0], time.process_time() - begin[1]
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with capsys.disabled():
        print(
            f"\n  {wat}: {klok:.1f} s (eis: {eis}), {processor:.1f} s processor, "
            f"tot nu toe hooguit {piek:.0f} MB",
            end="",
        )


def nu():
    return time.perf_counter(), time.process_time()


def test_a_first_refresh_of_every_year_and_source(benchmark, bronnen, data_map, capsys):
    begin = nu()
    uitslag = benchmark.pedantic(verversen.ververs, (data_map, Keuze(), bronnen), rounds=1)
    toon(capsys, "eerste verversing", begin, 60)
    assert uitslag.exit_code == 0, uitslag.tekst
    assert f"{TABELLEN} opgehaald" in uitslag.tekst
    assert "Nieuwe database" in uitslag.tekst


def test_a_refresh_with_nothing_new(benchmark, bronnen, data_map, capsys):
    verversen.ververs(data_map, Keuze(), bronnen)
    begin = nu()
    uitslag = benchmark.pedantic(verversen.ververs, (data_map, Keuze(), bronnen), rounds=1)
    toon(capsys, "niets nieuws", begin, "geen")
    assert f"{TABELLEN} niet veranderd" in uitslag.tekst


def test_a_rebuild_from_the_snapshots(benchmark, bronnen, data_map, capsys):
    verversen.ververs(data_map, Keuze(), bronnen)
    begin = nu()
    database = benchmark.pedantic(build, (data_map, [data_map / "snapshots"]), rounds=1)
    toon(capsys, "opnieuw bouwen", begin, 10)
    assert database.is_file()


def test_a_build_of_the_embedded_copies(benchmark, tmp_path, capsys):
    begin = nu()
    database = benchmark.pedantic(build, (tmp_path, [INGEBED]), rounds=1)
    toon(capsys, "bouwen uit de meegeleverde kopieën", begin, 10)
    assert database.is_file()
