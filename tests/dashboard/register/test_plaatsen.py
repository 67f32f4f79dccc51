"""Addresses are looked up at a Locatieserver that guesses, falls silent and answers nonsense."""

import pytest

from dashboard.register.initiatieven import AUTOMAAT, Plaatsing
from dashboard.register.locatieserver import (
    Adresvraag,
    Geduld,
    Locatieserver,
    maak_locatieserver,
)
from dashboard.register.plaatsen import plaats, wachtende
from dashboard.register.regels import toets
from dashboard.register.register import Gezien
from tests.replay.locatie import LocatieReplay, verzonnen_adres, verzonnen_postcode
from tests.replay.storingen import Storing
from wijken.errors import BronError, InvoerError

SNEL = Geduld(pogingen=3, verbinden=1, lezen=0.5, geheel=2, langste_wacht=0.01)
ADRESSEN = [
    verzonnen_adres(),
    verzonnen_adres(huisnummer=11, centroide_ll="POINT(6.663 52.358)"),
    verzonnen_adres(huisletter="A", centroide_ll="POINT(6.664 52.357)"),
    verzonnen_adres(straatnaam="Verzonnen Dreef", huisnummer=5, postcode="7602ZZ"),
    verzonnen_adres(
        straatnaam="Verzonnenstraat",
        postcode="3261ZZ",
        woonplaatsnaam="Oud-Beijerland",
        gemeentenaam="Hoeksche Waard",
        gemeentecode="1963",
        buurtcode="19630003",
        centroide_ll="POINT(4.41 51.823)",
    ),
    verzonnen_postcode("7607ZZ", centroide_ll="POINT(6.6621 52.3571)"),
]


@pytest.fixture
def locatie():
    """A Locatieserver with six verzonnen addresses."""
    with LocatieReplay(list(ADRESSEN)) as server:
        yield server


@pytest.fixture
def dienst(locatie):
    """Our client of it, with little patience."""
    with Locatieserver(locatie.adres, SNEL) as client:
        yield client


@pytest.mark.parametrize(
    ("vraag", "punt", "uitleg"),
    [
        (Adresvraag("Verzonnenstraat 1", "7607 ZZ", "Almelo"), (52.357, 6.662), ""),
        (Adresvraag("verzonnenstr. 1", "7607 ZZ", ""), (52.357, 6.662), ""),
        (Adresvraag("Verzonnenstraat 11", "", "Almelo"), (52.358, 6.663), ""),
        (Adresvraag("Verzonnenstraat 1a", "", "Almelo"), (52.357, 6.664), ""),
        (Adresvraag("Verzonnenstraat 1 b", "", "Almelo"), (52.357, 6.662), "toevoeging"),
        (Adresvraag("Verzonnenstraat 1", "", "Oud-Beijerland"), (51.823, 4.41), ""),
        (Adresvraag("Verzonnenstraat 1", "", "Hoeksche Waard"), (51.823, 4.41), ""),
        (Adresvraag("", "7607 ZZ", ""), (52.3571, 6.6621), "midden van de postcode"),
        (Adresvraag("Verzonnenstraat", "7607 ZZ", "Almelo"), (52.3571, 6.6621), "postcode"),
    ],
    ids=lambda v: f"{v.adres} {v.postcode} {v.plaats}" if isinstance(v, Adresvraag) else "",
)
def test_an_address_is_found(dienst, vraag, punt, uitleg):
    gevonden = dienst.zoek(vraag)
    assert gevonden.punt == punt
    assert uitleg in gevonden.uitleg


@pytest.mark.parametrize(
    "vraag",
    [
        Adresvraag("Verzonnenstraat 2", "7607 ZZ", "Almelo"),
        Adresvraag("Verzonnenstraat 1", "7607 AA", "Almelo"),
        Adresvraag("Verzonnenstraat 1", "", "Piershil"),
        Adresvraag("Heel Andere Laan 1", "7607 ZZ", "Almelo"),
        Adresvraag("", "1234 AB", ""),
    ],
    ids=["number", "postcode", "place", "street", "unknown postcode"],
)
def test_what_only_resembles_the_address_is_not_believed(dienst, locatie, vraag):
    assert dienst.zoek(vraag) is None
    assert len(locatie.vragen) == 1


@pytest.mark.parametrize(
    "storing", [Storing.VERBROKEN, Storing.FOUT_500, Storing.HTML, Storing.AFGEKAPT, Storing.TRAAG]
)
def test_a_fault_that_passes_is_tried_again(dienst, locatie, storing):
    locatie.verstoor(storing, keer=2)
    assert dienst.zoek(Adresvraag("Verzonnenstraat 1", "7607 ZZ", "")).punt == (52.357, 6.662)
    assert len(locatie.vragen) == 3


@pytest.mark.parametrize(
    ("storing", "gevraagd"),
    [
        (Storing.VERBROKEN, 3),
        (Storing.FOUT_500, 3),
        (Storing.HTML, 3),
        (Storing.AFGEKAPT, 3),
        (Storing.WEG, 1),
        (Storing.VERHUISD, 1),
    ],
)
def test_a_fault_that_stays_is_told_in_dutch(dienst, locatie, storing, gevraagd):
    locatie.verstoor(storing, keer=-1)
    with pytest.raises(BronError, match="wachten nog op hun plek"):
        dienst.zoek(Adresvraag("Verzonnenstraat 1", "7607 ZZ", ""))
    assert len(locatie.vragen) == gevraagd


