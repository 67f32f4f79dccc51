"""How fast a national database answers: thirteen years of KWB, every region, made-up figures.

The bars: a theme map of one gemeente, a profile of one buurt with its parents and the national
percentiles of one indicator, each under 20 ms warm. Baseline: the same profile from the table in
the order of indicators.
"""

import duckdb
import pytest

from tests.bench import landelijk, landelijke_database

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
PROFIEL = """
select indicator, regio, waarde, status, bron, tabel, editie
from core.profiel
where regio in ('BU01410000', 'WK014100', 'GM0141', 'NL00')
    and periode = '2024JJ00'
"""
pytestmark = [pytest.mark.timeout(3600), pytest.mark.benchmark(group="landelijk")]


@pytest.fixture(scope="module")
def database(tmp_path_factory, pytestconfig):
    """The national database; that of a few gemeenten in a plain test run."""
    meten = pytestconfig.getoption("benchmark_enable")
    gemeenten = landelijk.HEEL_NEDERLAND if meten else 4
    return landelijke_database.maak(tmp_path_factory.mktemp("landelijk"), gemeenten)


@pytest.fixture(scope="module")
def vraag(database):
    """Ask a warm, read-only database."""
    with duckdb.connect(str(database), read_only=True) as verbinding:
        yield lambda sql: verbinding.cursor().execute(sql).fetchall()


def test_the_size_of_the_file(benchmark, database, vraag, capsys):
    ((rijen,),) = benchmark(vraag, "select count(*) from core.waarneming")
    omvang = database.stat().st_size / 1e6
    benchmark.extra_info |= {"MB": omvang, "rijen": rijen}
    with capsys.disabled():
        print(f"\n  {rijen} cijfers, {omvang:.0f} MB")
    assert rijen > 0


def test_a_theme_map_of_one_gemeente(benchmark, vraag):
    assert len(benchmark(vraag, KAART)) == 42


def test_a_profile_of_one_buurt_with_its_parents(benchmark, vraag):
    assert len({rij[1] for rij in benchmark(vraag, PROFIEL)}) == 4


def test_baseline_the_same_profile_from_the_order_of_indicators(benchmark, vraag):
    gevonden = benchmark(vraag, PROFIEL.replace("core.profiel", "core.waarneming"))
    assert sorted(map(str, gevonden)) == sorted(map(str, vraag(PROFIEL)))


def test_national_percentiles_of_one_indicator(benchmark, vraag):
    ((percentielen,),) = benchmark(vraag, PERCENTIELEN)
    assert percentielen == sorted(percentielen)
