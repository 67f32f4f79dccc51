"""What the tests of the register lean on: a fresh file each, and verzonnen initiatives."""

from dataclasses import replace

import pytest

from dashboard.register.initiatieven import Initiatief
from dashboard.register.register import Register
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
