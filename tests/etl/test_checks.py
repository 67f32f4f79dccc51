"""Every check finds its planted fault, and nothing in a world where everything fits."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import shapely

from etl.controles import (
    Bevinding,
    ControleError,
    Ernst,
    Vergelijking,
    beschrijf,
    controleer,
    controleer_bestand,
    geometrie_oordeel,
)
from etl.database import lees_sql
from etl.pipeline import Opties, build
from tests.etl import verzonnen_snapshots as verzonnen

# check: (what is planted, how bad it is, where it is, words of the finding)
GEPLANT = {
    "01_sleutel_enig": (
        "insert into core.waarneming from core.waarneming where regio = 'BU90010000'",
        ("fout", "BU90010000", "mensen_aantal"),
        "staat er 2 keer",
    ),
    "02_waarde_en_status": (
        (
            "update core.waarneming set status = 'geheim' "
            "where regio = 'BU90010000' and indicator = 'mensen_aantal'"
        ),
        ("fout", "BU90010000", "mensen_aantal"),
        "past niet bij status «geheim»",
    ),
    "03_grenzen_van_waarden": (
        (
            "update core.waarneming set waarde = 101 "
            "where regio = 'GM9001' and indicator = 'ouderen_aandeel'"
        ),
        ("fout", "GM9001", "ouderen_aandeel"),
        "tussen 0 en 100",
    ),
    "04_sommen": (
        (
            "update core.waarneming set waarde = 600 "
            "where regio = 'BU90010000' and indicator = 'mensen_aantal'"
        ),
        ("fout", "GM9001", "mensen_aantal"),
        "De som van 2 buurten is 640",
    ),
    "05_dekking": (
        (
            "update core.waarneming set waarde = null, status = 'onbekend' "
            "where regio = 'GM9002' and indicator = 'mensen_aantal'"
        ),
        ("fout", "", "mensen_aantal"),
        "er waren 2 cijfers, nu 1",
    ),
    "06_geometrie_geldig": (
        "update core.regio set geometrie = $vlinder where regio = 'BU90010000'",
        ("fout", "BU90010000", ""),
        "Self-intersection",
    ),
    "07_geometrie_volledig": (
        "update core.regio set geometrie = null where regio = 'BU90010000'",
        ("fout", "BU90010000", ""),
        "geen grens voor Verzonnen Noord",
    ),
    "08_ouder": (
        "delete from core.regio where regio = 'WK900100'",
        ("fout", "BU90010000", ""),
        "De ouder WK900100 ontbreekt",
    ),
    "09_regio_bekend": (
        "delete from core.regio where regio = 'GM9002'",
        ("fout", "GM9002", ""),
        "staat niet in core.regio",
    ),
    "10_velden": (
        "update core.veld set veld = null where indicator = 'mensen_aantal'",
        ("fout", "", "mensen_aantal"),
        "geen reden gegeven",
    ),
    "11_indicator_zonder_cijfer": (
        (
            "delete from core.waarneming where indicator = 'mensen_aantal'; "
            "delete from core.veld where indicator = 'mensen_aantal'"
        ),
        ("fout", "", "mensen_aantal"),
        "Er is nergens een cijfer. Er is ook geen verklaring",
    ),
    "12_vreemd": (
        "insert into core.vreemd values ('fout', 'mensen_aantal', 'GM9001', 'V2024', 'Raar.')",
        ("fout", "GM9001", "mensen_aantal"),
        "Raar.",
    ),
    "13_wijziging": (
        (
            "insert into core.onveranderd values ('GM9001', 'buurt', 2022, 2024); "
            "insert into core.wijziging values ('BU90010000', 2024, '3')"
        ),
        ("opmerking", "BU90010000", ""),
        "De catalogus zegt dat dit gebied gelijk bleef",
    ),
}
VLINDER = shapely.to_wkb(shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]))


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the made-up world, in which everything fits."""
    plek = tmp_path_factory.mktemp("wereld")
    verzonnen.gewone_wereld(plek / "kopie")
    return build(plek / "data", [plek / "kopie"], Opties(catalogus=verzonnen.catalogus()))


