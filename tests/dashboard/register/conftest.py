"""What the tests of the register lean on: a fresh file each, and verzonnen initiatives."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.reader import Bestandswijzer, Reader
from dashboard.register.gebieden import lees_gebieden
from dashboard.register.initiatieven import Initiatief
from dashboard.register.regels import Wereld
from dashboard.register.register import Register
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from wijken.regio import Regiocode

VERZONNEN = Initiatief(
    id="",
    werkgebied="beter-wonen",
    naam="Verzonnen Buurttuin",
    soort="burgerinitiatief",
    omschrijving="Een tuin die niet bestaat.",
    themas=("ontmoeten", "wonen"),
    voor_wie="iedereen",
    organisatie="Stichting Verzonnen",
    adres="",
    postcode="",
    plaats="Almelo",
    wijk_of_dorp="",
    regio=Regiocode("WK014110"),
    website="https://verzonnen.example",
    bron_url="",
    bron_datum="",
    zekerheid="",
)


@pytest.fixture
def register(tmp_path):
    """A register in a folder of its own, closed afterwards."""
    gemaakt = Register(tmp_path)
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def verzonnen():
    """Makes a verzonnen initiative; give the fields that differ."""
    return lambda **anders: replace(VERZONNEN, **anders)


@pytest.fixture(scope="session")
def wereld(database, catalogus):
    """The real wijken and buurten, on a day that does not move."""
    lezer = Reader(Bestandswijzer(database.parent, database), catalogus)
    with lezer.momentopname() as nu:
        return Wereld(lees_gebieden(nu), date(2026, 11, 27))


@pytest.fixture
def goed():
    """Makes the fields of a verzonnen row without faults; give those that differ."""
    return lambda **anders: (
        {
            "naam": "Verzonnen Buurttuin",
            "omschrijving": "Een tuin die niet bestaat.",
            "soort": "burgerinitiatief",
            "themas": "ontmoeten, wonen",
            "werkgebied": "Almelo",
            "website": "https://verzonnen.example",
        }
        | anders
    )


@pytest.fixture
def blad():
    """Makes a list as it is read from a file: headings, and rows of cells."""
    return lambda koppen, *rijen: Tabelblad(
        tuple(koppen), tuple(Tabelrij(n, tuple(rij)) for n, rij in enumerate(rijen, start=2))
    )
