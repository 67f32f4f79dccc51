"""A whole refresh of a made-up source: report, exit codes, log, lock, and nothing half."""

import logging
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from etl import verslag, verversen
from etl.__main__ import main
from etl.database import nieuwste
from etl.logboek import LOG, logboek
from etl.oogstverslag import Regel, Uitkomst, Verslag
from etl.ophalen import Keuze
from etl.slot import NAAM, alleen
from etl.snapshot import vind
from tests.replay import verzonnen
from tests.replay.storingen import Storing
from wijken.catalogus import load_catalogus
from wijken.errors import BronError, InvoerError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ververs(tmp_path, instellingen):
    """Refresh the made-up world into tmp_path; gives report and exit code."""
    bronnen = verversen.Bronnen(
        verzonnen.catalogus_met_indicatoren(), tmp_path / "geen", instellingen
    )

    def doe(**keuze):
        return verversen.ververs(tmp_path, Keuze(**keuze), bronnen)

    return doe


def inwoners(data_map):
    with duckdb.connect(str(nieuwste(data_map)), read_only=True) as verbinding:
        rijen = verbinding.execute(
            "select regio::varchar, waarde from core.waarneming where indicator = 'inwoners_aantal'"
        ).fetchall()
    return dict(rijen)


def test_the_first_refresh_builds_a_database_and_keeps_its_report(ververs, tmp_path):
    uitslag = ververs()
    assert uitslag.exit_code == 0
    assert "Tabellen: 2 opgehaald, 1 alleen in de meegeleverde kopie." in uitslag.tekst
    assert "Bron verzonnen 2030 (VERZONNEN1): editie van 2031-01-15, 96 cellen" in uitslag.tekst
    assert inwoners(tmp_path)["GM9901"] == 1300
    assert uitslag.bestand.parent == tmp_path / "verslagen"
    assert uitslag.bestand.read_text(encoding="utf-8").startswith(uitslag.tekst)


def test_a_second_refresh_changes_nothing_and_says_so(ververs, tmp_path):
    ververs()
    eerste = nieuwste(tmp_path)
    uitslag = ververs()
    assert "2 niet veranderd" in uitslag.tekst
    assert f"De database is gebleven: {eerste.name}." in uitslag.tekst
    assert nieuwste(tmp_path) == eerste


def test_a_new_edition_tells_revised_figures_and_new_themes(ververs, replay):
    ververs()
    replay.zet(verzonnen.tweede_editie())
    tekst = ververs().tekst
    assert "Cijfers: 12 herzien, 24 erbij, 0 weg. Er zijn er nu" in tekst
    assert "Verzonnen inkomen: 2030 (buurten, gemeenten, Nederland en wijken)" in tekst
    assert "Verzonnen inwoners: 12 cijfers; het meest in Verzonnenstad (GM9901), 2030: " in tekst
    assert "van 1.300 verzonnen mensen naar 1.321 verzonnen mensen" in tekst


def test_what_cannot_be_found_is_told_once_in_full(ververs, replay):
    ververs()
    replay.zet(verzonnen.tweede_editie())
    assert "Niet gevonden" not in ververs().tekst
    replay.zet(verzonnen.zonder_kolom(verzonnen.tweede_editie(), "Woningvoorraad_5"))
    tekst = ververs().tekst
    assert "Tabel VERZONNEN1 heeft geen kolom voor: Verzonnen woningen." in tekst
    # The figures of the edition before stay.
    assert " 0 weg." in tekst
    replay.zet(verzonnen.zonder_kolom(verzonnen.tweede_editie(), "Woningvoorraad_5", maand="09"))
    assert "Zoals eerder: van 1 onderwerp" in ververs().tekst


def test_a_failed_source_is_told_and_the_others_are_built(ververs, replay, tmp_path):
    replay.verstoor(Storing.FOUT_500, verzonnen.GEZONDHEID, keer=-1)
    uitslag = ververs()
    assert uitslag.exit_code == 3
    assert "Niet gelukt" in uitslag.tekst
    assert "fout 500 van de server" in uitslag.tekst
    assert "Probeer het later opnieuw." in uitslag.tekst
    assert inwoners(tmp_path)["GM9901"] == 1300


def test_a_service_that_is_down_is_one_line_a_source_and_not_one_a_table():
    def mislukt(bron, tabel, reden):
        return Regel(bron, tabel, Uitkomst.MISLUKT, reden, code=BronError.exit_code)

    stil, plat = "cbs.invalid antwoordde al 3 keer niet.", "cbs.invalid: fout 500 van de server."
    oogst = Verslag(
        (
            mislukt("kwb", "82339NED", f"Tabel 82339NED bij {plat}"),
            mislukt("kwb", "82931NED", f"Tabel 82931NED bij {plat}"),
            mislukt("kwb", "83220NED", stil),
            mislukt("kwb", "83487NED", stil),
            mislukt("kwb", "83765NED", stil),
            mislukt("ses", "86296NED", stil),
        )
    )
    nu = datetime(2026, 11, 27, 6, tzinfo=UTC)
    tekst = verslag.beschrijf(verslag.Verversing(oogst), load_catalogus(), nu)
    assert tekst.partition("Niet gelukt\n")[2].splitlines() == [
        f"  - Kerncijfers wijken en buurten 2013 en 2014: {plat}",
        f"  - Kerncijfers wijken en buurten 2015, 2016 en 2017: {stil}",
        f"  - Sociaal-economische status (SES-WOA) 2025 (86296NED): {stil}",
        "  - Wat er van deze tabellen was, blijft in gebruik. Probeer het later opnieuw.",
    ]