@pytest.fixture
def eigen(wereld: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of that database to spoil."""
    pad = shutil.copy(wereld, tmp_path / "eigen.duckdb")
    with duckdb.connect(str(pad)) as verbinding:
        yield verbinding


def van(bevindingen: tuple[Bevinding, ...], controle: str) -> list[Bevinding]:
    return [b for b in bevindingen if b.controle == controle]


def test_every_check_has_a_planted_fault():
    assert GEPLANT.keys() == lees_sql("checks").keys()


def test_a_world_in_which_everything_fits_has_no_findings(eigen, wereld):
    assert controleer(eigen, Vergelijking(wereld)) == ()


@pytest.mark.parametrize("controle", GEPLANT)
def test_a_check_finds_what_was_planted(eigen, wereld, controle):
    sql, (ernst, regio, indicator), woorden = GEPLANT[controle]
    eigen.execute(sql, {"vlinder": VLINDER} if "$vlinder" in sql else None)
    gevonden = van(controleer(eigen, Vergelijking(wereld)), controle)
    assert (Ernst(ernst), regio, indicator) in {(b.ernst, b.regio, b.indicator) for b in gevonden}
    assert any(woorden in b.melding for b in gevonden)


# A finding about figures says of which edition they are; the others are about all of the database.
MET_EDITIE = {
    "01_sleutel_enig", "02_waarde_en_status", "03_grenzen_van_waarden", "04_sommen", "10_velden",
}  # fmt: skip


@pytest.mark.parametrize("controle", sorted(MET_EDITIE))
def test_a_finding_about_a_figure_names_its_edition(eigen, wereld, controle):
    sql, *_ = GEPLANT[controle]
    eigen.execute(sql)
    gevonden = van(controleer(eigen, Vergelijking(wereld)), controle)
    assert gevonden
    assert all(verzonnen.TABEL in b.editie and verzonnen.TABEL in str(b) for b in gevonden)


@pytest.mark.parametrize("sql", ["select 1 from core.waarneming", "select 1 from core.regio"])
def test_all_findings_are_given_together(eigen, sql):
    eigen.execute(GEPLANT["08_ouder"][0])
    eigen.execute(GEPLANT["03_grenzen_van_waarden"][0])
    controles = {b.controle for b in controleer(eigen, Vergelijking())}
    assert {"08_ouder", "03_grenzen_van_waarden", "09_regio_bekend"} <= controles
    assert eigen.execute(sql).fetchall()  # a check changes nothing


# --- Checks with more than one kind of finding -----------------------------------------


@pytest.mark.parametrize(
    ("sql", "controle", "ernst", "woorden"),
    [
        (
            "insert into core.regio from core.regio where regio = 'BU90010000'",
            "01_sleutel_enig",
            Ernst.FOUT,
            "Deze regio staat er 2 keer",
        ),
        (
            "update core.waarneming set waarde = 'inf' where regio = 'BU90010000'",
            "02_waarde_en_status",
            Ernst.FOUT,
            "past niet",
        ),
        (
            "update core.waarneming set waarde = -1 where regio = 'BU90010000'",
            "03_grenzen_van_waarden",
            Ernst.FOUT,
            "niet negatief",
        ),
        (
            (
                "update core.waarneming set onder = waarde + 1, boven = waarde + 2 "
                "where regio = 'BU90010000'"
            ),
            "03_grenzen_van_waarden",
            Ernst.OPMERKING,
            "tussen haar marges",
        ),
        (
            (
                "update core.waarneming set waarde = waarde * 10 where regio = 'GM9001' "
                "and indicator = 'mensen_aantal'"
            ),
            "04_sommen",
            Ernst.OPMERKING,
            "de gemeente zelf 1000.0",
        ),
        (
            "update core.regio set geometrie = 'geen vorm'::blob where regio = 'BU90010000'",
            "06_geometrie_geldig",
            Ernst.FOUT,
            "geen leesbare geometrie",
        ),
        (
            "update core.regio set naam = 'GM9002' where regio = 'GM9002'",
            "09_regio_bekend",
            Ernst.OPMERKING,
            "geen naam gevonden",
        ),
        (
            "update core.veld set veld = null, reden = 'Weg.', reden_soort = 'niet_in_editie'",
            "10_velden",
            Ernst.OPMERKING,
            "Weg.",
        ),
        (
            "update core.veld set veld = null, reden = 'Weg.', reden_soort = 'geen_kopie'",
            "10_velden",
            Ernst.OPMERKING,
            "geen kopieën van 1 tabel(len): V2024.",
        ),
        (
            (
                "update core.waarneming set waarde = null, status = 'niet_geleverd' "
                "where indicator = 'mensen_aantal'"
            ),
            "11_indicator_zonder_cijfer",
            Ernst.OPMERKING,
            "Overal staat: niet_geleverd",
        ),
    ],
)
def test_other_kinds_of_findings(eigen, sql, controle, ernst, woorden):
    eigen.execute(sql)
    gevonden = van(controleer(eigen, Vergelijking()), controle)
    assert any(b.ernst is ernst and woorden in b.melding for b in gevonden)


@pytest.mark.parametrize(
    ("afwijking", "gevonden"),
    [(14, False), (16, True), (-14, False), (-30, True)],
    ids=["rounding up", "more than rounding", "rounding down", "less than rounding"],
)
def test_sums_may_differ_by_rounding_only(eigen, afwijking, gevonden):
    eigen.execute(
        "update core.waarneming set waarde = waarde + $1 "
        "where regio = 'BU90010000' and indicator = 'mensen_aantal'",
        [afwijking],
    )
    assert bool(van(controleer(eigen, Vergelijking()), "04_sommen")) is gevonden


def test_buurten_without_a_figure_explain_a_lower_sum(eigen):
    eigen.execute(
        "update core.waarneming set waarde = null, status = 'geheim' where regio = 'BU90010000'"
    )
    assert van(controleer(eigen, Vergelijking()), "04_sommen") == []


# --- What a build writes down for the checks -------------------------------------------


def bevindingen_van(tmp_path: Path, *indicatoren) -> tuple[Bevinding, ...]:
    gemeld: list[Bevinding] = []
    catalogus = verzonnen.catalogus(*indicatoren)
    build(tmp_path / "data", [tmp_path / "kopie"], Opties(catalogus=catalogus, meld=gemeld.extend))
    return tuple(gemeld)


@pytest.mark.parametrize("tekst", ["12,5", "veel", "1e5", "nan", "."])
def test_a_text_that_is_no_number_stops_the_build(tmp_path, tekst):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60", GM9002=tekst))
    with pytest.raises(ControleError, match="Geen getal: «") as fout:
        bevindingen_van(tmp_path, verzonnen.MENSEN)
    assert "GM9002" in str(fout.value)


def test_several_cells_for_what_is_no_count_stop_the_build(tmp_path):
    cellen = [("GM9001", f"label={label}", "Mensen_1", "30") for label in "AB"]
    verzonnen.kopie(tmp_path / "kopie", cellen)
    indicator = verzonnen.maak_indicator(
        "x_gemiddelde", verzonnen.veld("Mensen"), optelling=verzonnen.Optelling.GEEN
    )
    with pytest.raises(ControleError, match="2 cellen voor één cijfer"):
        bevindingen_van(tmp_path, indicator)


def test_another_division_than_the_catalogue_says_stops_the_build(tmp_path):
    gegevens = verzonnen.manifest(indeling=2020)
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60"), gegevens)
    with pytest.raises(ControleError, match="indeling 2020, de catalogus 2024"):
        bevindingen_van(tmp_path, verzonnen.MENSEN)


def test_a_strange_region_code_is_skipped_and_told(tmp_path):
    cellen = [*verzonnen.cellen(GM9001="60"), ("PV20", "", "Mensen_1", "5")]
    verzonnen.kopie(tmp_path / "kopie", cellen)
    gevonden = van(bevindingen_van(tmp_path, verzonnen.MENSEN), "12_vreemd")
    assert [(b.ernst, b.regio) for b in gevonden] == [(Ernst.OPMERKING, "PV20")]


def test_the_letters_of_amsterdam_are_a_region_code(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.cellen(GM9001="60", GM9002="5", BU9002AA01="5"))
    assert van(bevindingen_van(tmp_path, verzonnen.MENSEN), "12_vreemd") == []


def test_an_outline_that_is_no_shape_is_missed(tmp_path):
    verzonnen.kopie(tmp_path / "kopie", verzonnen.gewone_cellen())
    verzonnen.kaart(tmp_path / "kopie", BU90010000="POLYGON ((kapot")
    with pytest.raises(ControleError, match="BU90010000, indeling 2024: Er is geen grens"):
        bevindingen_van(tmp_path)


@pytest.mark.parametrize(
    ("wkt", "oordeel"),
    [
        ("POLYGON ((0 0, 1 0, 1 1, 0 0))", ""),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", ""),
        ("POINT (1 1)", "een vlak verwacht, gevonden: Point"),
        ("POLYGON EMPTY", "het vlak is leeg"),
    ],
)
def test_an_outline_is_judged(wkt, oordeel):
    assert geometrie_oordeel(shapely.to_wkb(shapely.from_wkt(wkt))) == oordeel


# --- How findings are told -------------------------------------------------------------


def test_the_same_remark_for_many_regions_is_one_line():
    veel = [
        Bevinding(Ernst.OPMERKING, "x", f"GM900{n}", "", "indeling 2024", f"GM900{n} heeft {n}.")
        for n in range(6)
    ]
    tekst = beschrijf(veel)
    assert tekst.count("\n") == 0
    assert "En zo nog 5 regio's" in tekst


def test_different_remarks_stay_apart():
    een = Bevinding(Ernst.FOUT, "x", "GM9001", "a_aantal", "", "Dit is er.")
    ander = Bevinding(Ernst.FOUT, "x", "GM9001", "b_aantal", "", "Dit is er.")
    assert beschrijf([een, ander]).splitlines() == [
        "  - fout: a_aantal, GM9001: Dit is er. [x]",
        "  - fout: b_aantal, GM9001: Dit is er. [x]",
    ]


# --- The embedded copies ---------------------------------------------------------------


def test_the_embedded_copies_have_no_faults(database):
    bevindingen = controleer_bestand(database, None)
    assert [str(b) for b in bevindingen if b.ernst is Ernst.FOUT] == []


def test_a_database_can_be_checked_again_while_it_is_being_read(database):
    with duckdb.connect(str(database), read_only=True):
        assert controleer_bestand(database, None) == controleer_bestand(database, None)


def test_a_predecessor_that_cannot_be_read_stops_nothing(database, tmp_path):
    kapot = tmp_path / "wijken-kapot.duckdb"
    kapot.write_text("dit is geen database", encoding="utf-8")
    bevindingen = controleer_bestand(database, kapot)
    assert van(bevindingen, "05_dekking") == []
