"""The homes of an area: parts of one year and one source, and what is missing said as such."""

from pathlib import Path

import duckdb
import pytest

from dashboard.reader import Bestandswijzer, Reader
from dashboard.woningvoorraad import voorraad_van
from wijken.regio import Regiocode, Soort
from wijken.voorraadregels import load_voorraadregels
from wijken.waarneming import Status

NIEUW = "nieuwbouw_aantal"


@pytest.fixture(scope="module")
def nu(database, catalogus):
    reader = Reader(Bestandswijzer(database.parent, database), catalogus)
    with reader.momentopname() as momentopname:
        yield momentopname


def voorraad(nu, catalogus, code):
    regio = nu.regio(Regiocode(code))
    return voorraad_van(nu, catalogus.werkgebied_van(regio.code), regio)


@pytest.mark.parametrize(
    ("code", "groep", "jaar", "delen"),
    [
        ("GM0141", "eigendom", 2022, {"koop": 54, "corporatie": 34, "andere_verhuurder": 12}),
        ("GM1963", "eigendom", 2022, {"koop": 71, "corporatie": 24, "andere_verhuurder": 5}),
        ("GM0141", "soort", 2024, {"eengezins": 71, "meergezins": 29}),
        ("WK014111", "eigendom", 2024, {"koop": 42, "geen_koop": 58}),
    ],
)
def test_the_parts_are_the_published_shares_of_one_year(nu, catalogus, code, groep, jaar, delen):
    lezing = voorraad(nu, catalogus, code).groep(groep).lezingen[0]
    gevonden = {deel.id: deel.aandeel for deel in lezing.delen if deel.aandeel}
    assert (lezing.periode.jaar, gevonden) == (jaar, delen)


def test_counts_keep_their_count_beside_their_share(nu, catalogus):
    lezing = voorraad(nu, catalogus, "GM0141").groep("bouwperiode").lezingen[0]
    totaal = nu.nieuwste_van(catalogus.indicator("woningen_vivet_aantal"), Regiocode("GM0141"))
    assert sum(deel.aantal for deel in lezing.delen) == totaal.waarde
    assert sum(deel.aandeel for deel in lezing.delen) == pytest.approx(100)
    assert {w.herkomst.bron for w in lezing.bewijs} == {"vivet"}


def test_a_form_of_a_newer_year_follows_the_fuller_one(nu, catalogus):
    lezingen = voorraad(nu, catalogus, "GM1963").groep("eigendom").lezingen
    assert [lezing.periode.jaar for lezing in lezingen] == [2022, 2025]


def test_every_reading_is_of_one_year_one_division_and_one_source(nu, catalogus):
    for gebied in catalogus.werkgebieden.values():
        for niveau in (Soort.GEMEENTE, Soort.WIJK, Soort.BUURT):
            for regio in nu.nieuwste_regios(gebied, niveau):
                for groep in voorraad_van(nu, gebied, regio).groepen:
                    for lezing in groep.lezingen:
                        keer = {(w.periode, w.indeling, w.herkomst) for w in lezing.bewijs}
                        assert len(keer) == 1
                        assert sum(d.aandeel for d in lezing.delen) == pytest.approx(100, abs=2)


def test_what_an_area_lacks_is_told_with_the_area_that_has_it(nu, catalogus):
    label = voorraad(nu, catalogus, "WK014111").groep("label")
    assert (label.lezingen, label.status) == ((), Status.NIET_IN_KOPIE)
    assert label.elders.regio.code == Regiocode("GM0141")


def test_the_total_is_the_newest_of_the_sources_that_count_homes(nu, catalogus):
    totaal = {k.id: k for k in voorraad(nu, catalogus, "GM0141").kengetallen}["totaal"]
    assert (totaal.waarneming.waarde, totaal.waarneming.periode.jaar) == (34110, 2025)


def test_the_rules_name_only_indicators_of_the_catalogue(catalogus):
    # New homes come with a table that the catalogue does not read yet everywhere.
    vreemd = load_voorraadregels().indicatoren - catalogus.indicatoren.keys() - {NIEUW}
    assert vreemd == frozenset()


def test_the_other_landlords_are_what_is_rented_and_of_no_corporation(verzonnen_koop, catalogus):
    nu = verzonnen_koop(60.0, 40.0)
    delen = voorraad(nu, catalogus, "GM0141").groep("eigendom").lezingen[0].delen
    gevonden = {deel.id: deel.aandeel for deel in delen}
    assert gevonden == {
        "koop": 60.0,
        "corporatie": 34.0,
        "andere_verhuurder": 6.0,
        "eigendom_onbekend": 0.0,
    }


def test_shares_that_contradict_each_other_make_no_whole(verzonnen_koop, catalogus):
    nu = verzonnen_koop(90.0, 46.0)
    lezingen = voorraad(nu, catalogus, "GM0141").groep("eigendom").lezingen
    assert [lezing.periode.jaar for lezing in lezingen] == [2025]


# The same figures stand in two orders.
_WAAR = (
    "waarde = $waarde where indicator = $indicator and regio = 'GM0141' and periode = '2022JJ00'"
)
VERANDER = tuple(f"update core.{t} set {_WAAR}" for t in ("waarneming", "profiel"))  # noqa: S608


@pytest.fixture
def verzonnen_koop(database, catalogus, tmp_path):
    """Give a copy of the database in which Almelo's homes are owned otherwise (verzonnen)."""

    def maak(koop, huur):
        kopie = tmp_path / "verzonnen.duckdb"
        kopie.write_bytes(Path(database).read_bytes())
        with duckdb.connect(str(kopie)) as verbinding:
            for indicator, waarde in (
                ("koopwoningen_aandeel", koop),
                ("huurwoningen_aandeel", huur),
            ):
                for sql in VERANDER:
                    verbinding.execute(sql, {"waarde": waarde, "indicator": indicator})
        reader = Reader(Bestandswijzer(tmp_path, kopie), catalogus)
        with reader.momentopname() as momentopname:
            return momentopname

    return maak
