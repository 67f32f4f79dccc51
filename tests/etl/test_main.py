"""The command line: exit codes, plain messages, no tracebacks."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import main
from etl.database import nieuwste
from tests.etl import verzonnen_snapshots as verzonnen
from tests.replay.server import Replay

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path, database: Path) -> Path:
    """A data folder with a database in it, as after a first build."""
    map_ = tmp_path / "data"
    map_.mkdir()
    shutil.copy(database, map_ / database.name)
    (map_ / "nieuwste.txt").write_text(f"{database.name}\n", encoding="utf-8")
    return map_


def cijfers(database: Path) -> set[tuple[object, ...]]:
    """Every figure that was measured in 2022, wherever it came from."""
    sql = (
        "select indicator, regio, indeling, waarde from core.waarneming "
        "where waarde is not null and periode = '2022JJ00'"
    )
    with duckdb.connect(str(database), read_only=True) as verbinding:
        return set(verbinding.execute(sql).fetchall())


def test_a_first_build_makes_a_database_and_a_second_leaves_it(tmp_path, capsys):
    assert main(["build", "--data", str(tmp_path)]) == 0
    eerste = nieuwste(tmp_path)
    assert f"Nieuwe database: {eerste}" in capsys.readouterr().out
    assert main(["build", "--zo-nodig", "--data", str(tmp_path)]) == 0
    assert nieuwste(tmp_path) == eerste
    assert "De database is bij" in capsys.readouterr().out


def test_check_tells_how_many_faults_and_remarks(data, capsys):
    assert main(["check", "--data", str(data)]) == 0
    assert "0 fout(en)" in capsys.readouterr().out


def test_status_tells_editions_dates_and_copies(data, capsys):
    assert main(["--data", str(data), "status"]) == 0
    uit = capsys.readouterr().out
    assert nieuwste(data).name in uit
    assert "84799NED" in uit
    assert "2021-03-26" in uit
    assert "ingebed" in uit


def test_status_without_a_database_says_how_to_make_one(tmp_path, capsys):
    assert main(["status", "--data", str(tmp_path)]) == 0
    assert "python -m etl build" in capsys.readouterr().out


def test_the_setting_names_the_data_folder(data, monkeypatch, capsys):
    monkeypatch.setenv("WIJKEN_DATA", str(data))
    assert main(["status"]) == 0
    assert str(data) in capsys.readouterr().out


@pytest.mark.parametrize(
    "woorden",
    [["check"], ["fetch", "--bron", "onzin"], ["fetch", "--editie", "1066"]],
    ids=["no database", "unknown source", "unknown edition"],
)
def test_input_that_is_no_use_is_exit_code_2(tmp_path, capsys, woorden):
    assert main([*woorden, "--data", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert err.strip()
    assert "Traceback" not in err


def test_a_source_that_fails_is_exit_code_3(tmp_path, monkeypatch, capsys):
    with Replay([]) as leeg:
        for naam, adres in leeg.omgeving.items():
            monkeypatch.setenv(naam, adres)
        assert main(["fetch", "--bron", "kwb", "--editie", "2020", "--data", str(tmp_path)]) == 3
    assert "84799NED: mislukt" in capsys.readouterr().out
    assert not list(tmp_path.rglob("*.parquet"))


def test_a_fetched_table_takes_over_without_losing_a_figure(data, monkeypatch, capsys):
    oud = cijfers(nieuwste(data))
    with Replay.ingebed() as cbs:
        for naam, adres in cbs.omgeving.items():
            monkeypatch.setenv(naam, adres)
        assert main(["fetch", "--bron", "kwb", "--editie", "2022", "--data", str(data)]) == 0
    assert "85318NED: nieuw" in capsys.readouterr().out
    assert main(["build", "--data", str(data)]) == 0
    assert cijfers(nieuwste(data)) == oud
    assert main(["status", "--data", str(data)]) == 0
    assert "eigen" in capsys.readouterr().out


def test_a_damaged_copy_is_exit_code_1_and_named(tmp_path, capsys):
    eigen = verzonnen.kopie(tmp_path / "snapshots", verzonnen.cellen(GM9001="60"))
    eigen.waarden_pad.write_bytes(b"kapot")
    assert main(["build", "--data", str(tmp_path)]) == 1
    assert "is beschadigd: waarden.parquet" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_exit_code_2(tmp_path, capsys):
    bestand = tmp_path / "bestand"
    bestand.touch()
    assert main(["build", "--data", str(bestand / "data")]) == 2
    assert "kan niet worden gemaakt" in capsys.readouterr().err


def test_a_refused_build_is_exit_code_1_and_leaves_the_old_database(data, capsys):
    oud = nieuwste(data)
    fout = verzonnen.manifest(bron="kwb", tabel="84799NED", indeling=1999, ingebed=False)
    verzonnen.kopie(data / "snapshots", verzonnen.cellen(GM9001="60"), fout)
    assert main(["build", "--data", str(data)]) == 1
    err = capsys.readouterr().err
    assert "niet in gebruik genomen" in err
    assert "84799NED (2025-01-01): De kopie zegt indeling 1999, de catalogus 2020." in err
    assert nieuwste(data) == oud


def kapot(pad: Path) -> None:
    """Damage the blocks of a database behind its first one, which says where they are."""
    inhoud = pad.read_bytes()
    begin = len(inhoud) // 8
    pad.write_bytes(inhoud[:begin] + bytes(len(inhoud) - 2 * begin) + inhoud[-begin:])


def leeg(pad: Path) -> None:
    """Put a database in place that has none of our tables."""
    pad.unlink()
    duckdb.connect(str(pad)).close()


@pytest.mark.parametrize(
    "bederf",
    [kapot, lambda pad: pad.write_bytes(b"geen database"), leeg],
    ids=["damaged", "no database", "another form"],
)
@pytest.mark.parametrize("opdracht", ["check", "status"])
def test_a_database_that_cannot_be_read_is_told_with_what_to_do(data, capsys, bederf, opdracht):
    bederf(nieuwste(data))
    assert main([opdracht, "--data", str(data)]) == 1
    err = capsys.readouterr().err
    assert "is beschadigd of van een andere versie" in err
    assert "python -m etl build" in err


def test_help_and_faults_of_the_words_are_dutch_and_tell_the_exit_codes(capsys):
    for woorden in (["--help"], ["refresh", "--help"]):
        with pytest.raises(SystemExit) as gestopt:
            main(woorden)
        assert gestopt.value.code == 0
        uit = " ".join(capsys.readouterr().out.split())
        assert uit.startswith("gebruik: python -m etl")
        assert "Afsluitcode: 0 is goed. 1: hier is iets fout" in uit
        assert not re.search("usage|options|arguments|show this", uit)


def test_the_data_folder_may_be_named_before_and_after_the_command(data, capsys):
    assert main(["--data", str(data), "check"]) == 0
    assert main(["check", "--data", str(data)]) == 0
    assert capsys.readouterr().out.count(nieuwste(data).name) == 2


def test_the_module_runs_without_a_traceback():
    klaar = subprocess.run(
        [sys.executable, "-m", "etl", "onzin"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 2
    assert "Traceback" not in klaar.stderr
    assert "onzin bestaat niet; wel: refresh, fetch, build, check, status." in klaar.stderr
