"""Postcodes of own homes are looked up once each, at a service (verzonnen) that may fall silent."""

import pytest

from dashboard.reader import Bestandswijzer, Reader
from dashboard.register.bezit_postcode import Postcodezoeker
from dashboard.register.gebieden import lees_gebieden
from dashboard.register.locatieserver import Geduld, Locatieserver
from tests.replay.locatie import LocatieReplay, verzonnen_postcode
from wijken.regio import Regiocode

SNEL = Geduld(pogingen=1, verbinden=1, lezen=0.5, geheel=2, langste_wacht=0.01)
RIET = "POINT(6.6621 52.3571)"


@pytest.fixture
def gebieden(database, catalogus):
    with Reader(Bestandswijzer(database.parent, database), catalogus).momentopname() as nu:
        yield lees_gebieden(nu)


@pytest.fixture
def locatie():
    met = verzonnen_postcode("7607ZZ", centroide_ll=RIET)
    zonder = verzonnen_postcode("7607YY", buurtcode="", centroide_ll=RIET)
    with LocatieReplay([met, zonder]) as server:
        yield server


def test_a_postcode_is_asked_once_however_it_is_written(locatie, gebieden):
    with Locatieserver(locatie.adres, SNEL) as dienst:
        zoek = Postcodezoeker(dienst, gebieden)
        gevonden = [zoek(tekst) for tekst in ("7607 ZZ", "7607zz", "7607ZZ")]
    assert gevonden == [Regiocode("BU01411000")] * 3
    assert len(locatie.vragen) == 1


def test_without_a_code_the_point_tells_the_buurt(locatie, gebieden):
    with Locatieserver(locatie.adres, SNEL) as dienst:
        gevonden = Postcodezoeker(dienst, gebieden)("7607 YY")
    assert gevonden == gebieden.ligging(52.3571, 6.6621).buurt.code


def test_an_unknown_postcode_has_no_buurt(locatie, gebieden):
    with Locatieserver(locatie.adres, SNEL) as dienst:
        assert Postcodezoeker(dienst, gebieden)("1234 AB") is None


def test_a_silent_service_is_asked_once_and_no_more(gebieden):
    with Locatieserver("http://127.0.0.1:9", SNEL) as dienst:
        zoek = Postcodezoeker(dienst, gebieden)
        assert [zoek(f"760{n} AB") for n in range(5)] == [None] * 5
        assert zoek._stil
