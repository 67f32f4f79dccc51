"""Which divisions are one place, and what the middle is."""

import pytest

from wijken.regio import NEDERLAND, Regiocode
from wijken.vergelijking import mediaan, zelfde_gebied


@pytest.mark.parametrize(
    ("gebied", "code", "een", "ander", "zelfde"),
    [
        ("beter-wonen", "BU01411400", 2020, 2024, False),
        ("beter-wonen", "WK014110", 2020, 2022, False),
        ("beter-wonen", "GM0141", 2020, 2024, True),
        ("beter-wonen", "GM0141", 2024, 2016, True),
        ("hw-wonen", "BU19630000", 2020, 2024, True),
        ("hw-wonen", "GM1963", 2016, 2020, False),
        ("hw-wonen", "GM0584", 2016, 2024, False),
        ("hw-wonen", "BU19630000", 2022, 2022, True),
    ],
)
def test_two_divisions_are_one_place_only_with_evidence(
    catalogus, gebied, code, een, ander, zelfde
):
    werkgebied = catalogus.werkgebied(gebied)
    assert zelfde_gebied(werkgebied, Regiocode(code), een, ander) is zelfde


def test_the_country_is_always_the_same_place(catalogus):
    assert zelfde_gebied(catalogus.werkgebied("hw-wonen"), NEDERLAND, 2012, 2024)


def test_the_median_of_nothing_is_nothing():
    assert mediaan([]) is None
    assert mediaan([3, 1, 2, 10]) == 2.5
