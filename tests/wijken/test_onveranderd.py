"""CBS's own sign of change as evidence, and evidence that is put together year by year."""

import pytest

from wijken.bron import Onveranderd, Werkgebied
from wijken.onveranderd import onveranderd_volgens_cbs
from wijken.regio import Regiocode, Soort
from wijken.vergelijking import zelfde_gebied

WIJK, ANDER = Regiocode("WK990101"), Regiocode("WK990102")


def gebied(*bewijs):
    codes = (Regiocode("GM9901"),)
    return Werkgebied(
        "verzonnen", "Verzonnen", "Verzonnen", codes, "", (), "#000000", "", onveranderd=bewijs
    )


TEKENS = [(WIJK, 2020, "1"), (WIJK, 2021, "3"), (WIJK, 2022, "1"), (WIJK, 2023, "1")]


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [(2019, 2020, True), (2020, 2021, False), (2021, 2023, True), (2019, 2023, False)],
)
def test_a_moved_boundary_parts_what_stayed_on_both_sides(een, ander, zelfde):
    bewijs = onveranderd_volgens_cbs(TEKENS)
    assert zelfde_gebied(gebied(*bewijs), WIJK, een, ander) is zelfde


def test_the_sign_of_one_area_says_nothing_of_another():
    bewijs = onveranderd_volgens_cbs(TEKENS)
    assert not zelfde_gebied(gebied(*bewijs), ANDER, 2022, 2023)


def test_another_code_is_no_evidence_for_the_same_code():
    assert onveranderd_volgens_cbs([(WIJK, 2020, "2")]) == ()


def test_evidence_of_two_kinds_makes_one_series():
    uit_catalogus = Onveranderd(Soort.WIJK, 2020, 2022, "verzonnen")
    van_cbs = onveranderd_volgens_cbs([(WIJK, 2023, "1")])
    samen = gebied(uit_catalogus, *van_cbs)
    assert zelfde_gebied(samen, WIJK, 2020, 2023)
    assert not zelfde_gebied(samen, ANDER, 2020, 2023)
