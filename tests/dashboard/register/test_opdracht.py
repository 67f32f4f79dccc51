"""The command line takes lists in, gives them out, and says with its exit code how it went."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.register.initiatieven import Herkomst, Plaatsing
from dashboard.register.opslag import BESTAND
from dashboard.register.register import Register
from tests.replay.locatie import LocatieReplay, verzonnen_adres
from tests.replay.storingen import Storing

ROOT = Path(__file__).resolve().parents[3]
KOP = "Naam;Wat doet het;Soort;Thema's;Gebied;Adres;Plaats\n"
GOED = "Verzonnen Buurttuin;Een tuin.;burgerinitiatief;wonen;Almelo;Verzonnenstraat 1;Almelo\n"
FOUT = "Verzonnen Koor;Zingt.;hobby;wonen;Almelo;;\n"
VRAAG = "Jan de Vries;Zingt.;burgerinitiatief;wonen;Almelo;;\n"


@pytest.fixture
def command(database, tmp_path, monkeypatch, capsys):
    """Runs `python -m dashboard register ...` on a register of its own; gives code and text."""
    monkeypatch.setenv("WIJKEN_DATABASE", str(database))
    monkeypatch.setenv("WIJKEN_DATA", str(tmp_path / "data"))

    def run(*woorden):
        code = main(["register", "--door", "Tester", *map(str, woorden)])
        gezegd = capsys.readouterr()
        return code, gezegd.out + gezegd.err

    return run


@pytest.fixture
def rows(tmp_path):
    """Gives the rows of that register that are not of the starter list."""

    def lees():
        register = Register(tmp_path / "data")
        alle = [i for i in register.alle() if i.herkomst is not Herkomst.STARTLIJST]
        register.sluit()
        return alle

    return lees


@pytest.fixture
def lijst(tmp_path):
    """Writes a list and gives where it is."""

    def schrijf(*regels):
        pad = tmp_path / "verzonnen.csv"
        pad.write_text(KOP + "".join(regels), encoding="utf-8")
        return pad

    return schrijf


def test_a_list_is_taken_in_and_can_be_undone(command, rows, lijst):
    code, tekst = command("import", lijst(GOED))
    assert (code, [i.naam for i in rows()]) == (0, ["Verzonnen Buurttuin"])
    assert "ongedaan 2" in tekst
    assert rows()[0].door == "Tester"
    assert command("ongedaan", 2)[0] == 0
    assert rows() == []


def test_a_refused_row_is_told_and_makes_the_exit_code_2(command, rows, lijst):
    code, tekst = command("import", lijst(GOED, FOUT))
    assert (code, len(rows())) == (2, 1)
    assert "rij 3, Soort: niet opgenomen: «hobby» is geen soort" in tekst
    assert "Nieuw: 1." in tekst


def test_a_trial_keeps_nothing(command, rows, lijst):
    code, tekst = command("import", lijst(GOED), "--proef")
    assert (code, rows()) == (0, [])
    assert "Er is niets bewaard" in tekst


def test_a_question_needs_a_yes(command, rows, lijst):
    assert "graag bevestigen" in command("import", lijst(VRAAG))[1]
    assert rows() == []
    assert command("import", lijst(VRAAG), "--ja")[0] == 0
    assert [i.naam for i in rows()] == ["Jan de Vries"]


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("import", "bestaat-niet.csv"), "is niet te lezen: dat bestand is er niet."),
        (("import", "{lijst}", "--gebied", "Verzonnendam"), "geen gebied"),
        (("export", "verzonnen.pdf"), "eindigt"),
        (
            ("export", "bestaat-niet/verzonnen.csv"),
            "is niet te schrijven: die map is er niet.",
        ),
        (("ongedaan", "99"), "geen invoer met nummer 99"),
        (("osm",), "geen voorzieningen van OpenStreetMap"),
    ],
    ids=["file", "area", "kind of file", "folder", "batch", "no facilities"],
)
def test_bad_input_is_told_with_exit_code_2(command, lijst, woorden, melding):
    pad = lijst(GOED)
    code, tekst = command(*(w.format(lijst=pad) for w in woorden))
    assert (code, melding in tekst) == (2, True), tekst
    assert "Traceback" not in tekst


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_an_export_and_the_form_are_read_back(command, rows, tmp_path, soort):
    for wat in ("export", "sjabloon"):
        assert command(wat, tmp_path / f"uit.{soort}")[0] == 0
        code, tekst = command("import", tmp_path / f"uit.{soort}")
        assert (code, "Er is niets bewaard" in tekst) == (0, True), tekst
    assert rows() == []


def test_undoing_a_number_that_cannot_be_is_told(command):
    code, melding = command("ongedaan", "9" * 20)
    assert (code, "geen invoer met nummer 9999" in melding) == (2, True)


def test_the_status_tells_what_there_is_and_a_copy_is_made(command, lijst, tmp_path):
    command("import", lijst(GOED))
    code, tekst = command("status")
    assert code == 0
    assert "159 rijen" in tekst
    assert "import 2" in tekst
    assert command("reservekopie")[0] == 0
    [kopie] = (tmp_path / "data" / "reservekopie").glob("register-*-zelf.sqlite")
    with closing(sqlite3.connect(kopie)) as verbinding:
        assert verbinding.execute("select count(*) from initiatief").fetchone() == (159,)


def test_addresses_are_looked_up_and_a_silent_service_is_exit_code_3(
    command, rows, lijst, monkeypatch
):
    command("import", lijst(GOED))
    assert rows()[0].plaatsing is Plaatsing.WACHT
    with LocatieReplay([verzonnen_adres()]) as server:
        monkeypatch.setenv("WIJKEN_PDOK_URL", server.adres)
        server.verstoor(Storing.WEG)
        assert command("plaats")[0] == 3
        assert rows()[0].plaatsing is Plaatsing.WACHT
        assert command("plaats")[0] == 0
    assert (rows()[0].plek, rows()[0].plaatsing) == ((52.357, 6.662), Plaatsing.PUNT)


SLOW = """
import sys, time
from pathlib import Path
from dashboard.register.beurten import Lading
from dashboard.register.initiatieven import Herkomst, load_initiatieven
from dashboard.register.register import Register
from dataclasses import replace
import dashboard.register.beurten as beurten
echt = beurten.voeg_rijen_toe
def traag(sessie, ids, rijen, reden):
    for rij in rijen:
        echt(sessie, ids, [rij], reden)
        print("bezig", flush=True)
        time.sleep(0.2)
