"""Lists of own homes (verzonnen): kept whole, undone whole, and never read out row by row."""

import pytest

from dashboard.register.bezit import Bezitregel, Opgave
from dashboard.register.bezit_bewaren import geldend, maak_ongedaan, neem_op
from dashboard.register.register import Register
from wijken.errors import InvoerError
from wijken.regio import Regiocode

BUURT = Regiocode("BU01411000")


def opgave(aantal, corporatie="Verzonnen Wonen", **meer):
    regels = (Bezitregel(BUURT, aantal, label="A"),)
    velden = {"openbaar": False, "bestand": "verzonnen.csv", **meer}
    return Opgave(0, "beter-wonen", corporatie, "2026-01-01", "", "Kim", regels=regels, **velden)


@pytest.fixture
def register(tmp_path):
    register = Register(tmp_path)
    yield register
    register.sluit()


def totalen(register):
    return [(b.opgave.corporatie, b.getoond.totaal) for b in geldend(register, "beter-wonen")]


def test_the_last_list_of_each_corporation_holds(register):
    neem_op(register, opgave(40))
    neem_op(register, opgave(25, "Sint Verzonnen"))
    neem_op(register, opgave(50))
    assert totalen(register) == [("Sint Verzonnen", 25), ("Verzonnen Wonen", 50)]
    assert geldend(register, "hw-wonen") == ()


def test_undoing_a_list_brings_the_one_before_it_back(register):
    neem_op(register, opgave(40))
    nummer = neem_op(register, opgave(50))
    maak_ongedaan(register, nummer, "Robin")
    assert totalen(register) == [("Verzonnen Wonen", 40)]
    with pytest.raises(InvoerError, match="nog geldt"):
        maak_ongedaan(register, nummer, "Robin")


def test_what_is_given_to_pages_has_no_rows(register):
    neem_op(register, opgave(9))
    (bezit,) = geldend(register, "beter-wonen")
    assert (bezit.opgave.regels, bezit.getoond.totaal) == ((), None)


def test_a_list_outlives_the_program(register, tmp_path):
    neem_op(register, opgave(40, openbaar=True))
    register.sluit()
    ander = Register(tmp_path)
    (bezit,) = geldend(ander, "beter-wonen")
    assert (bezit.opgave.openbaar, bezit.opgave.door) == (True, "Kim")
    ander.sluit()


@pytest.mark.parametrize("fout", [{"corporatie": " "}, {"regels": ()}])
def test_nothing_is_kept_of_a_list_without_owner_or_rows(register, fout):
    from dataclasses import replace

    with pytest.raises(InvoerError):
        neem_op(register, replace(opgave(40), **fout))
    assert totalen(register) == []
