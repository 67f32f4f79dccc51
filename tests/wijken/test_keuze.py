"""What one side of a comparison may be."""

import pytest

from wijken.errors import InvoerError
from wijken.keuze import MEEST, Deel, Keuze, lees_codes
from wijken.regio import Regiocode


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("beter-wonen", Keuze("beter-wonen")),
        ("beter-wonen.focus", Keuze("beter-wonen", Deel.FOCUS)),
        ("beter-wonen.rest", Keuze("beter-wonen", Deel.REST)),
        (" WK014110 ", Keuze(codes=(Regiocode("WK014110"),))),
        ("GM0363", Keuze(codes=(Regiocode("GM0363"),))),
        (
            "BU01411001+BU01411000",
            Keuze(codes=(Regiocode("BU01411000"), Regiocode("BU01411001"))),
        ),
    ],
)
def test_an_address_is_read_and_written_back(tekst, verwacht):
    keuze = Keuze.parse(tekst)
    assert keuze == verwacht
    assert Keuze.parse(str(keuze)) == keuze


def test_a_plus_that_an_address_made_a_blank_still_separates():
    assert Keuze.parse("BU01411000 BU01411001") == Keuze.parse("BU01411000+BU01411001")


def test_a_code_given_twice_counts_once():
    assert lees_codes("BU01411000,BU01411000") == (Regiocode("BU01411000"),)


@pytest.mark.parametrize(
    ("tekst", "deel_van_melding"),
    [
        ("beter-wonen.helft", "geen regiocode"),
        ("Beter Wonen!", "geen regiocode"),
        ("", "niet allebei"),
        ("BU01411000+WK014110", "overlappen"),
        ("BU01411000+BU19630000", "één gemeente"),
        ("GM0141+GM1963", "één gemeente"),
        ("NL00+BU01411000", "één gemeente"),
        ("+".join(f"BU0141{n:04d}" for n in range(MEEST + 1)), f"hooguit {MEEST}"),
    ],
)
def test_what_cannot_be_a_side_is_refused_with_the_reason(tekst, deel_van_melding):
    with pytest.raises(InvoerError, match=deel_van_melding):
        Keuze.parse(tekst)


def test_a_side_is_not_both_an_area_and_codes():
    with pytest.raises(InvoerError, match="niet allebei"):
        Keuze("beter-wonen", codes=(Regiocode("BU01411000"),))
