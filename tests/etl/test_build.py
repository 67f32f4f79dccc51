"""A build: from copies to figures and reasons, published whole or not at all."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl import database as bestand
from etl import pipeline
from etl.controles import ControleError, Ernst, controleer_bestand
from etl.database import bouwbestand, inhoud_hash, lees_bouw, lees_sql, nieuwste
from etl.manifest import Kolom
from etl.pipeline import Opties, build
from tests.etl import verzonnen_snapshots as verzonnen
from tests.etl.verzonnen_snapshots import BUREN, BUURT, BUURT2, BUURT_VER, GEMEENTE, WIJK
from wijken.bron import Editie
from wijken.errors import InvoerError, WijkenError
from wijken.indicator import Bronveld, Eenheid, Optelling

ROOT = Path(__file__).resolve().parents[2]
INGEBED = ROOT / "etl" / "snapshots"


def vraag(pad: Path, sql: str, *gegevens: object) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(pad), read_only=True) as verbinding:
        return verbinding.execute(sql, list(gegevens)).fetchall()


def bouw(tmp_path: Path, *indicatoren, bronnen=(), **opties) -> Path:
    catalogus = verzonnen.catalogus(*indicatoren, bronnen=bronnen)
    return build(tmp_path / "data", [tmp_path / "kopie"], Opties(catalogus=catalogus, **opties))


def stand(pad: Path, regio: str, indicator: str = "mensen_aantal", periode: str = "2024JJ00"):
    """The value and status of one figure, None when there is no row."""
    sql = (
        "select waarde, status from core.waarneming "
        "where regio = $1 and indicator = $2 and periode = $3"
    )
    rijen = vraag(pad, sql, regio, indicator, periode)
    assert len(rijen) <= 1
    return rijen[0] if rijen else None


# --- What a delivered cell becomes -----------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "getypeerd", "verwacht"),
    [
        ("60", True, (60.0, "gemeten")),
        ("0", True, (0.0, "gemeten")),
        ("0.5", False, (0.5, "gemeten")),
        (None, True, (None, "onbekend")),
        (".", False, (None, "geheim")),
        ("", False, (None, "nvt")),
        (None, False, (None, "onbekend")),
        ("-99997", True, (None, "onbekend")),
        ("-99999999", True, (None, "onbekend")),
    ],
)
def test_a_cell_becomes_a_figure_or_a_reason(tmp_path, tekst, getypeerd, verwacht):
    cellen = verzonnen.cellen(GM9001="60", BU90010000=tekst)
    verzonnen.kopie(tmp_path / "kopie", cellen, verzonnen.manifest(getypeerd=getypeerd))
    pad = bouw(tmp_path, verzonnen.MENSEN)
    assert stand(pad, BUURT) == verwacht


@pytest.mark.parametrize("tekst", [None, "", ".", "-99997"])
def test_nothing_for_any_region_of_a_complete_copy_is_not_delivered(tmp_path, tekst):
    cellen = verzonnen.cellen(GM9001=tekst, BU90010000=tekst)
    verzonnen.kopie(tmp_path / "kopie", cellen, verzonnen.manifest(getypeerd=False))
    pad = bouw(tmp_path, verzonnen.MENSEN)
    assert stand(pad, BUURT) == stand(pad, GEMEENTE) == (None, "niet_geleverd")


def test_a_dot_for_every_region_of_an_assembled_copy_stays_secret(tmp_path):
    cellen = verzonnen.cellen(GM9001=".", BU90010000=".")
    gegevens = verzonnen.manifest(getypeerd=False, volledig=False)
    verzonnen.kopie(tmp_path / "kopie", cellen, gegevens)
    assert stand(bouw(tmp_path, verzonnen.MENSEN), BUURT) == (None, "geheim")


@pytest.mark.parametrize(
    ("volledig", "veldnaam", "verwacht"),
    [
        (True, "Mensen_1", "onbekend"),
        (False, "Mensen_1", "niet_in_kopie"),
        (True, "Ouderen_2", "niet_geleverd"),
        (False, "Ouderen_2", "niet_in_kopie"),
    ],
    ids=["region, complete", "region, assembled", "column, complete", "column, assembled"],
)
def test_an_absent_cell_is_explained_by_the_kind_of_copy(tmp_path, volledig, veldnaam, verwacht):
    cellen = [*verzonnen.cellen(GM9001="60"), (BUURT, "", "Anders_9", "1")]
    verzonnen.kopie(tmp_path / "kopie", cellen, verzonnen.manifest(volledig=volledig))
    pad = bouw(tmp_path, verzonnen.MENSEN, verzonnen.OUDEREN)
    indicator = {"Mensen_1": "mensen_aantal", "Ouderen_2": "ouderen_aantal"}[veldnaam]
    assert stand(pad, BUURT, indicator) == (None, verwacht)


def test_a_promised_year_that_the_copy_lacks_is_not_in_this_copy(tmp_path):
    cellen = [(GEMEENTE, "Perioden=2020JJ00", "Mensen_1", "60")]
    verzonnen.kopie(tmp_path / "kopie", cellen)
    bron = verzonnen.bron(Editie(verzonnen.TABEL, 2024, (2016, 2020)))
    pad = bouw(tmp_path, verzonnen.MENSEN, bronnen=[bron])
    assert stand(pad, GEMEENTE, periode="2016JJ00") == (None, "niet_in_kopie")
    assert stand(pad, GEMEENTE, periode="2020JJ00") == (60.0, "gemeten")


def test_every_code_of_the_country_becomes_one(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    pad = bouw(tmp_path)
    assert stand(pad, "NL00") == (900.0, "gemeten")
    assert vraag(pad, "select count(*) from core.waarneming where regio = 'NL01'") == [(0,)]


def test_margins_and_scale_come_along(tmp_path):
    marges = {"MW00000": "40", "MOG0095": "30", "MBG0095": "50"}
    cellen = [(GEMEENTE, f"Marges={m}", "Mensen_1", tekst) for m, tekst in marges.items()]
    verzonnen.kopie(tmp_path / "kopie", cellen)
    plek = Bronveld("verzonnen", ("Mensen",), schaal=0.1)
    pad = bouw(tmp_path, verzonnen.maak_indicator("x_aantal", plek, optelling=Optelling.GEEN))
    sql = "select waarde, onder, boven from core.waarneming where regio = 'GM9001'"
    assert vraag(pad, sql) == [(4.0, 3.0, 5.0)]


def test_the_cells_of_a_count_are_added(tmp_path):
    cellen = [(GEMEENTE, f"label={label}", "Mensen_1", "30") for label in "ABC"]
    verzonnen.kopie(tmp_path / "kopie", cellen)
    alles = verzonnen.maak_indicator("alles_aantal", verzonnen.veld("Mensen"))
    een = verzonnen.maak_indicator("een_aantal", verzonnen.veld("Mensen", label="B"))
    pad = bouw(tmp_path, alles, een)
    assert stand(pad, GEMEENTE, "alles_aantal") == (90.0, "gemeten")
    assert stand(pad, GEMEENTE, "een_aantal") == (30.0, "gemeten")


def test_a_sum_with_a_secret_part_is_secret(tmp_path):
    delen = {"A": "30", "B": "."}
    cellen = [(GEMEENTE, f"label={label}", "Mensen_1", tekst) for label, tekst in delen.items()]
    verzonnen.kopie(tmp_path / "kopie", cellen, verzonnen.manifest(getypeerd=False))
    assert stand(bouw(tmp_path, verzonnen.MENSEN), GEMEENTE) == (None, "geheim")


# --- Which regions have a row ----------------------------------------------------------


def test_outside_the_areas_there_are_only_measured_figures(tmp_path):
    cellen = verzonnen.cellen(GM9001="60", GM9002=None, BU90020000="7", BU90020001=None)
    verzonnen.kopie(tmp_path / "kopie", cellen)
    pad = bouw(tmp_path, verzonnen.MENSEN)
    assert stand(pad, BUURT_VER) == (7.0, "gemeten")
    assert stand(pad, "BU90020001") is None
    assert stand(pad, BUREN) == (None, "onbekend")  # every gemeente is in our scope


def test_a_table_without_buurten_still_has_those_of_the_fitting_map(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60"))
    verzonnen.kaart(tmp_path / "kopie")
    pad = bouw(tmp_path, verzonnen.MENSEN)
    assert stand(pad, BUURT) == (None, "onbekend")


def test_regions_have_name_kind_parent_and_outline(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    pad = bouw(tmp_path)
    sql = "select regio, naam, soort, ouder, geometrie is not null from core.regio order by regio"
    assert vraag(pad, sql) == [
        (BUURT, "Verzonnen Noord", "buurt", WIJK, True),
        (BUURT2, "Verzonnen Zuid", "buurt", WIJK, True),
        (GEMEENTE, "Verzonnendam", "gemeente", "NL00", True),
        (BUREN, "Verzonnenveen", "gemeente", "NL00", False),
        ("NL00", "Nederland", "land", None, False),
        (WIJK, "Verzonnen Wijk", "wijk", GEMEENTE, True),
    ]


def test_a_map_is_drawn_only_for_divisions_it_fits(tmp_path):
    verzonnen.kopie(
        tmp_path / "kopie",
        verzonnen.gewone_cellen(),
        verzonnen.manifest(indeling=2020, perioden=(2020,)),
    )
    verzonnen.kaart(tmp_path / "kopie")
    bron = verzonnen.bron(Editie(verzonnen.TABEL, 2020, (2020,)))
    pad = bouw(tmp_path, bronnen=[bron])
    assert vraag(pad, "select count(geometrie) from core.regio") == [(0,)]


# --- Ratios ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regio", "teller", "noemer", "verwacht"),
    [
        (BUURT, "15", "60", (25.0, "gemeten")),
        (BUURT, "0", "60", (0.0, "gemeten")),
        (BUURT, "0", "0", (None, "nvt")),
        (BUURT, ".", "60", (None, "geheim")),
        (BUURT, ".", "", (None, "geheim")),
        (BUURT, "", "60", (None, "nvt")),
        (BUURT, "10", "5", (None, "onbekend")),
        (BUURT, "5", "5", (100.0, "gemeten")),
    ],
    ids=[
        "share",
        "zero is a number",
        "nothing to divide by",
        "secret part",
        "worst of two",
        "cannot occur",
        "rounding puts a part above its whole",
        "all of them",
    ],
)
def test_a_share_is_made_of_its_parts(tmp_path, regio, teller, noemer, verwacht):
    cellen = verzonnen.cellen("Mensen_1", GM9001="60") + verzonnen.cellen("Ouderen_2", GM9001="9")
    cellen += [(regio, "", "Mensen_1", noemer), (regio, "", "Ouderen_2", teller)]
    verzonnen.kopie(tmp_path / "kopie", cellen, verzonnen.manifest(getypeerd=False))
    assert stand(bouw(tmp_path), regio, "ouderen_aandeel") == verwacht


def test_a_share_of_a_gemeente_above_its_whole_is_a_fault_and_not_hidden(tmp_path):
    cellen = verzonnen.cellen("Mensen_1", GM9001="60") + verzonnen.cellen("Ouderen_2", GM9001="70")
    verzonnen.kopie(tmp_path / "kopie", cellen)
    with pytest.raises(ControleError, match=r"ouderen_aandeel, GM9001, .*tussen 0 en 100"):
        bouw(tmp_path)


def test_a_share_without_one_of_its_columns_has_no_row(tmp_path):
    kolommen = (Kolom("Mensen_1", "Mensen", "Mensen"),)
    gegevens = verzonnen.manifest(kolommen=kolommen, volledig=False)
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60"), gegevens)
    assert stand(bouw(tmp_path), GEMEENTE, "ouderen_aandeel") is None


# --- Several copies of one table -------------------------------------------------------


@pytest.mark.parametrize(
    ("een", "ander", "wint"),
    [
        (("2025-01-01", True), ("2025-06-01", True), "ander"),
        (("2025-06-01", True), ("2025-01-01", False), "een"),
        (("2025-01-01", True), ("2025-01-01", False), "ander"),
        (("onbekend", True), ("2020-01-01", False), "ander"),
        (("2025-01-01", True), ("onbekend", False), "ander"),
    ],
    ids=["newest", "newer embedded", "tie: own", "embedded unknown: own", "own unknown: own"],
)
def test_the_newest_edition_of_the_values_wins(tmp_path, een, ander, wint):
    for naam, (editie, ingebed), tekst in (("een", een, "1"), ("ander", ander, "2")):
        gegevens = verzonnen.manifest(
            editie_waarden=editie, ingebed=ingebed, opgehaald=f"2026-01-0{tekst}"
        )
        verzonnen.kopie(tmp_path / "kopie" / naam, verzonnen.cellen(GM9001=tekst), gegevens)
    catalogus = verzonnen.catalogus(verzonnen.MENSEN)
    mappen = [tmp_path / "kopie" / "een", tmp_path / "kopie" / "ander"]
    pad = build(tmp_path / "data", mappen, Opties(catalogus=catalogus))
    assert stand(pad, GEMEENTE) == ({"een": 1.0, "ander": 2.0}[wint], "gemeten")


def test_a_figure_is_never_lost_to_a_newer_copy_without_it(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="1", BU90010000="5"))
    nieuwer = verzonnen.manifest(editie_waarden="2026-01-01", ingebed=False)
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="2", BU90010000=None), nieuwer)
    pad = bouw(tmp_path, verzonnen.MENSEN)
    sql = "select regio, waarde, editie from core.waarneming where waarde is not null order by 1"
    assert vraag(pad, sql) == [(BUURT, 5.0, "2025-01-01"), (GEMEENTE, 2.0, "2026-01-01")]


def test_an_indicator_prefers_the_first_of_its_sources(tmp_path):
    for bron, tekst in (("verzonnen", "1"), ("tweede", "2")):
        gegevens = verzonnen.manifest(bron=bron, editie_waarden=f"2025-01-0{3 - int(tekst)}")
        verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001=tekst), gegevens)
    editie = Editie(verzonnen.TABEL, 2024, (2024,))
    bronnen = [verzonnen.bron(editie), verzonnen.bron(editie, sleutel="tweede")]
    plekken = [verzonnen.veld("Mensen", bron="tweede"), verzonnen.veld("Mensen")]
    pad = bouw(tmp_path, verzonnen.maak_indicator("x_aantal", *plekken), bronnen=bronnen)
    assert stand(pad, GEMEENTE, "x_aantal") == (2.0, "gemeten")


# --- Published whole or not at all -----------------------------------------------------


def bestanden(tmp_path: Path) -> list[str]:
    return sorted(pad.name for pad in (tmp_path / "data").iterdir())


def test_the_pointer_names_the_new_database_and_nothing_else_stays(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    pad = bouw(tmp_path)
    assert nieuwste(tmp_path / "data") == pad
    assert bestanden(tmp_path) == ["nieuwste.txt", pad.name]


def test_the_same_copies_give_the_same_contents(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    een, ander = bouw(tmp_path), bouw(tmp_path)
    assert een != ander
    assert inhoud_hash(een) == inhoud_hash(ander)


def test_another_figure_gives_other_contents(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60"))
    een = inhoud_hash(bouw(tmp_path))
    shutil.rmtree(tmp_path / "kopie")
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="61"))
    assert inhoud_hash(bouw(tmp_path)) != een


def test_a_disk_that_fills_up_in_the_middle_of_a_step_is_told_as_such(tmp_path):
    # As DuckDB says it when the log beside the build file finds no room.
    vol = duckdb.TransactionException(
        "TransactionContext Error: Failed to commit: "
        'Could not write file ".wijken-1.bouw.wal": No space left on device'
    )
    with pytest.raises(InvoerError, match="De schijf is vol"), bouwbestand(tmp_path, "1"):
        raise WijkenError from vol
    assert list(tmp_path.iterdir()) == []


def test_every_table_but_that_of_the_build_itself_counts_as_contents(database):
    with duckdb.connect(str(database), read_only=True) as verbinding:
        geteld = {rij[0] for rij in verbinding.execute(lees_sql("bouw")["inhoud"]).fetchall()}
        alle = verbinding.execute(
            "select table_name from duckdb_tables() where schema_name = 'core'"
        ).fetchall()
        leeg = {
            naam
            for (naam,) in alle
            if not verbinding.execute(f'select count(*) from core."{naam}"').fetchall()[0][0]  # noqa: S608
        }
    assert geteld == {naam for (naam,) in alle} - leeg - {"bouw"}


def test_the_last_three_are_kept(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    paden = [bouw(tmp_path) for _ in range(5)]
    assert bestanden(tmp_path) == ["nieuwste.txt", *(pad.name for pad in paden[-3:])]


def test_a_refused_build_leaves_the_old_database_in_use(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    oud = bouw(tmp_path)
    nieuwer = verzonnen.manifest(editie_waarden="2026-01-01")
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="-12"), nieuwer)
    with pytest.raises(ControleError, match="niet in gebruik genomen"):
        bouw(tmp_path)
    assert nieuwste(tmp_path / "data") == oud
    assert bestanden(tmp_path) == ["nieuwste.txt", oud.name]


@pytest.mark.parametrize("stap", ["publiceer", "schrijf_bouw"])
def test_a_killed_build_leaves_the_old_database_in_use(tmp_path, monkeypatch, stap):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    oud = bouw(tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.database, stap, stop)
    with pytest.raises(KeyboardInterrupt):
        bouw(tmp_path)
    assert nieuwste(tmp_path / "data") == oud


def test_what_a_killed_build_left_is_cleared_away_later(tmp_path, monkeypatch):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    bouw(tmp_path)
    rest = tmp_path / "data" / ".wijken-20200101T000000000000-00000000.bouw"
    rest.touch()
    # What did not fit in memory lies in a folder beside it.
    opzij = rest.with_name(f"{rest.name}.tmp")
    opzij.mkdir()
    (opzij / "verzonnen.block").touch()
    bouw(tmp_path)
    assert rest.exists()  # it may belong to a build that is at work
    assert opzij.exists()
    monkeypatch.setattr(bestand, "_VERLATEN", -1)
    bouw(tmp_path)
    assert not rest.exists()
    assert not opzij.exists()


def test_builds_at_the_same_time_do_not_meet(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    with ThreadPoolExecutor(3) as ploeg:
        paden = list(ploeg.map(lambda _: bouw(tmp_path), range(3)))
    assert len(set(paden)) == 3
    assert nieuwste(tmp_path / "data") in paden


def test_a_build_when_needed_leaves_what_is_up_to_date(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    oud = bouw(tmp_path)
    assert bouw(tmp_path, zo_nodig=True) == oud
    nieuwer = verzonnen.manifest(editie_waarden="2026-01-01")
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="101"), nieuwer)
    assert bouw(tmp_path, zo_nodig=True) != oud


def test_a_build_when_needed_follows_the_catalogue(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    oud = bouw(tmp_path, verzonnen.MENSEN)
    assert bouw(tmp_path, verzonnen.MENSEN, verzonnen.OUDEREN, zo_nodig=True) != oud


def test_fewer_figures_than_before_are_refused_unless_agreed(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60", GM9002="70"))
    oud = bouw(tmp_path, verzonnen.MENSEN)
    shutil.rmtree(tmp_path / "kopie")
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60", GM9002=None))
    with pytest.raises(ControleError, match="er waren 2 cijfers, nu 1"):
        bouw(tmp_path, verzonnen.MENSEN)
    assert nieuwste(tmp_path / "data") == oud
    nieuw = bouw(tmp_path, verzonnen.MENSEN, minder_mag=True)
    assert nieuw != oud
    # what was agreed is no fault afterwards
    assert {b.ernst for b in controleer_bestand(nieuw, oud)} == {Ernst.OPMERKING}


def test_fewer_figures_after_a_change_of_the_catalogue_are_only_remarked(tmp_path):
    cellen = verzonnen.cellen("Mensen_1", GM9001="60", GM9002="70")
    cellen += verzonnen.cellen("Ouderen_2", GM9001="6", GM9002=None)
    verzonnen.kopie(tmp_path / "kopie", cellen)
    bouw(tmp_path, verzonnen.MENSEN)
    ander = verzonnen.maak_indicator("mensen_aantal", verzonnen.veld("Ouderen"))
    gemeld: list[str] = []
    bouw(tmp_path, ander, meld=lambda b: gemeld.extend(map(str, b)))
    assert [m for m in gemeld if "er waren 2 cijfers, nu 1" in m and "opmerking" in m]


def test_without_figures_the_user_hears_how_to_get_them(tmp_path):
    with pytest.raises(InvoerError, match="python -m etl fetch"):
        bouw(tmp_path)


def test_a_copy_of_an_unknown_table_is_skipped_and_told(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    verzonnen.kopie(
        tmp_path / "kopie", verzonnen.cellen(GM9001="9"), verzonnen.manifest(tabel="onbekend")
    )
    gemeld: list[str] = []
    pad = bouw(tmp_path, meld=lambda b: gemeld.extend(map(str, b)))
    assert stand(pad, GEMEENTE) == (100.0, "gemeten")
    assert any("kent tabel onbekend van «verzonnen» niet" in melding for melding in gemeld)


def test_a_score_has_its_own_unit_in_the_list_of_indicators(tmp_path):
    verzonnen.gewone_wereld(tmp_path / "kopie")
    score = verzonnen.maak_indicator(
        "x_score", verzonnen.veld("Mensen"), eenheid=Eenheid.SCORE, optelling=Optelling.GEEN
    )
    pad = bouw(tmp_path, score)
    assert vraag(pad, "select indicator, eenheid, is_aandeel from core.indicator") == [
        ("x_score", "score", False)
    ]


# --- The embedded copies ---------------------------------------------------------------

VERWACHT = [
    # KWB 2020, edition of 26 March 2021
    ("inwoners_aantal", "GM0141", 2020, 73107),
    ("ouderen_65_aantal", "GM0141", 2020, 14498),
    ("huishoudens_aantal", "GM0141", 2020, 32714),
    ("bijstand_aantal", "GM0141", 2020, 2980),
    ("inwoners_aantal", "GM1963", 2020, 87401),
    ("ouderen_65_aantal", "GM1963", 2020, 19608),
    ("huishoudens_aantal", "GM1963", 2020, 37135),
    ("bijstand_aantal", "GM1963", 2020, 910),
    ("inwoners_aantal", "NL00", 2020, 17407585),
    # KWB 2022
    ("corporatiewoningen_aandeel", "GM0141", 2022, 34),
    ("corporatiewoningen_aandeel", "GM1963", 2022, 24),
    ("woz_gemiddelde", "GM0141", 2022, 224),
    ("woz_gemiddelde", "GM1963", 2022, 309),
    ("sociaal_minimum_aandeel", "GM0141", 2022, 8),
    ("sociaal_minimum_aandeel", "GM1963", 2022, 3),
    # KWB 2024
    ("inwoners_aantal", "GM0141", 2024, 74317),
    ("inwoners_aantal", "GM1963", 2024, 90256),
    ("inkomen_inwoner_gemiddelde", "GM0141", 2024, 29.9),
    ("inkomen_inwoner_gemiddelde", "GM1963", 2024, 36.5),
]


@pytest.mark.parametrize(("indicator", "regio", "jaar", "verwacht"), VERWACHT)
def test_the_figures_come_out_as_published(database, indicator, regio, jaar, verwacht):
    sql = (
        "select waarde from core.waarneming where indicator = $1 and regio = $2 "
        "and periode = $3 and indeling = $4"
    )
    assert vraag(database, sql, indicator, regio, f"{jaar}JJ00", jaar) == [(verwacht,)]


def test_a_ratio_is_made_of_the_published_counts(database):
    sql = (
        "select waarde from core.waarneming where indicator = 'bijstand_per_1000' "
        "and regio = 'GM0141' and periode = '2020JJ00'"
    )
    assert vraag(database, sql) == [(pytest.approx(1000 * 2980 / 73107),)]


@pytest.mark.parametrize(
    ("indicator", "soort", "jaar", "verwacht"),
    [
        ("inkomen_inwoner_gemiddelde", "gemeente", 2020, {"niet_geleverd": 2}),
        ("inkomen_inwoner_gemiddelde", "buurt", 2020, {"niet_geleverd": 109}),
        ("corporatiewoningen_aandeel", "buurt", 2022, {"niet_in_kopie": 112}),
        ("corporatiewoningen_aandeel", "buurt", 2024, {"niet_in_kopie": 112}),
    ],
)
def test_what_is_missing_says_why(database, indicator, soort, jaar, verwacht):
    sql = (
        "select w.status, count(*) from core.waarneming w "
        "join core.regio r using (regio, indeling) "
        "join core.werkgebied g on g.gemeente = 'GM' || substr(w.regio::varchar, 3, 4) "
        "where w.indicator = $1 and r.soort = $2 and w.periode = $3 group by all"
    )
    assert dict(vraag(database, sql, indicator, soort, f"{jaar}JJ00")) == verwacht


@pytest.mark.parametrize(
    ("indicator", "soort", "verwacht"),
    [
        ("inkomen_inwoner_gemiddelde", "gemeente", ("2024JJ00", 2, 2)),
        ("inkomen_inwoner_gemiddelde", "wijk", ("2024JJ00", 21, 26)),
        ("inkomen_inwoner_gemiddelde", "buurt", ("2024JJ00", 16, 112)),
        ("laagste_40_personen_aandeel", "wijk", ("2022JJ00", 26, 26)),
        ("sociaal_minimum_aandeel", "gemeente", ("2022JJ00", 2, 2)),
        ("sociaal_minimum_aandeel", "buurt", None),
    ],
)
def test_the_newest_year_is_per_indicator_and_level(database, indicator, soort, verwacht):
    sql = (
        "select w.periode, count(w.waarde), count(*) from core.waarneming w "
        "join core.regio r using (regio, indeling) "
        "join core.werkgebied g on g.gemeente = 'GM' || substr(w.regio::varchar, 3, 4) "
        "where w.indicator = $1 and r.soort = $2 group by all "
        "having count(w.waarde) > 0 order by w.periode desc limit 1"
    )
    rijen = vraag(database, sql, indicator, soort)
    assert (rijen[0] if rijen else None) == verwacht


def test_health_keeps_the_division_of_its_table(database):
    sql = (
        "select indeling, round(waarde, 1) from core.waarneming where regio = 'BU01411400' "
        "and indicator = 'goed_ervaren_gezondheid_aandeel' and periode = '2020JJ00' order by 1"
    )
    assert vraag(database, sql) == [(2020, 71.1), (2024, 82.6)]


def test_the_embedded_copies_are_found_in_every_edition_or_explained(database):
    sql = "select indicator, tabel from core.veld where veld is null and coalesce(reden, '') = ''"
    assert vraag(database, sql) == []
    gevonden = vraag(database, "select count(distinct indicator) from core.veld where veld <> ''")
    assert gevonden[0][0] >= 40


def test_the_embedded_copies_give_the_same_contents_again(database, tmp_path):
    assert inhoud_hash(build(tmp_path, [INGEBED])) == inhoud_hash(database)


def test_the_database_says_what_it_was_built_from(database):
    bouw_gegevens = lees_bouw(database)
    assert bouw_gegevens["stempel"] in database.name
    sql = "select count(*) from core.bron where licentie <> '' and wat_is_echt <> ''"
    assert vraag(database, sql) == vraag(database, "select count(*) from core.bron")


def test_the_tables_have_the_columns_that_others_rely_on(database):
    sql = (
        "select string_agg(column_name, ' ' order by ordinal_position) "
        "from information_schema.columns where table_schema = 'core' and table_name = $1"
    )
    assert vraag(database, sql, "waarneming") == [
        ("indicator regio indeling periode waarde onder boven status bron tabel editie",)
    ]
    assert vraag(database, sql, "regio") == [("regio indeling naam soort ouder geometrie",)]
    kolommen = vraag(database, sql, "bron")[0][0]
    assert kolommen.startswith(
        "bron tabel editie_waarden editie_sleutels opgehaald licentie herkomst"
    )


def test_the_figures_region_by_region_are_the_same_figures(database):
    anders = (
        "(from core.waarneming except all from core.profiel) union all "
        "(from core.profiel except all from core.waarneming)"
    )
    assert vraag(database, anders) == []
    assert vraag(database, "select count(*) > 0 from core.profiel") == [(True,)]