beurten.voeg_rijen_toe = traag
een = load_initiatieven()[0]
rijen = tuple(replace(een, id=f"verzonnen-{n}", naam=f"Verzonnen {n}") for n in range(200))
Register(Path(sys.argv[1])).neem_op(Lading("v.csv", "Tester", Herkomst.INVOER, rijen))
"""


def test_an_import_that_is_killed_loses_nothing_and_leaves_nothing(tmp_path, verzonnen):
    map_ = tmp_path / "data"
    register = Register(map_)
    register.voeg_toe(verzonnen(), "Anna")
    before = register.alle()
    register.sluit()
    bezig = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(map_)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with bezig:
        for _ in range(5):
            assert bezig.stdout.readline() == "bezig\n"
        bezig.send_signal(signal.SIGKILL)
        bezig.wait(timeout=30)
    again = Register(map_)
    assert again.alle() == before
    assert again.reden == ""
    again.voeg_toe(verzonnen(naam="Verzonnen daarna"), "Bert")
    assert len(again.alle()) == len(before) + 1
    assert [b.herkomst for b in again.beurten()] == [Herkomst.STARTLIJST]
    again.sluit()
    with closing(sqlite3.connect(map_ / BESTAND)) as verbinding:
        assert verbinding.execute("pragma integrity_check").fetchone() == ("ok",)
