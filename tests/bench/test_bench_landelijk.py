"""How fast a national database answers: thirteen years of KWB, every region, made-up figures.

The bars: a theme map of one gemeente, a profile of one buurt with its parents and the national
percentiles of one indicator, each under 20 ms warm. Baseline: the same profile from the table in
the order of indicators.
"""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.bench import landelijk, landelijke_database

ROOT = Path(__file__).resolve().parents[2]
KAART = """
select regio, waarde, status
from core.waarneming
where indicator = 'ouderen_65_aandeel'
    and periode = '2024JJ00'
    and left(regio::varchar, 6) = 'BU0141'
"""
PERCENTIELEN = """
select quantile_cont(waarde, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
from core.waarneming
where indicator = 'ouderen_65_aandeel'
    and periode = '2024JJ00'
    and left(regio::varchar, 2) = 'BU'
"""
REGIOS = ("BU01410000", "WK014100", "GM0141", "NL00")
PROFIEL = """
select indicator, regio, waarde, status, bron, tabel, editie
from core.profiel
where regio in ('BU01410000', 'WK014100', 'GM0141', 'NL00')
    and periode = '2024JJ00'
"""
pytestmark = [pytest.mark.timeout(3600), pytest.mark.benchmark(group="landelijk")]


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory, pytestconfig):
    """The national database (of a few gemeenten in a plain test run), and what building it took."""
    meten = pytestconfig.getoption("benchmark_enable")
    gemeenten = landelijk.HEEL_NEDERLAND if meten else 4
    map_ = tmp_path_factory.mktemp("landelijk")
    landelijke_database.schrijf_kopieen(map_, gemeenten)
    # A process of its own, so that its peak is that of the build.
    opdracht = [sys.executable, "-m", "tests.bench.landelijke_database", str(map_)]
    klaar = subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(klaar.stdout)


@pytest.fixture(scope="module")
def database(gebouwd):
    """The file of the national database."""
    return Path(gebouwd["pad"])


@pytest.fixture(scope="module")
def vraag(database):
    """Ask a warm, read-only database."""
    with duckdb.connect(str(database), read_only=True) as verbinding:
        yield lambda sql: verbinding.cursor().execute(sql).fetchall()


def test_the_size_of_the_file_and_what_building_it_took(
    benchmark, gebouwd, database, vraag, capsys
):
    ((rijen,),) = benchmark(vraag, "select count(*) from core.waarneming")
    omvang = database.stat().st_size / 1e6
    benchmark.extra_info |= {"MB": omvang, "rijen": rijen, "bouw": gebouwd}
    with capsys.disabled():
        print(
            f"\n  {rijen} cijfers, {omvang:.0f} MB; bouwen {gebouwd['seconden']:.0f} s "
            f"({gebouwd['cpu']:.0f} s processor), hooguit {gebouwd['piek_mb']:.0f} MB geheugen"
        )
    # Laptops have 8 GB, and other things to do.
    assert gebouwd["piek_mb"] < 3000


def test_a_theme_map_of_one_gemeente(benchmark, vraag):
    assert len(benchmark(vraag, KAART)) == 42


def test_a_profile_of_one_buurt_with_its_parents(benchmark, vraag):
    assert len({rij[1] for rij in benchmark(vraag, PROFIEL)}) == 4


def test_the_same_profile_as_the_dashboard_asks_it(benchmark, database):
    # Of every year, one region after the other: more than the bar is about.
    sql = (ROOT / "dashboard" / "sql" / "profiel.sql").read_text(encoding="utf-8")
    with duckdb.connect(str(database), read_only=True) as verbinding:

        def profiel():
            cursor = verbinding.cursor()
            return [cursor.execute(sql, {"regio": r}).fetchall() for r in REGIOS]

        assert all(benchmark(profiel))


def test_baseline_the_same_profile_from_the_order_of_indicators(benchmark, vraag):
    gevonden = benchmark(vraag, PROFIEL.replace("core.profiel", "core.waarneming"))
    assert sorted(map(str, gevonden)) == sorted(map(str, vraag(PROFIEL)))


def test_national_percentiles_of_one_indicator(benchmark, vraag):
    ((percentielen,),) = benchmark(vraag, PERCENTIELEN)
    assert percentielen == sorted(percentielen)
