"""The Leefbaarometer 3.0: found under any name, dimensions without a total, apart from 2.0."""

from dataclasses import replace

import duckdb
import pytest

from etl.bronnen.leefbaarometer import kies_bestanden
from etl.instellingen import lees_instellingen
from etl.ophalen import INGEBED, Keuze, Uitkomst, haal_op
from etl.pipeline import build
from etl.snapshot import vind
from tests.etl.conftest import ONGEDULD
from tests.replay.leefbaarometer import Leefbaarometer, csv_van, maak_zip
from wijken.errors import BronError

GEWOON = "/resources/open-data-leefbaarometer-meting-2024.zip"
VREEMD = "/resources/open-data-leefbaarometer-meting-2024_2031-06-02_0800.zip"


@pytest.fixture
def haal(catalogus, replay, tmp_path):
    instellingen = replace(lees_instellingen(replay.omgeving), geduld=ONGEDULD)

    def doe(bestanden):
        replay.anders[:] = [Leefbaarometer(bestanden)]
        keuze = Keuze("leefbaarometer3")
        (regel,) = haal_op(catalogus, tmp_path / "eigen", keuze, instellingen, None).regels
        return regel

    return doe


def cijfers(database, indicator, regio):
    with duckdb.connect(str(database), read_only=True) as verbinding:
        rijen = verbinding.execute(
            "select left(periode::varchar, 4)::int, waarde, tabel::varchar, status::varchar "
            "from core.waarneming where indicator::varchar = $1 and regio::varchar = $2 "
            "and indeling = 2024 and left(periode::varchar, 4) in ('2002', '2014', '2024') "
            "order by 1",
            [indicator, regio],
        ).fetchall()
    return {rij[0]: rij[1:] for rij in rijen}


def test_the_dimensions_come_in_the_database_and_no_total(haal, tmp_path):
    assert haal({GEWOON: maak_zip()}).uitkomst is Uitkomst.NIEUW
    database = build(tmp_path, [tmp_path / "eigen", INGEBED])
    tabel = "leefbaarometer-3.0-2024"
    assert cijfers(database, "leefbaarheid3_woningen_score", "BU01411000") == {
        2002: (0.004, tabel, "gemeten"),
        2014: (0.011, tabel, "gemeten"),
        2024: (0.018, tabel, "gemeten"),
    }
    assert cijfers(database, "leefbaarheid3_omgeving_score", "BU01411000")[2014][2] == "onbekend"
    (snapshot,) = vind([tmp_path / "eigen"])
    velden = set(snapshot.waarden()["veld"].to_pylist())
    assert velden == {"won", "vrz", "fys", "soc", "onv"}
    assert set(snapshot.regios()["regio"].to_pylist()) == {
        "GM0141", "GM1963", "GM9999", "WK014110", "WK196300", "BU01411000", "BU19630000",
    }  # fmt: skip


def test_version_2_stays_what_it_was(haal, tmp_path, database):
    haal({GEWOON: maak_zip()})
    nieuw = build(tmp_path, [tmp_path / "eigen", INGEBED])
    vraag = (
        "select regio::varchar, periode::varchar, waarde from core.waarneming "
        "where indicator::varchar = 'leefbaarheid_woningen_score' order by all"
    )
    for_beide = []
    for pad in (database, nieuw):
        with duckdb.connect(str(pad), read_only=True) as verbinding:
            for_beide.append(verbinding.execute(vraag).fetchall())
    assert for_beide[0] == for_beide[1]


@pytest.mark.parametrize("bladzijde", ["/page/Opendata", "/"])
def test_a_zip_under_another_name_is_found_through_the_site(haal, bladzijde):
    html = f'<a href="{VREEMD}">Open data</a> <a href="/resources/anders-2024.zip">Anders</a>'
    regel = haal({bladzijde: html.encode(), VREEMD: maak_zip(";")})
    assert regel.uitkomst is Uitkomst.NIEUW, regel.reden


def test_a_link_to_another_host_is_not_followed(haal):
    html = '<a href="https://elders.verzonnen.nl/open-data-leefbaarometer-meting-2024.zip">x</a>'
    regel = haal({"/": html.encode()})
    assert regel.uitkomst is Uitkomst.MISLUKT
    assert "geen zip met open data van meting 2024" in regel.reden


def test_decimal_commas_are_read_as_such(haal, tmp_path):
    haal({GEWOON: maak_zip(";")})
    (snapshot,) = vind([tmp_path / "eigen"])
    teksten = {r["tekst"] for r in snapshot.waarden().to_pylist() if r["regio"] == "GM0141"}
    assert "0.004" in teksten


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"<html>Onderhoud</html>", "geen zip die te openen is"),
        (maak_zip(bu=None), "heeft 0 bestanden met de kolommen bu_code"),
        (maak_zip(bu=csv_van("bu").replace("soc", "samenhang")), "heeft 0 bestanden"),
    ],
    ids=["page", "a level less", "another column"],
)
def test_what_is_not_as_it_was_is_told_with_the_files_there_are(inhoud, melding):
    with pytest.raises(BronError, match=melding):
        kies_bestanden(inhoud, "verzonnen.zip")


def test_a_cell_that_is_no_number_is_told_with_its_line(haal):
    kapot = csv_van("gm").replace("0.004", "veel")
    regel = haal({GEWOON: maak_zip(gm=kapot)})
    assert regel.uitkomst is Uitkomst.MISLUKT
    assert "regel 2, kolom won: «veel» is geen getal" in regel.reden
