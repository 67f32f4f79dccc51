"""What belongs to a person is found; what belongs to an organisation is left in peace."""

import pytest

from dashboard.register.woorden import woorden
from wijken.persoonsgegevens import Persoonlijk, kan_persoonsnaam_zijn, vind_persoonlijk

LIJSTEN = woorden().personen


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("bel 06-12345678", Persoonlijk.TELEFOON),
        ("0546 123 456", Persoonlijk.TELEFOON),
        ("+31 6 1234 5678", Persoonlijk.TELEFOON),
        ("0031612345678", Persoonlijk.TELEFOON),
        ("(0186) 12 34 56", Persoonlijk.TELEFOON),
        ("06 - 12 34 56 78", Persoonlijk.TELEFOON),
        ("06\u201312345678", Persoonlijk.TELEFOON),
        ("0546 \u2013 123 456", Persoonlijk.TELEFOON),
        ("010 - 123 45 67", Persoonlijk.TELEFOON),
        ("+31 6 - 12345678", Persoonlijk.TELEFOON),
        ("verzonnen@gmail.com", Persoonlijk.PRIVE_MAIL),
        ("info@hotmail.nl", Persoonlijk.PRIVE_MAIL),
        ("j.verzonnen@organisatie.example", Persoonlijk.PERSOON_MAIL),
        ("verzonnen (at) ziggo.nl", Persoonlijk.PRIVE_MAIL),
    ],
)
def test_numbers_and_addresses_of_persons_are_found(tekst, soort):
    assert [gevonden for gevonden, _ in vind_persoonlijk(f"Zie {tekst}.", LIJSTEN)] == [soort]


@pytest.mark.parametrize(
    "tekst",
    [
        "info@organisatie.example",
        "secretariaat@wijk.organisatie.example",
        "buurthuis@buurthuis.example",
        "Opgericht 01-05-2024",
        "Van 01-05-2024 - 31-12-2025",
        "Open 09.00 - 12.00 en 13.00 \u2013 17.00",
        "Postcode 7607 AA",
        "sinds 2012-2026, 45 leden",
        "IBAN NL00VERZ0123456789",
    ],
)
def test_what_is_of_an_organisation_is_left_in_peace(tekst):
    assert vind_persoonlijk(tekst, LIJSTEN) == ()


@pytest.mark.parametrize(
    "naam",
    ["Jan de Vries", "Fatima El Verzonnen", "J. Jansen", "mevrouw Verzonnen", "Dhr. P. Bakker"],
)
def test_what_may_be_a_person_is_asked_about(naam):
    assert kan_persoonsnaam_zijn(naam, LIJSTEN)


@pytest.mark.parametrize(
    "naam",
    ["Stichting Jan de Vries", "Repair Café De Riet", "Koedijk", "Anna Buurthuis", "De Kolk", ""],
)
def test_what_is_plainly_no_person_is_not(naam):
    assert not kan_persoonsnaam_zijn(naam, LIJSTEN)
