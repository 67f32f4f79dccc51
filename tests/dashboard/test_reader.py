"""The reader gives figures of one whole edition, the newest per indicator and level."""

import shutil
from pathlib import Path

import duckdb
import pytest

from dashboard.reader import AndereVersieError, Bestandswijzer, Reader, is_andere_versie
from wijken.errors import WijkenError
from wijken.periode import Periode
from wijken.regio import NEDERLAND, Regiocode, Soort
from wijken.waarneming import Status

ALMELO, HW = Regiocode("GM0141"), Regiocode("GM1963")


@pytest.fixture(scope="module")
def nu(database, catalogus):
    reader = Reader(Bestandswijzer(database.parent, database), catalogus)
    with reader.momentopname() as momentopname:
        yield momentopname


@pytest.mark.parametrize(
    ("indicator", "niveau", "jaar", "gemeten", "totaal"),
    [
        ("inkomen_inwoner_gemiddelde", Soort.GEMEENTE, 2024, 2, 2),
        ("inkomen_inwoner_gemiddelde", Soort.WIJK, 2024, 21, 26),
        ("inkomen_inwoner_gemiddelde", Soort.BUURT, 2024, 16, 112),
        ("laagste_40_personen_aandeel", Soort.WIJK, 2022, 26, 26),
        ("sociaal_minimum_aandeel", Soort.GEMEENTE, 2022, 2, 2),
    ],
)
def test_the_newest_year_is_per_indicator_and_level(
    nu, catalogus, indicator, niveau, jaar, gemeten, totaal
):
    uitgaven = nu.uitgaven(catalogus.indicator(indicator), [ALMELO, HW], niveau)
    nieuwste = next(uitgave for uitgave in uitgaven if uitgave.gemeten)
    assert nieuwste.periode == Periode(jaar)
    assert (nieuwste.gemeten, nieuwste.totaal) == (gemeten, totaal)


def test_a_theme_without_figures_at_a_level_has_no_newest(nu, catalogus):
    minimum = catalogus.indicator("sociaal_minimum_aandeel")
    assert nu.nieuwste(minimum, catalogus.werkgebied("beter-wonen"), Soort.BUURT) is None


@pytest.mark.parametrize(
    ("indicator", "code", "jaar", "waarde"),
    [
        ("inwoners_aantal", ALMELO, 2020, 73107),
        ("inwoners_aantal", HW, 2020, 87401),
        ("inwoners_aantal", NEDERLAND, 2020, 17407585),
        ("corporatiewoningen_aandeel", ALMELO, 2022, 34),
        ("corporatiewoningen_aandeel", HW, 2022, 24),
        ("inkomen_inwoner_gemiddelde", ALMELO, 2024, 29.9),
        ("inkomen_inwoner_gemiddelde", HW, 2024, 36.5),
    ],
)
def test_a_published_figure_comes_out_as_published(nu, catalogus, indicator, code, jaar, waarde):
    reeks = nu.reeks(catalogus.indicator(indicator), code)
    assert {w.periode.jaar: w.waarde for w in reeks}[jaar] == pytest.approx(waarde)


def test_a_level_gives_every_region_and_missing_ones_with_their_reason(nu, catalogus):
    gebied, bijstand = catalogus.werkgebied("beter-wonen"), catalogus.indicator("bijstand_per_1000")
    uitgave = nu.nieuwste(bijstand, gebied, Soort.BUURT)
    alle = nu.waarnemingen(bijstand, gebied, Soort.BUURT, uitgave)
    assert (uitgave.periode, uitgave.indeling) == (Periode(2020), 2020)
    assert len(alle) == len(nu.regios(gebied, Soort.BUURT, 2020)) == 68
    assert {w.status for w in alle if w.waarde is None} <= set(Status) - {Status.GEMETEN}
    assert any(w.waarde is None for w in alle)


def test_a_figure_on_few_people_is_uncertain_and_one_on_many_is_not(nu, catalogus):
    gebied, bijstand = catalogus.werkgebied("beter-wonen"), catalogus.indicator("bijstand_per_1000")
    inwoners = catalogus.indicator("inwoners_aantal")
    uitgave = nu.nieuwste(bijstand, gebied, Soort.BUURT)
    bewoond = {w.regio: w.waarde for w in nu.waarnemingen(inwoners, gebied, Soort.BUURT, uitgave)}
    for w in nu.waarnemingen(bijstand, gebied, Soort.BUURT, uitgave):
        if w.waarde is not None:
            assert w.onzeker is (bewoond[w.regio] < bijstand.noemer_minimaal)


def test_corporation_homes_per_buurt_are_not_in_our_copy(nu, catalogus):
    aandeel = catalogus.indicator("corporatiewoningen_aandeel")
    statussen = {w.periode.jaar: w.status for w in nu.reeks(aandeel, Regiocode("BU01411000"))}
    assert statussen[2022] is Status.NIET_IN_KOPIE
    assert statussen[2024] is Status.NIET_IN_KOPIE
    assert statussen[2020] is Status.NIET_GELEVERD


