"""How fast national tables are fetched and how that grows; against the plain way, in the same run.

Each way runs in a process of its own against the same replay server, which has written its pages
before: what is timed is the client. The bar: at most 0.7 times the time of the plain way, at no
more than 1.5 times its peak memory; and a cost that grows with the number of rows.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import landelijk

ROOT = Path(__file__).resolve().parents[2]
_RONDES = 3


@pytest.fixture(scope="module")
def landelijk_cbs(pytestconfig):
    """The address of a replay server with nine national tables; small ones in a plain test run."""
    meten = pytestconfig.getoption("benchmark_enable")
    gemeenten = landelijk.HEEL_NEDERLAND if meten else 4
    opdracht = [sys.executable, "-m", "tests.bench.landelijk_cbs", "9", str(gemeenten)]
    with subprocess.Popen(
        opdracht, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield server.stdout.readline().strip()
        server.stdin.close()


def meet(manier, adres, aantal, map_):
    map_.mkdir(parents=True)
    opdracht = [sys.executable, "-m", "tests.bench.ophalen_meten", manier, adres, str(aantal)]
    klaar = subprocess.run(
        [*opdracht, str(map_)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert klaar.returncode == 0, klaar.stderr
    return json.loads(klaar.stdout.splitlines()[-1])


def beste(metingen):
    """The least disturbed round."""
    return min(metingen, key=lambda meting: meting["seconden"])


def toon(naam, meting):
    print(
        f"\n  {naam:22} {meting['seconden']:6.1f} s  {meting['cpu']:6.1f} s processor  "
        f"{meting['piek_mb']:5.0f} MB  {meting['rijen']} rijen",
        end="",
    )


@pytest.mark.timeout(1800)
def test_three_national_tables_against_the_plain_way(benchmark, landelijk_cbs, tmp_path, capsys):
    metingen = {"gewoon": [], "etl": []}

    def ronde():
        for manier, lijst in metingen.items():
            map_ = tmp_path / f"{manier}{len(lijst)}"
            lijst.append(meet(manier, landelijk_cbs, 3, map_))

    benchmark.pedantic(ronde, rounds=_RONDES)
    gewoon, etl = beste(metingen["gewoon"]), beste(metingen["etl"])
    verhoudingen = {
        naam: round(etl[sleutel] / gewoon[sleutel], 2)
        for naam, sleutel in (("tijd", "seconden"), ("processor", "cpu"), ("geheugen", "piek_mb"))
    }
    benchmark.extra_info |= {"gewoon": gewoon, "etl": etl, "verhouding": verhoudingen}
    with capsys.disabled():
        toon("de gewone weg", gewoon)
        toon("onze weg", etl)
        print(f"\n  verhouding (eis: tijd 0,7, geheugen 1,5): {verhoudingen}")
    # Both ways hold the same figures.
    assert gewoon["rijen"] == etl["rijen"]


@pytest.mark.timeout(1800)
def test_the_cost_of_one_three_and_nine_tables(benchmark, landelijk_cbs, tmp_path, capsys):
    def reeks():
        return {n: meet("etl", landelijk_cbs, n, tmp_path / str(n)) for n in (1, 3, 9)}

    metingen = benchmark.pedantic(reeks, rounds=1)
    benchmark.extra_info |= {str(n): meting for n, meting in metingen.items()}
    with capsys.disabled():
        for n, meting in metingen.items():
            toon(f"{n} tabel(len)", meting)
            print(f"  {meting['cpu'] / meting['rijen'] * 1e6:.2f} µs per rij", end="")
        print()
    assert [m["rijen"] for m in metingen.values()] == [metingen[1]["rijen"] * n for n in (1, 3, 9)]