def test_a_service_that_is_not_there_is_told():
    with LocatieReplay() as server:
        weg = server.adres
    with Locatieserver(weg, SNEL) as dienst, pytest.raises(BronError, match="antwoordt niet"):
        dienst.zoek(Adresvraag("", "7607 ZZ", ""))


@pytest.mark.parametrize("adres", ["http://elders.example", "ftp://x.example", "https://?x=1"])
def test_only_a_safe_address_of_the_service_is_used(adres):
    with pytest.raises(InvoerError, match="WIJKEN_PDOK_URL"):
        maak_locatieserver({"WIJKEN_PDOK_URL": adres})


@pytest.fixture
def wachtend(register, wereld, goed):
    """Adds a row that waits for its place; give the fields of its address."""

    def maak(naam, **adres):
        velden = goed(**{"naam": naam, "plaats": "Almelo", **adres})
        return register.voeg_toe(toets(velden, wereld).initiatief, "Anna")

    return maak


def place(register, wereld, dienst):
    wachten = [i for i in wachtende(register.alle()) if i.naam.startswith("Verzonnen")]
    return plaats(register, wachten, wereld.gebieden, dienst)


def test_rows_that_wait_get_their_point_wijk_and_buurt(register, wereld, dienst, wachtend):
    rij = wachtend("Verzonnen Een", adres="Verzonnenstraat 1")
    assert place(register, wereld, dienst).gevonden == ("Verzonnen Een",)
    nu = register.geef(rij.id)
    assert (nu.plek, nu.plaatsing, nu.door) == ((52.357, 6.662), Plaatsing.PUNT, AUTOMAAT)
    assert (nu.regio.code, nu.buurt.code) == ("WK014110", "BU01411000")
    assert (nu.wijk_of_dorp, nu.plaats_uitleg) == ("Binnenstad", "")
    assert register.geschiedenis(rij.id)[0].soort == "gewijzigd"


def test_what_is_not_found_says_so_and_can_be_tried_again(
    register, wereld, dienst, wachtend, locatie
):
    rij = wachtend("Verzonnen Twee", adres="Onbestaand 99")
    assert place(register, wereld, dienst).niet_gevonden == ("Verzonnen Twee",)
    nu = register.geef(rij.id)
    assert (nu.plaatsing, nu.plek) == (Plaatsing.NIET_GEVONDEN, None)
    assert "PDOK kent dit adres niet" in nu.plaats_uitleg
    locatie.adressen.append(verzonnen_adres(straatnaam="Onbestaand", huisnummer=99))
    opnieuw = [i for i in wachtende(register.alle(), ook_niet_gevonden=True) if i.id == rij.id]
    assert plaats(register, opnieuw, wereld.gebieden, dienst).gevonden == ("Verzonnen Twee",)


def test_an_address_in_another_area_is_not_moved_there(register, wereld, dienst, wachtend):
    rij = wachtend("Verzonnen Drie", adres="Verzonnenstraat 1", plaats="", postcode="3261 ZZ")
    assert place(register, wereld, dienst).niet_gevonden == ("Verzonnen Drie",)
    nu = register.geef(rij.id)
    assert (nu.werkgebied, nu.plek) == ("beter-wonen", None)
    assert "ander gebied" in nu.plaats_uitleg


def test_a_wijk_that_was_typed_wrong_is_put_right_and_told(register, wereld, dienst, wachtend):
    rij = wachtend("Verzonnen Vijf", adres="Verzonnenstraat 1", gebied_code="Schelfhorst")
    place(register, wereld, dienst)
    nu = register.geef(rij.id)
    assert (nu.wijk_of_dorp, "er stond Schelfhorst" in nu.plaats_uitleg) == ("Binnenstad", True)


def test_when_the_service_falls_silent_the_rest_keeps_waiting(
    register, wereld, dienst, wachtend, locatie
):
    for n in (1, 11):
        wachtend(f"Verzonnen Nummer {n}", adres=f"Verzonnenstraat {n}")
    locatie.verstoor(Storing.FOUT_500, keer=-1)
    uitslag = place(register, wereld, dienst)
    assert (len(uitslag.later), uitslag.gevonden) == (2, ())
    assert "wachten nog" in uitslag.storing
    assert len(locatie.vragen) == 3
    locatie.storingen.afspraken.clear()
    assert len(place(register, wereld, dienst).gevonden) == 2


def test_a_row_that_somebody_changes_meanwhile_is_left_to_them(register, wereld, dienst, wachtend):
    rij = wachtend("Verzonnen Vier", adres="Verzonnenstraat 1")
    register.wijzig(Gezien(rij.id, 1, "Bert"), {"voor_wie": "buren"})
    uitslag = plaats(register, [rij], wereld.gebieden, dienst)
    assert uitslag.later == ("Verzonnen Vier",)
    assert register.geef(rij.id).door == "Bert"


def test_the_starter_list_has_addresses_that_wait(register):
    assert len(wachtende(register.alle())) == 16
