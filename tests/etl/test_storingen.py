"""What can go wrong in a refresh. Each time: the old database is whole, the exit code and the Dutch
message are right, nothing half is left, and the next refresh repairs it.
"""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from etl import verversen
from etl.database import inhoud_hash, nieuwste
from etl.instellingen import Geduld
from etl.ophalen import Keuze
from etl.snapshot import vind
from tests.etl.ververs_los import PUNTEN
from tests.replay import verzonnen
from tests.replay.storingen import Storing

ROOT = Path(__file__).resolve().parents[2]
NIEUW = 1321
OUD = 1300


@pytest.fixture
def ververs(tmp_path, instellingen):
    """Refresh the made-up world into tmp_path, with little patience unless told otherwise."""
    weinig = replace(instellingen.geduld, antwoord=0.4)

    def doe(geduld=weinig, **keuze):
        bronnen = verversen.Bronnen(
            verzonnen.catalogus_met_indicatoren(),
            tmp_path / "geen",
            replace(instellingen, geduld=geduld),
        )
        return verversen.ververs(tmp_path, Keuze(**keuze), bronnen)

    return doe


def inwoners(data_map, regio="GM9901"):
    with duckdb.connect(str(nieuwste(data_map)), read_only=True) as verbinding:
        (rij,) = verbinding.execute(
            "select waarde from core.waarneming where indicator = 'inwoners_aantal' "
            "and regio::varchar = $regio",
            {"regio": regio},
        ).fetchall()
    return rij[0]


def resten(data_map):
    """What a run that ended well may not leave: work folders, build files, half pointers."""
    return sorted(pad.name for pad in data_map.rglob(".*") if pad.name != ".bezig")


@pytest.mark.parametrize(
    ("storing", "lijst", "melding"),
    [
        (Storing.VERBROKEN, "UntypedDataSet", "de verbinding lukt niet of brak af"),
        (Storing.FOUT_500, "UntypedDataSet", "fout 500 van de server"),
        (Storing.TRAAG, "UntypedDataSet", "geen antwoord binnen de tijd"),
        (Storing.DRUPPELT, "UntypedDataSet", "geen antwoord binnen de tijd"),
        (Storing.HTML, "UntypedDataSet", "een webpagina in plaats van gegevens"),
        (Storing.AFGEKAPT, "UntypedDataSet", "het antwoord houdt halverwege op"),
        (Storing.LEEG, "UntypedDataSet", "het filter leverde geen enkele rij op"),
        (Storing.RONDLOPEND, "UntypedDataSet", "loopt rond"),
        (Storing.EINDELOOS, "UntypedDataSet", "meer dan 20 bladzijden"),
        (Storing.ANDERE_HOST, "UntypedDataSet", "staat bij een ander adres"),
        (Storing.WEG, "DataProperties", "fout 404 van de server"),
        (Storing.LEEG, "DataProperties", "kolommenlijst (DataProperties) is leeg"),
        (Storing.VERHUISD, "TableInfos", "de bron is verhuisd"),
    ],
)
def test_a_fault_of_the_source_leaves_the_old_figures_and_the_next_run_repairs_it(
    ververs, replay, tmp_path, storing, lijst, melding
):
    ververs()
    oud, inhoud = nieuwste(tmp_path), inhoud_hash(nieuwste(tmp_path))
    replay.traagheid = 0.8
    replay.zet(verzonnen.tweede_editie())
    replay.verstoor(storing, verzonnen.TABEL, lijst, -1)
    uitslag = ververs()
    assert uitslag.exit_code == 3
    assert melding in uitslag.tekst
    assert "Wat er van deze tabellen was, blijft in gebruik." in uitslag.tekst
    assert nieuwste(tmp_path) == oud
    assert inhoud_hash(oud) == inhoud
    assert resten(tmp_path) == []

    replay.storingen.afspraken.clear()
    assert ververs().exit_code == 0
    assert inwoners(tmp_path) == NIEUW


def test_a_filter_that_is_ignored_brings_no_foreign_buurten(ververs, replay, tmp_path):
    replay.verstoor(Storing.FILTER_GENEGEERD, verzonnen.TABEL, "UntypedDataSet", -1)
    uitslag = ververs()
    assert uitslag.exit_code == 0
    assert "2 rijen buiten het gevraagde gebied zijn weggelaten" in uitslag.tekst
    assert inwoners(tmp_path) == OUD


