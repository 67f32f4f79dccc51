"""The register's file: brought along, copied first, never half, never backwards."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from dashboard.register import migratie
from dashboard.register.initiatieven import load_initiatieven
from dashboard.register.model import Basis
from dashboard.register.omzetten import naar_beeld
from dashboard.register.opslag import BESTAND, Opslag
from dashboard.register.register import DichtError, Gezien, Register
from wijken.errors import WijkenError

ROOT = Path(__file__).resolve().parents[3]
MIGRATIES = ROOT / "dashboard" / "register" / "migraties"


def raw(bestand, zin, *waarden):
    with closing(sqlite3.connect(bestand)) as verbinding, verbinding:
        return verbinding.execute(zin, waarden).fetchall()


def old_file(map_: Path, revisie: str = "0001") -> Path:
    """A register as the first version of the program made it, with one change of a user."""
    from alembic import command

    bestand = map_ / BESTAND
    motor = create_engine(f"sqlite:///{bestand}")
    opzet = Config()
    opzet.set_main_option("script_location", str(MIGRATIES))
    opzet.set_main_option("path_separator", "os")
    with motor.begin() as verbinding:
        opzet.attributes["verbinding"] = verbinding
        command.upgrade(opzet, revisie)
    motor.dispose()
    return bestand


def test_the_steps_are_one_row_and_the_file_names_say_which():
    opzet = Config()
    opzet.set_main_option("script_location", str(MIGRATIES))
    opzet.set_main_option("path_separator", "os")
    stappen = [s.revision for s in ScriptDirectory.from_config(opzet).walk_revisions()]
    assert tuple(reversed(stappen)) == migratie.revisies()


def test_the_steps_together_make_the_tables_of_the_model(tmp_path):
    opslag = Opslag(tmp_path / BESTAND)
    with opslag.lezen() as sessie:
        verschil = compare_metadata(MigrationContext.configure(sessie.connection()), Basis.metadata)
    opslag.sluit()
    assert verschil == []


@pytest.mark.parametrize("tabel", Basis.metadata.sorted_tables, ids=lambda t: t.name)
def test_the_tables_can_be_made_in_postgresql_too(tabel):
    dialect = postgresql.dialect()
    zinnen = [CreateTable(tabel), *(CreateIndex(i) for i in tabel.indexes)]
    for zin in zinnen:
        assert "CREATE" in str(zin.compile(dialect=dialect))


def test_the_steps_can_be_written_out_for_postgresql(capsys):
    from alembic import command

    opzet = Config(stdout=sys.stdout)
    opzet.set_main_option("script_location", str(MIGRATIES))
    opzet.set_main_option("path_separator", "os")
    opzet.attributes["dialect"] = "postgresql"
    command.upgrade(opzet, "head", sql=True)
    assert "CREATE TABLE initiatief" in capsys.readouterr().out


def test_a_file_of_today_is_opened_without_a_copy(tmp_path):
    Opslag(tmp_path / BESTAND).sluit()
    Opslag(tmp_path / BESTAND).sluit()
    assert not (tmp_path / "reservekopie").exists()


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    Opslag(tmp_path / BESTAND).sluit()
    raw(tmp_path / BESTAND, "update alembic_version set version_num = '9999'")
    before = (tmp_path / BESTAND).read_bytes()
    with pytest.raises(WijkenError, match="nieuwere versie van Wijkatelier") as fout:
        Opslag(tmp_path / BESTAND)
    assert fout.value.exit_code == 2
    assert (tmp_path / BESTAND).read_bytes() == before


def test_with_a_newer_file_the_dashboard_shows_the_starter_list_and_says_why(tmp_path):
    Opslag(tmp_path / BESTAND).sluit()
    raw(tmp_path / BESTAND, "update alembic_version set version_num = '9999'")
    register = Register(tmp_path)
    assert len(register.initiatieven()) == len(load_initiatieven())
    assert "nieuwere versie" in register.reden
    with pytest.raises(DichtError, match="nieuwere versie"):
        register.bewaar_focus("beter-wonen", (), "Tester")


def test_what_is_no_register_is_told_and_left_alone(tmp_path):
    (tmp_path / BESTAND).write_bytes(b"verzonnen tekst, geen database" * 50)
    register = Register(tmp_path)
    assert len(register.initiatieven()) == len(load_initiatieven())
    assert "is niet te openen" in register.reden
    assert (tmp_path / BESTAND).read_bytes().startswith(b"verzonnen")


def test_two_programs_that_start_at_once_make_one_register(tmp_path):
    fouten, registers = [], [Register(tmp_path) for _ in range(4)]

    def begin(register):
        try:
            register.alle()
        except WijkenError as fout:  # pragma: no cover - the test fails on it
            fouten.append(fout)

    draden = [threading.Thread(target=begin, args=(r,)) for r in registers]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []
    assert [r.reden for r in registers] == [""] * 4
    assert {len(r.alle()) for r in registers} == {len(load_initiatieven())}
    assert raw(tmp_path / BESTAND, "select count(*) from initiatief") == [(158,)]
    for register in registers:
        register.sluit()


def test_two_programs_that_write_at_once_both_get_their_rows_in(tmp_path, verzonnen):
    registers = [Register(tmp_path) for _ in range(2)]

    def schrijf(register, wie):
        for n in range(10):
            register.voeg_toe(verzonnen(naam=f"Verzonnen {n}"), wie)

    draden = [
        threading.Thread(target=schrijf, args=(r, f"Schrijver {n}"))
        for n, r in enumerate(registers)
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    alle = [i for i in registers[0].alle() if i.naam.startswith("Verzonnen")]
    assert len({i.id for i in alle}) == 20
    assert registers[0].versie == registers[1].versie >= 21
    for register in registers:
        register.sluit()


def test_what_goes_wrong_half_way_leaves_nothing(register, verzonnen):
    from dashboard.register.bewaren import Aanleiding, Ids, voeg_rij_toe

    before = register.alle(), register.versie

    def half_way():
        with register.schrijven("Tester") as sessie:
            voeg_rij_toe(sessie, Ids(sessie), verzonnen(), Aanleiding("toegevoegd", "Tester"))
            sessie.flush()
            message = "verzonnen storing"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="verzonnen storing"):
        half_way()
    assert (register.alle(), register.versie) == before


def test_a_folder_where_nothing_can_be_made_shows_the_starter_list(tmp_path):
    (tmp_path / "bestand").write_text("verzonnen", encoding="utf-8")
    register = Register(tmp_path / "bestand")
    assert len(register.initiatieven()) == len(load_initiatieven())
    assert "kan niets worden bewaard" in register.reden
    assert register.focus("beter-wonen") == ()


READ_ONLY = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import dashboard.register.register, sqlalchemy.dialects.sqlite, encodings.idna
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
from dashboard.register.register import Register
register = Register(Path(sys.argv[1]))
namen = [i.naam for i in register.alle()]
assert "Verzonnen Buurttuin" in namen, namen[:3]
assert "Bewerken staat uit; lezen kan wel" in register.reden, register.reden
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_register_that_may_only_be_read_is_read(verzonnen):
    map_ = Path(tempfile.mkdtemp())
    try:
        register = Register(map_)
        register.voeg_toe(verzonnen(), "Tester")
        register.sluit()
        map_.chmod(0o555)
        (map_ / BESTAND).chmod(0o444)
        klaar = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(map_), str(ROOT)],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert klaar.returncode == 0, klaar.stderr
    finally:
        map_.chmod(0o755)
        shutil.rmtree(map_)


def test_who_writes_must_say_so(register):
    with pytest.raises(WijkenError, match="Zeg wie je bent"):
        register.bewaar_focus("beter-wonen", (), "  ")


def test_a_second_process_sees_the_change_of_the_first(tmp_path, verzonnen):
    een, ander = Register(tmp_path), Register(tmp_path)
    aantal = len(ander.initiatieven())
    nieuw = een.voeg_toe(verzonnen(), "Tester")
    assert len(ander.initiatieven()) == aantal + 1
    ander.wijzig(Gezien(nieuw.id, 1, "Ander"), {"naam": "Verzonnen Moestuin"})
    assert een.geef(nieuw.id).naam == "Verzonnen Moestuin"
    een.sluit()
    ander.sluit()


def test_a_file_of_the_first_version_is_copied_and_brought_along(tmp_path, verzonnen):
    bestand = old_file(tmp_path)
    oud = naar_beeld(verzonnen(id="verzonnen-oud", versie=3, door="Anna"))
    namen = ", ".join(oud)
    raw(
        bestand,
        f"insert into initiatief ({namen}) values ({', '.join('?' * len(oud))})",  # noqa: S608
        *oud.values(),
    )
    raw(bestand, "insert into focus values (1, 'hw-wonen', 'WK196300', '2026-11-01', 'Anna')")
    register = Register(tmp_path)
    assert register.geef("verzonnen-oud") == verzonnen(id="verzonnen-oud", versie=3, door="Anna")
    assert [code.code for code in register.focus("hw-wonen")] == ["WK196300"]
    assert len(register.alle()) == 159
    register.sluit()
    assert raw(bestand, "select version_num from alembic_version") == [(migratie.revisies()[-1],)]
    [kopie] = (tmp_path / "reservekopie").iterdir()
    assert "schema0001" in kopie.name
    assert raw(kopie, "select version_num from alembic_version") == [("0001",)]
    assert raw(kopie, "select naam from initiatief") == [("Verzonnen Buurttuin",)]


def test_a_step_that_fails_leaves_the_old_file(tmp_path):
    bestand = old_file(tmp_path)
    raw(bestand, "create table bezit_opgave (verzonnen integer)")
    register = Register(tmp_path)
    assert "is niet te openen" in register.reden
    assert len(register.initiatieven()) == len(load_initiatieven())
    assert raw(bestand, "select version_num from alembic_version") == [("0001",)]
    assert raw(bestand, "select count(*) from initiatief") == [(0,)]


def test_a_refresh_leaves_the_register_as_it_is(tmp_path, verzonnen):
    from dashboard.context import make_context
    from etl.pipeline import build

    register = Register(tmp_path)
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    register.bewaar_focus("beter-wonen", (nieuw.regio,), "Anna")
    register.sluit()
    build(tmp_path, [ROOT / "etl" / "snapshots"])
    context = make_context(data_map=tmp_path)
    assert nieuw in context.initiatieven
    assert context.register.focus("beter-wonen") == (nieuw.regio,)
    with context.reader.momentopname() as nu:
        assert nu.regio(nieuw.regio).naam == "Binnenstad"
    context.register.sluit()
