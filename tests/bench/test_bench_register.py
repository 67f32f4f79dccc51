"""How long 5.000 verzonnen initiatives take: judged, kept, read again, next to a bare import."""

import csv
import io
import random
import re
import sqlite3
from contextlib import closing
from datetime import date
from itertools import count

import pytest

from dashboard.context import make_context
from dashboard.register.gebieden import lees_gebieden
from dashboard.register.invoer import Voorbeeld, bekijk
from dashboard.register.lijstbestand import exporteer_csv, exporteer_xlsx
from dashboard.register.opnemen import Keus, neem_aan
from dashboard.register.regels import Wereld
from dashboard.register.register import Register
from dashboard.register.tabelbestand import lees_tabel

AANTAL = 5_000
DAG = date(2026, 11, 27)
_KOP = ("Naam", "Wat doet het", "Soort", "Thema's", "Voor wie", "Organisatie", "Buurt", "Website")
_SOORTEN = ("Buurttuin", "Eettafel", "Repair Café", "Wandelgroep", "Koor", "Speeltuin")
_LETTERGREPEN = re.findall("..", "kalomirestavodubewizotegapluhi")


@pytest.fixture(scope="module")
def wereld(database, tmp_path_factory):
    context = make_context(database, tmp_path_factory.mktemp("bench"))
    with context.reader.momentopname() as nu:
        return Wereld(lees_gebieden(nu), DAG)


@pytest.fixture(scope="module")
def inhoud(wereld) -> bytes:
    """5.000 rows that are all good; the same ones at every run."""
    kans = random.Random(1)  # noqa: S311 - names, not secrets
    buurten = [g.code.code for g in wereld.gebieden.alle if g.code.code.startswith("BU")]

    def woord() -> str:
        return "".join(kans.choices(_LETTERGREPEN, k=kans.randint(2, 4))).capitalize()

    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(_KOP)
    for n in range(AANTAL):
        naam = f"{kans.choice(_SOORTEN)} {woord()} {woord()}"
        rij = (naam, f"Verzonnen omschrijving {n}.", "burgerinitiatief", "ontmoeten, wonen")
        plek = kans.choice(buurten)
        site = f"https://verzonnen{n}.example"
        schrijver.writerow((*rij, "iedereen", f"Stichting {woord()}", plek, site))
    return uit.getvalue().encode("utf-8")


@pytest.fixture
def fresh(tmp_path):
    """Makes a register of its own for each round."""
    rondes = count()
    gemaakt = []

    def maak():
        register = Register(tmp_path / str(next(rondes)))
        register.alle()
        gemaakt.append(register)
        return register

    yield maak
    for register in gemaakt:
        register.sluit()


def judged(register: Register, inhoud: bytes, wereld: Wereld) -> Voorbeeld:
    return bekijk(lees_tabel(inhoud, "verzonnen.csv"), register.alle(), wereld)


def everything(voorbeeld: Voorbeeld) -> Keus:
    return Keus(bevestigd=frozenset(rij.nummer for rij in voorbeeld.dubbelen))


def bare_import(inhoud: bytes, plek) -> int:
    """What no import can do without: read the rows, put them in a table."""
    rijen = csv.DictReader(io.StringIO(inhoud.decode()), delimiter=";")
    kolommen = ", ".join(f"k{n}" for n in range(len(_KOP)))
    with closing(sqlite3.connect(plek)) as verbinding, verbinding:
        verbinding.execute(f"create table lijst ({kolommen})")
        vraagtekens = ", ".join("?" * len(_KOP))
        zin = f"insert into lijst values ({vraagtekens})"
        return verbinding.executemany(zin, (tuple(rij.values()) for rij in rijen)).rowcount


@pytest.mark.benchmark(group="register: 5.000 rows in (bar: 10 s)", min_rounds=3, warmup=False)
def test_baseline_csv_dictreader_and_sqlite_executemany(benchmark, inhoud, tmp_path):
    rondes = count()
    assert benchmark(lambda: bare_import(inhoud, tmp_path / f"{next(rondes)}.sqlite")) == AANTAL


@pytest.mark.benchmark(group="register: 5.000 rows in (bar: 10 s)", min_rounds=3, warmup=False)
def test_the_whole_import(benchmark, inhoud, wereld, fresh):
    def doe(register):
        voorbeeld = judged(register, inhoud, wereld)
        return neem_aan(register, voorbeeld, everything(voorbeeld), ("Tester", "verzonnen.csv"))

    gedaan = benchmark.pedantic(doe, setup=lambda: ((fresh(),), {}), rounds=3)
    assert gedaan.nieuw == AANTAL


@pytest.mark.benchmark(group="register: 5.000 rows in (bar: 10 s)", min_rounds=3, warmup=False)
def test_of_which_judging(benchmark, inhoud, wereld, fresh):
    register = fresh()
    voorbeeld = benchmark.pedantic(lambda: judged(register, inhoud, wereld), rounds=3)
    assert voorbeeld.geweigerd == ()


@pytest.fixture
def full(inhoud, wereld, fresh):
    """A register with the starter list and the 5.000."""
    register = fresh()
    voorbeeld = judged(register, inhoud, wereld)
    neem_aan(register, voorbeeld, everything(voorbeeld), ("Tester", "verzonnen.csv"))
    return register


@pytest.mark.benchmark(group="register: reading 5.158 rows")
def test_the_first_reading_after_a_change(benchmark, full):
    def lees():
        full.sluit()
        return full.initiatieven()

    assert len(benchmark.pedantic(lees, rounds=3)) == AANTAL + 158


@pytest.mark.benchmark(group="register: reading 5.158 rows")
def test_every_reading_after_that_as_a_map_does(benchmark, full):
    full.initiatieven()
    assert len(benchmark(full.initiatieven)) == AANTAL + 158


@pytest.mark.benchmark(group="register: 5.158 rows out")
@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_an_export(benchmark, full, soort):
    alle = full.alle()
    schrijf = exporteer_csv if soort == "csv" else (lambda rijen: exporteer_xlsx(rijen, DAG))
    assert benchmark.pedantic(schrijf, args=(alle,), rounds=2)


@pytest.mark.benchmark(group="register: 5.000 rows undone")
def test_an_undo(benchmark, full):
    beurt = full.beurten()[0].id
    gedaan = benchmark.pedantic(full.maak_ongedaan, args=(beurt, "Tester"), rounds=1)
    assert len(gedaan.teruggezet) == AANTAL