def test_the_median_is_of_all_gemeenten_of_the_country(nu, catalogus):
    woz = catalogus.indicator("woz_gemiddelde")
    uitgave = nu.nieuwste(woz, catalogus.werkgebied("hw-wonen"), Soort.GEMEENTE)
    middelste = nu.gemeente_mediaan(woz, uitgave)
    assert middelste.aantal == 342
    assert 200 < middelste.waarde < 600


def test_outlines_fit_the_division_asked_for(nu, catalogus):
    gebied = catalogus.werkgebied("beter-wonen")
    aantal = {jaar: len(nu.geometrieen(gebied, Soort.BUURT, jaar)) for jaar in (2020, 2024)}
    assert aantal == {2020: 68, 2024: 71}


def test_a_newer_database_is_served_without_a_restart(database, catalogus, tmp_path):
    wijzer = tmp_path / "nieuwste.txt"
    for stempel in ("verzonnen-1", "verzonnen-2"):
        shutil.copy(database, tmp_path / f"wijken-{stempel}.duckdb")
    wijzer.write_text("wijken-verzonnen-1.duckdb")
    reader = Reader(Bestandswijzer(tmp_path), catalogus)
    with reader.momentopname() as eerst:
        assert eerst.stempel == "verzonnen-1"
        (tmp_path / "nieuw.txt").write_text("wijken-verzonnen-2.duckdb")
        (tmp_path / "nieuw.txt").replace(wijzer)
        with reader.momentopname() as later:
            assert later.stempel == "verzonnen-2"
        # Who had begun with the old edition goes on with it.
        assert eerst.regio(ALMELO).naam == "Almelo"


def test_a_new_file_that_cannot_be_opened_leaves_the_old_one_in_use(database, catalogus, tmp_path):
    shutil.copy(database, tmp_path / "wijken-goed.duckdb")
    (tmp_path / "wijken-kapot.duckdb").write_text("geen database")
    wijzer = tmp_path / "nieuwste.txt"
    wijzer.write_text("wijken-goed.duckdb")
    reader = Reader(Bestandswijzer(tmp_path), catalogus)
    with reader.momentopname() as nu:
        assert nu.stempel == "goed"
    wijzer.write_text("wijken-kapot.duckdb")
    with reader.momentopname() as nu:
        assert nu.stempel == "goed"


def test_no_database_says_how_to_make_one(catalogus, tmp_path):
    reader = Reader(Bestandswijzer(tmp_path), catalogus)
    with pytest.raises(WijkenError, match="python -m etl build"), reader.momentopname():
        pass


def test_a_pointer_may_not_lead_outside_its_folder(tmp_path):
    (tmp_path / "nieuwste.txt").write_text("../elders.duckdb")
    with pytest.raises(WijkenError, match="duckdb-bestand"):
        Bestandswijzer(tmp_path).bestand()


def test_the_copies_of_tables_say_what_is_real(nu):
    kwb = next(b for b in nu.bronnen() if b.tabel == "84799NED")
    assert kwb.editie_waarden == "2021-03-26"
    assert kwb.wat_is_echt
    assert nu.datum >= Path("2026-01-01").name


@pytest.fixture
def van_een_andere_versie(database, tmp_path):
    """A folder whose database lacks a table that pages ask for, as after an upgrade."""
    doel = tmp_path / database.name
    shutil.copy(database, doel)
    with duckdb.connect(str(doel)) as verbinding:
        verbinding.execute("alter table core.voorziening rename column soort to vroeger")
    (tmp_path / "nieuwste.txt").write_text(doel.name, encoding="utf-8")
    return tmp_path


def test_a_database_of_another_version_is_refused_with_what_to_do(van_een_andere_versie, catalogus):
    assert is_andere_versie(van_een_andere_versie)
    reader = Reader(Bestandswijzer(van_een_andere_versie), catalogus)
    with pytest.raises(AndereVersieError, match=r"andere versie.*etl build"), reader.momentopname():
        pass


def test_a_database_of_this_version_fits(database):
    assert not is_andere_versie(database.parent)


def test_a_database_of_another_version_does_not_push_out_one_that_fits(
    van_een_andere_versie, database, catalogus
):
    shutil.copy(database, van_een_andere_versie / "wijken-past.duckdb")
    wijzer = van_een_andere_versie / "nieuwste.txt"
    oud = wijzer.read_text(encoding="utf-8")
    wijzer.write_text("wijken-past.duckdb", encoding="utf-8")
    reader = Reader(Bestandswijzer(van_een_andere_versie), catalogus)
    with reader.momentopname() as nu:
        stempel = nu.stempel
    wijzer.write_text(oud, encoding="utf-8")
    with reader.momentopname() as nu:
        assert nu.stempel == stempel