def test_a_build_that_is_refused_is_told_and_leaves_the_old_database(ververs, replay, tmp_path):
    ververs()
    oud = nieuwste(tmp_path)
    replay.zet(verzonnen.onmogelijke_editie())
    uitslag = ververs()
    assert uitslag.exit_code == 1
    assert "Er is geen nieuwe database" in uitslag.tekst
    assert (
        "inwoners_aantal, GM9901, VERZONNEN1, 2030JJ00: Een telling is niet negatief"
        in uitslag.tekst
    )
    assert nieuwste(tmp_path) == oud
    replay.zet(replace(verzonnen.eerste_editie(), info={"Modified": "2032-01-01T02:00:00"}))
    # The bad copy is older than the good one and loses from it.
    assert ververs().exit_code == 0


def test_a_trial_leaves_nothing_behind(ververs, tmp_path):
    uitslag = ververs(proef=True)
    assert "Op te halen" in uitslag.tekst
    assert uitslag.bestand is None
    assert nieuwste(tmp_path) is None
    assert vind([tmp_path / "snapshots"]) == ()


def test_a_default_refresh_does_not_take_away_the_rest_of_the_country(ververs, replay, tmp_path):
    ververs(landelijk=True)
    assert "BU99030000" in inwoners(tmp_path)
    replay.zet(verzonnen.tweede_editie())
    uitslag = ververs()
    assert uitslag.exit_code == 0, uitslag.tekst
    na = inwoners(tmp_path)
    assert na["GM9901"] == 1321
    assert na["BU99030000"] == 1300
    assert " 0 weg." in uitslag.tekst


# --- The lock ----------------------------------------------------------------------------


def test_a_second_run_is_refused_and_told_who_holds_the_lock(tmp_path, capsys):
    with alleen(tmp_path, "refresh"):
        assert main(["refresh", "--data", str(tmp_path)]) == 2
    melding = capsys.readouterr().err
    assert "Er is al een verversing bezig" in melding
    assert f"refresh (proces {os.getpid()}), sinds " in melding
    with alleen(tmp_path, "fetch"):
        pass


def test_a_lock_of_a_killed_process_is_taken_over(tmp_path):
    code = f"""
        import pathlib, time
        from etl.slot import alleen
        with alleen(pathlib.Path({str(tmp_path)!r}), "refresh"):
            print("vast", flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, stdout=subprocess.PIPE
    ) as ander:
        assert ander.stdout.readline() == b"vast\n"
        with pytest.raises(InvoerError, match=f"proces {ander.pid}"), alleen(tmp_path, "fetch"):
            pass
        ander.send_signal(signal.SIGKILL)
        ander.wait()
        with alleen(tmp_path, "fetch"):
            assert f'"proces": {os.getpid()}' in (tmp_path / NAAM).read_text()


def test_a_lock_without_a_readable_owner_still_locks(tmp_path):
    with alleen(tmp_path, "refresh"):
        (tmp_path / NAAM).write_text("onzin")
        with pytest.raises(InvoerError, match="welke is niet te zien"), alleen(tmp_path, "fetch"):
            pass


# --- The log -----------------------------------------------------------------------------


def test_the_log_tells_the_run_and_its_failures(tmp_path, monkeypatch, replay, capsys):
    for naam, adres in replay.omgeving.items():
        monkeypatch.setenv(naam, adres)
    assert main(["fetch", "--bron", "kwb", "--editie", "2020", "--data", str(tmp_path)]) == 3
    log = (tmp_path / "log" / "etl.log").read_text(encoding="utf-8")
    assert " INFO begin: fetch" in log
    assert " ERROR kwb 84799NED: mislukt" in log
    assert " INFO einde: fetch" in log
    # Nobody looks: no bar among the lines.
    assert "%|" not in capsys.readouterr().err


def test_the_log_does_not_grow_for_ever(tmp_path):
    with logboek(tmp_path) as pad:
        for _ in range(120):
            LOG.info("%s", "verzonnen " * 6000)
    bestanden = sorted(p.name for p in pad.parent.iterdir())
    assert bestanden == ["etl.log", *(f"etl.log.{n}" for n in range(1, 6))]
    assert all(p.stat().st_size <= 1_000_000 for p in pad.parent.iterdir())
    assert not LOG.handlers


def test_what_nobody_foresaw_is_told_in_one_line_and_kept_in_the_log(tmp_path, monkeypatch, capsys):
    def val_om(*_):
        message = "verzonnen ongeluk"
        raise RuntimeError(message)

    monkeypatch.setattr(verversen, "ververs", val_om)
    assert main(["refresh", "--data", str(tmp_path)]) == 1
    melding = capsys.readouterr().err
    assert "niet is voorzien (verzonnen ongeluk)" in melding
    assert "Traceback" not in melding
    assert "Traceback" in (tmp_path / "log" / "etl.log").read_text(encoding="utf-8")


def test_the_log_says_nothing_to_the_screen(tmp_path, capsys):
    with logboek(tmp_path):
        LOG.error("alleen in het bestand")
    assert LOG.level == logging.NOTSET
    assert capsys.readouterr().err == ""