def test_more_rows_than_one_page_can_hold_all_arrive(ververs, replay, tmp_path):
    replay.zet(verzonnen.met_veel_buurten(12_000))
    # On a busy machine a page of 10,000 rows takes longer than the patience of the other tests.
    uitslag = ververs(geduld=Geduld(), bron="verzonnen", landelijk=True)
    assert uitslag.exit_code == 0, uitslag.tekst
    assert len(replay.gevraagd("UntypedDataSet")) == 2
    (snapshot,) = vind([tmp_path / "snapshots"])
    assert snapshot.regios().num_rows == len(verzonnen.REGIOS) + 12_000
    assert inwoners(tmp_path, "BU88011999") == 5


def test_a_new_buurt_in_a_later_edition_comes_in_with_its_name(ververs, replay, tmp_path):
    ververs()
    replay.zet(verzonnen.met_nieuwe_buurt())
    uitslag = ververs()
    assert uitslag.exit_code == 0, uitslag.tekst
    assert inwoners(tmp_path, "BU99010101") == 20
    with duckdb.connect(str(nieuwste(tmp_path)), read_only=True) as verbinding:
        naam, ouder = verbinding.execute(
            "select naam, ouder from core.regio where regio::varchar = 'BU99010101'"
        ).fetchone()
    assert (naam, ouder) == ("Verzonnen Nieuwbouw", "WK990101")


# --- A process of its own ----------------------------------------------------------------


def los(replay, data_map, *woorden):
    return subprocess.run(
        [sys.executable, "-m", "tests.etl.ververs_los", replay.adres, str(data_map), *woorden],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("punt", PUNTEN)
def test_a_run_that_is_killed_leaves_a_whole_database_and_the_next_repairs(
    ververs, replay, tmp_path, punt
):
    ververs()
    oud, inhoud = nieuwste(tmp_path), inhoud_hash(nieuwste(tmp_path))
    replay.zet(verzonnen.tweede_editie())
    assert los(replay, tmp_path, "--dood", punt).returncode == -9
    # What is in use is the old one whole or, once published, the new one whole.
    assert inwoners(tmp_path) in ((OUD,) if nieuwste(tmp_path) == oud else (NIEUW,))
    assert inhoud_hash(oud) == inhoud
    assert all(len(snapshot.waarden()) for snapshot in vind([tmp_path / "snapshots"]))

    uitslag = ververs()
    assert uitslag.exit_code == 0, uitslag.tekst
    assert inwoners(tmp_path) == NIEUW


@pytest.mark.parametrize(
    ("omvang", "code", "melding"),
    [
        (1500, 2, "is opgehaald en niet bewaard: de schijf is vol"),
        (120_000, 2, "De schijf is vol"),
    ],
    ids=["a snapshot", "the database"],
)
def test_a_disk_that_is_full_is_told_and_leaves_the_old_database(
    ververs, replay, tmp_path, omvang, code, melding
):
    ververs()
    oud, inhoud = nieuwste(tmp_path), inhoud_hash(nieuwste(tmp_path))
    replay.zet(verzonnen.tweede_editie())
    klaar = los(replay, tmp_path, "--schijf", str(omvang))
    assert klaar.returncode == code, klaar.stdout + klaar.stderr
    assert melding in klaar.stdout + klaar.stderr
    assert "Traceback" not in klaar.stdout + klaar.stderr
    # No source is at fault, and a disk does not become empty by itself.
    assert "antwoordde" not in klaar.stdout
    assert "later" not in klaar.stdout
    assert nieuwste(tmp_path) == oud
    assert inhoud_hash(oud) == inhoud
    assert resten(tmp_path) == []

    assert ververs().exit_code == 0
    assert inwoners(tmp_path) == NIEUW


def test_without_a_terminal_there_are_no_bars(replay, tmp_path):
    klaar = los(replay, tmp_path)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stderr == ""
    assert "Nieuwe database" in klaar.stdout


def test_after_ctrl_c_what_was_complete_is_kept_and_the_next_run_does_the_rest(
    ververs, replay, tmp_path
):
    replay.traagheid = 30.0
    replay.verstoor(Storing.TRAAG, verzonnen.GEZONDHEID, "UntypedDataSet")
    opdracht = [sys.executable, "-m", "tests.etl.ververs_los", replay.adres, str(tmp_path)]
    with subprocess.Popen(opdracht, cwd=ROOT, stdout=subprocess.PIPE, text=True) as bezig:
        while not vind([tmp_path / "snapshots"]):
            assert bezig.poll() is None
            time.sleep(0.05)
        bezig.send_signal(signal.SIGINT)
        uit, _ = bezig.communicate(timeout=20)
    assert bezig.returncode == 1
    assert "Afgebroken. Wat compleet was, is bewaard; de volgende keer komt de rest." in uit
    assert nieuwste(tmp_path) is None

    uitslag = ververs()
    assert "Tabellen: 1 opgehaald, 1 niet veranderd" in uitslag.tekst
    assert inwoners(tmp_path) == OUD
